// The one page of a firm's duties: by frequency, each with time, record, clause and whom to ask. Text goes in as text.

/**
 * @typedef {{duty: FirmDuty, plan: FirmPlan, packed: PlaceDuties, clauses: [number, string, string][], ids: string[],
 *   ended: boolean}} Entry a wording of a plan, with all clauses that say it
 */

var zerenkuList = (function () {
  "use strict";

  const store = zerenkuEnterprise;
  const ticks = zerenkuTicks;

  /** An element with attributes and children; strings become text, nothing comes of an empty one.
   * @template {keyof HTMLElementTagNameMap} K @param {K} tag @param {Record<string, string | boolean | undefined>} attributes
   * @param {(string | Node | undefined)[]} children */
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== false) {
        element.setAttribute(name, value === true ? "" : value);
      }
    }
    for (const child of children) {
      if (child) {
        element.append(child);
      }
    }
    return element;
  }

  /** @param {string} text @param {string} address @param {string} [hint] */
  function link(text, address, hint) {
    return address ? make("a", { href: address, title: hint }, text) : text;
  }

  /** What the firm must do in these places: each wording of a plan once, with all clauses that say it.
   * @param {Firm} firm @param {string[]} within @param {string} today */
  function collect(firm, within, today) {
    /** @type {Map<string, Entry>} */
    const found = new Map();
    for (const packed of store.placesOf(within)) {
      for (const duty of packed.duties) {
        const clause = packed.clauses[duty.clause];
        const plan = packed.plans[clause[0]];
        if (!store.must(firm, duty, plan)) {
          continue;
        }
        const times = JSON.stringify([duty.dates, duty.rules]);
        const key = [packed.place, clause[0], duty.do, times].join("\n");
        const same = found.get(key);
        if (same) {
          same.clauses.push(clause);
          same.ids.push(duty.id);
        } else {
          const ended = Boolean(plan.last && plan.last < today);
          found.set(key, { duty, plan, packed, clauses: [clause], ids: [duty.id], ended });
        }
      }
    }
    return Array.from(found.values());
  }

  /** [label, key, entries] in the order of the frequencies; dated ones by date, others the firm's own first.
   * @param {Entry[]} entries @param {Firm} firm */
  function grouped(entries, firm) {
    const groups = Object.keys(store.often).map((key) => /** @type {[string, string, Entry[]]} */ ([store.often[key], key,
      entries.filter((entry) => (entry.duty.often || "once") === key)]));
    const first = (/** @type {Entry} */ entry) => (entry.duty.dates ? entry.duty.dates[0][0] : "");
    for (const [, key, members] of groups) {
      members.sort((a, b) => (key === "dated" ? first(a).localeCompare(first(b)) : 0)
        || store.rank(firm, a.duty) - store.rank(firm, b.duty));
    }
    return groups.filter((group) => group[2].length);
  }

  /** @param {string} iso @param {string} today */
  function daysLeft(iso, today) {
    return zerenku.days.left(zerenku.days.between(today, iso));
  }

  /** @param {Entry} entry @param {string} today */
  function when(entry, today) {
    const duty = entry.duty;
    const dates = (duty.dates || []).map(([iso, text, what]) => make("span", { class: "zk-line" },
      make("time", { datetime: iso }, text), " ", make("span", { class: "zk-left" }, daysLeft(iso, today)),
      what ? make("span", { class: "zk-what" }, what) : ""));
    const rules = (duty.rules || []).map((text) => make("span", { class: "zk-line" }, text));
    return dates.concat(rules);
  }

  /** @param {Entry} entry */
  function sources(entry) {
    return entry.clauses.map(([, citation, address]) => make("span", { class: "zk-line" },
      link(entry.plan.short + " · " + citation, address, "《" + entry.plan.title + "》" + citation)));
  }

  /** The owner as the catalogue says it, bodies linked; where the text names none, who issued the plan may be asked.
   * @param {Entry} entry */
  function ask(entry) {
    const parts = entry.duty.ask.map((part) => (typeof part === "number"
      ? link(entry.packed.bodies[part][0], entry.packed.bodies[part][1]) : part));
    const owner = make("span", { class: "zk-owner zk-owner--" + entry.duty.sure }, ...parts);
    if (entry.duty.sure !== "none" || !entry.plan.issuers) {
      return [owner];
    }
    return [owner, make("span", { class: "zk-what zk-screen" }, "可问印发方案的" + entry.plan.issuers),
      make("span", { class: "zk-paper" }, "原文未写，见文末")];
  }

  /** @param {Entry} entry @param {Firm} firm */
  function about(entry, firm) {
    const because = store.because(firm, entry.duty);
    const scope = store.scopeOf(firm, entry.duty, entry.plan);
    const lines = ["由谁做：" + entry.duty.written];
    if (because.length) {
      lines.push("适用：" + because.join("、"));
    } else if (scope.length) {
      lines.push("方案的实施范围：" + scope.join("、"));
    }
    return make("span", { class: "zk-ob__who" }, lines.join("；"));
  }

  /** @param {string} name @param {(string | Node)[]} children */
  function fact(name, children) {
    const blank = children.length ? "" : " zk-ob__fact--none";
    return make("div", { class: "zk-ob__fact" + blank }, make("dt", {}, name),
      make("dd", {}, ...(children.length ? children : [make("span", { class: "zk-none" }, "—")])));
  }

  /** One duty. `told` is called after its tick has changed.
   * @param {Entry} entry @param {Firm} firm @param {string} today @param {() => void} told */
  function item(entry, firm, today, told) {
    const duty = entry.duty;
    const number = "tick-" + duty.id.replace("/", "-");
    const day = ticks.day(duty.id);
    const box = make("input", { type: "checkbox", id: number, "data-zk-tick": duty.id });
    box.checked = Boolean(day);
    const stamp = make("span", { class: "zk-ob__done" }, day ? day + " 已勾" : "");
    box.addEventListener("change", () => {
      entry.ids.forEach((id) => ticks.set(id, box.checked));
      stamp.textContent = box.checked ? ticks.day(duty.id) + " 已勾" : "";
      told();
    });
    const doing = make("div", { class: "zk-ob__do" }, make("label", { for: number }, duty.do),
      entry.ended ? make("span", { class: "zk-status", "data-state": "after" }, "方案已到期") : "",
      duty.doubt ? make("span", { class: "zk-badge zk-badge--doubt" }, "待确认") : "", stamp,
      ...(duty.goals || []).map((goal) => make("span", { class: "zk-line zk-target" }, goal)), about(entry, firm));
    return make("li", { class: "zk-ob" }, make("span", { class: "zk-ob__tick" }, box), doing,
      make("dl", { class: "zk-ob__facts" }, fact("何时", when(entry, today)),
        fact("留什么记录", duty.record ? [duty.record] : []), fact("依据", sources(entry)), fact("问谁", ask(entry))));
  }

  function heads() {
    const names = ["", "做什么", "何时、留什么记录", "依据", "问谁"];
    return make("p", { class: "zk-ob__heads", "aria-hidden": "true" }, ...names.map((name) => make("span", {}, name)));
  }

  /** @param {Entry[]} entries */
  function plans(entries) {
    const told = new Map(entries.map((entry) => [entry.plan.href, entry]));
    const lines = Array.from(told.values(), ({ plan, ended }) => make("span", { class: "zk-line" },
      plan.short + "：", link("《" + plan.title + "》", plan.href),
      plan.issuers ? make("span", { class: "zk-what" }, plan.issuers + "印发") : "",
      plan.last ? make("span", { class: "zk-what" }, "期限到 " + plan.last + (ended ? "，已到期" : "")) : ""));
    const unsaid = entries.some((entry) => entry.duty.sure === "none");
    return make("p", { class: "zk-result__plans" }, "出自：", ...lines,
      unsaid ? make("span", { class: "zk-line" }, "原文没有写责任单位的，可问印发方案的单位。") : "");
  }

  /** For the calendar: plain text of each duty with its days. @param {Entry[]} entries */
  function forCalendar(entries) {
    const owner = (/** @type {Entry} */ entry) => entry.duty.ask
      .map((part) => (typeof part === "number" ? entry.packed.bodies[part][0] : part)).join("");
    return entries.map((entry) => ({
      id: entry.duty.id,
      do: entry.duty.do,
      record: entry.duty.record,
      ask: owner(entry),
      source: entry.clauses.map(([, citation]) => "《" + entry.plan.title + "》" + citation).join("；"),
      issued: entry.plan.issued,
      days: entry.duty.days,
    }));
  }

  return { make, collect, grouped, item, heads, plans, forCalendar };
})();
