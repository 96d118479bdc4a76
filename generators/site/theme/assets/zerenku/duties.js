// The page of all duties: filters over every row, a choice that stands in the address, files of what was found.
// When the scripts of every page have run, whichever stands first.
document.addEventListener("DOMContentLoaded", () => {
  "use strict";

  const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-zk-filters]"));
  const table = /** @type {HTMLTableElement} */ (document.querySelector("[data-zk-duties]"));
  if (!form || !table) {
    return;
  }
  const STEP = 200;
  const FIELDS = ["q", "place", "plan", "department", "certainty", "kind", "topic", "due", "from", "to", "every", "sort"];
  const body = table.tBodies[0];
  const read = Array.from(body.rows);
  const pager = /** @type {HTMLElement | null} */ (document.querySelector(".zk-pager"));
  const count = pick("[data-zk-found]"), empty = pick("[data-zk-empty]"), more = pick("[data-zk-more]");
  const showExpired = pick("[data-zk-show-expired]");
  const sheets = (form.dataset.zkSheets || "").split(" ").filter(Boolean);
  const total = Number(form.dataset.zkTotal);
  const today = zerenku.days.today();
  const { over, wanted, remember } = zerenku.expired;
  const { make } = zerenku.box;
  /** @type {any} */ let names = null;
  /** @type {any} */ let brought = null;
  /** @type {any[]} */ let found = [];
  let asked = 0;

  /** @param {string} selector */
  function pick(selector) {
    return /** @type {HTMLElement} */ (document.querySelector(selector));
  }

  /** @param {string} name @returns {any} */
  const field = (name) => form.elements.namedItem(name);

  function chosen() {
    /** @type {any} */
    const values = {};
    for (const name of FIELDS) {
      values[name] = field(name).value.trim();
    }
    if (values.due !== "range") {
      values.from = values.to = "";
    }
    return values;
  }

  /** Whether what belongs to a plan is shown: it runs, or the reader wants the others too, or asked for this very plan. */
  function shown(/** @type {any} */ plan, /** @type {any} */ values) {
    return field("expired").checked || values.plan === plan.id || !over(plan.until);
  }

  function apply() {
    const values = chosen();
    for (const label of form.querySelectorAll("[data-zk-range]")) {
      /** @type {HTMLElement} */ (label).hidden = values.due !== "range";
    }
    address(values);
    const visible = read.filter((row) => field("expired").checked || !over(row.dataset.zkUntil)).length;
    const live = names.plans.filter((/** @type {any} */ plan) => shown(plan, values));
    const ahead = live.reduce((/** @type {number} */ sum, /** @type {any} */ plan) => sum + plan.count, 0);
    // The rows that were read suffice while nothing is asked, unless all of them are left out and others are not.
    if (!FIELDS.some((name) => values[name]) && (visible || !ahead)) {
      restore(ahead);
      return;
    }
    asked += 1;
    const turn = asked;
    if (!brought) {
      count.textContent = "正在取全部各项……";
      brought = zerenku.duties.rows(sheets, names);
    }
    brought.then((/** @type {any} */ rows) => {
      if (turn === asked) {
        filter(values, rows);
      }
    });
  }

  /** The rows as they were read, less what is left out. @param {number} ahead how many belong to plans that are shown */
  function restore(ahead) {
    asked += 1;
    found = [];
    for (const row of read) {
      row.hidden = !field("expired").checked && over(row.dataset.zkUntil);
    }
    body.replaceChildren(...read);
    more.hidden = true;
    if (pager) {
      pager.hidden = false;
    }
    tell("共 " + total + " 项", total - ahead, ahead);
  }

  /** @param {any} values @param {{all: any[], missing: number}} rows */
  function filter(values, rows) {
    const fits = rows.all.filter(zerenku.dutyMatch.tester(values, names, today));
    found = zerenku.dutyMatch.sorted(fits.filter((duty) => shown(duty.plan, values)), values.sort);
    body.replaceChildren();
    if (pager) {
      pager.hidden = true;
    }
    extend();
    const missing = rows.missing ? "（有 " + rows.missing + " 个文件没有取到，结果不全，请刷新重试）" : "";
    tell("符合条件 " + found.length + " 项，共 " + total + " 项" + missing, fits.length - found.length, found.length);
  }

  /** @param {string} says @param {number} left how many are left out @param {number} there how many are shown */
  function tell(says, left, there) {
    count.textContent = says + (left ? "；其中 " + left + " 项出自已到期的方案，没有列出" : "");
    if (left && !says.startsWith("共")) {
      count.textContent = says + "；另有 " + left + " 项出自已到期的方案，没有列出";
    }
    empty.hidden = there > 0;
    /** @type {HTMLElement} */ (empty.querySelector("span")).textContent = left
      ? "符合条件的 " + left + " 项都出自已到期的方案，没有列出。" : "没有符合条件的事项。请减少条件，或清除后重选。";
    showExpired.hidden = !left;
  }

  /** Show the next rows of what was found. */
  function extend() {
    const from = body.rows.length;
    body.append(...found.slice(from, from + STEP).map(row));
    const left = found.length - body.rows.length;
    more.hidden = left <= 0;
    /** @type {HTMLElement} */ (more.querySelector("button")).textContent = "再显示 " + Math.min(left, STEP) + " 项（还有 " + left + " 项）";
  }

  /** A duty as a row like those that were read. @param {any} duty */
  function row(duty) {
    const href = "plans/" + duty.plan.id + duty.page + ".html#" + duty.fragment;
    const link = (/** @type {string} */ kind, /** @type {string} */ text, /** @type {string} */ to) => {
      const anchor = /** @type {HTMLAnchorElement} */ (make("a", kind, text));
      anchor.href = to;
      return anchor;
    };
    const task = make("td", "zk-cell-main", link("zk-do", duty.task, href), ...lines(duty.targets, "zk-line zk-target"));
    const owner = make("span", "zk-owner zk-owner--" + names.certainties[duty.certainty].id, ...linked(duty, link));
    const source = link("zk-source", duty.plan.name + " · " + duty.citation, href);
    source.title = "《" + duty.plan.title + "》" + duty.citation;
    const cells = [["由谁做", duty.obliged], ["时限", make("span", "", ...times(duty))], ["责任单位", owner], ["出处", source]];
    const expired = over(duty.plan.until) ? [" ", make("span", "zk-status", "已到期")] : [];
    const made = make("tr", "", task, ...cells.map(([label, content]) => {
      const cell = make("td", "", content);
      cell.dataset.label = String(label);
      if (label === "出处") {
        cell.append(...expired);
        cell.querySelectorAll(".zk-status").forEach((mark) => mark.setAttribute("data-state", "after"));
      }
      return cell;
    }));
    return made;
  }

  /** @param {string} text @param {string} kind */
  const lines = (text, kind) => text.split("；").filter(Boolean).map((part) => make("span", kind, part));

  /** The owner's line with departments as links. @param {any} duty @param {Function} link */
  function linked(duty, link) {
    const own = duty.departments.map((/** @type {number} */ number) => names.departments[number])
      .sort((/** @type {any} */ a, /** @type {any} */ b) => b.name.length - a.name.length);
    /** @type {(string | Node)[]} */
    let parts = [duty.owner];
    for (const department of own) {
      parts = parts.flatMap((part) => typeof part !== "string" ? [part] : part.split(department.name)
        .flatMap((piece, index) => index ? [link("", department.name, department.page), piece] : [piece]));
    }
    return parts;
  }

  /** @param {any} duty */
  function times(duty) {
    const made = duty.dues.map((/** @type {string} */ day) => {
      const days = zerenku.days.between(today, day);
      const time = make("time", "", zerenku.days.text(day) + "前");
      time.setAttribute("datetime", day);
      const due = make("span", "zk-due", time, " ", make("span", "zk-left", zerenku.days.left(days)));
      due.dataset.state = zerenku.days.state(days);
      return make("span", "zk-line", due);
    });
    const all = [...made, ...lines(duty.rules, "zk-line")];
    return all.length ? all : [make("span", "zk-none", "未写时限")];
  }

  /** The choice goes into the address, to be sent on; a browser that forbids it on file:// loses nothing else. */
  function address(/** @type {any} */ values) {
    const query = new URLSearchParams();
    FIELDS.filter((name) => values[name]).forEach((name) => query.set(name, values[name]));
    if (field("expired").checked) {
      query.set("expired", "1");
    }
    const text = query.toString();
    try {
      history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
    } catch (error) {
      // Old Chromium: the address of a file may not be rewritten.
    }
  }

  /** @param {string} name @param {any[]} entries @param {(entry: any) => string} [groupOf] */
  function offer(name, entries, groupOf) {
    const select = field(name);
    /** @type {Map<string, HTMLElement>} */
    const groups = new Map();
    for (const entry of entries) {
      const option = new Option(entry.title || entry.name, entry.id);
      const label = groupOf ? groupOf(entry) : "";
      if (label && !groups.has(label)) {
        const group = document.createElement("optgroup");
        group.label = label;
        groups.set(label, group);
        select.append(group);
      }
      (groups.get(label) || select).append(option);
    }
  }

  function begin() {
    const place = new Map(names.places.map((/** @type {any} */ item) => [item.id, item.name]));
    const lasting = names.plans.filter((/** @type {any} */ plan) => over(plan.until));
    const old = lasting.reduce((/** @type {number} */ sum, /** @type {any} */ plan) => sum + plan.count, 0);
    offer("place", names.places);
    offer("plan", names.plans, (plan) => over(plan.until) ? "已到期" : "未到期");
    offer("department", names.departments, (item) => String(place.get(item.place) || ""));
    offer("certainty", names.certainties);
    offer("kind", names.enterprises);
    offer("topic", names.topics);
    offer("every", names.everies);
    pick("[data-zk-expired-label]").textContent = "连同已到期方案（" + old + " 项）";
    const asking = new URLSearchParams(location.search);
    FIELDS.filter((name) => asking.has(name)).forEach((name) => choose(field(name), String(asking.get(name))));
    field("expired").checked = asking.get("expired") === "1" || wanted();
    form.hidden = false;
    apply();
    // The page of a department with many rows sends here for a file of them all.
    const kind = asking.get("export");
    if (kind === "csv" || kind === "xlsx") {
      give(kind);
    }
  }

  /** What a list does not hold, as in an old address, is no choice. @param {any} control @param {string} value */
  function choose(control, value) {
    control.value = value;
    if (control.selectedIndex < 0) {
      control.selectedIndex = 0;
    }
  }

  /** All that is found; what was read is brought first. @param {"csv" | "xlsx"} kind */
  function give(kind) {
    brought = brought || zerenku.duties.rows(sheets, names);
    brought.then((/** @type {any} */ rows) => {
      const values = chosen();
      const fits = rows.all.filter(zerenku.dutyMatch.tester(values, names, today)).filter((/** @type {any} */ duty) => shown(duty.plan, values));
      const cells = zerenku.dutyMatch.sorted(fits, values.sort).map((duty) => zerenku.dutyMatch.cells(duty, names));
      const { csv, xlsx, save, TYPES } = zerenku.tableExport;
      const data = kind === "csv" ? csv(names.heads, cells) : xlsx(names.heads, cells, names.widths, "责任清单");
      save("责任清单-" + today + "." + kind, data, TYPES[kind]);
    });
  }

  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply, 0));
  field("expired").addEventListener("change", () => remember(field("expired").checked));
  more.addEventListener("click", () => extend());
  showExpired.addEventListener("click", () => {
    field("expired").checked = true;
    remember(true);
    apply();
  });
  form.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("[data-zk-export]");
    if (button instanceof HTMLElement) {
      give(/** @type {"csv" | "xlsx"} */ (button.dataset.zkExport));
    }
  });
  zerenku.duties.names(form.dataset.zkNames || "").then((/** @type {any} */ came) => {
    if (came) {
      names = came;
      begin();
    }
  });
});
