// The answer below the choice: its head with date and tools, the switch for plans that have ended, the duties.

/**
 * @typedef {{place: string, within: string[], firm: Firm, ended: boolean, address: string,
 *   onEnded: (ended: boolean) => void}} Wish what was chosen; whether plans that have ended are wanted, too
 */

var zerenkuAnswer = (function () {
  "use strict";

  const { make, collect, grouped, item, heads, plans, forCalendar } = zerenkuList;
  const ticks = zerenkuTicks;

  /** @param {string} text @param {((on: HTMLButtonElement) => void) | null} act @param {Record<string, string | boolean>} [attributes] */
  function button(text, act, attributes) {
    const made = make("button", { type: "button", ...attributes }, text);
    if (act) {
      made.addEventListener("click", () => act(made));
    }
    return made;
  }

  /** Say something on the button for a moment. @param {HTMLElement} on @param {string} text */
  function say(on, text) {
    const before = on.dataset.says || on.textContent || "";
    on.dataset.says = before;
    on.textContent = text;
    setTimeout(() => { on.textContent = before; }, 2500);
  }

  /** @param {HTMLElement} on @param {string} name @param {Entry[]} entries @param {string} today */
  function saveCalendar(on, name, entries, today) {
    const text = zerenkuCalendar.calendar(name, forCalendar(entries), today);
    if (!text) {
      say(on, "往后没有写明日子的事");
      return;
    }
    zerenkuCalendar.save(name.replace(/[\\/:*?"<>|\s]+/g, "") + ".ics", text);
    say(on, "已存");
  }

  /** @param {Wish} wish @param {number} count */
  function endedSwitch(wish, count) {
    const box = make("input", { type: "checkbox", "data-zk-ended": true });
    box.checked = wish.ended;
    box.addEventListener("change", () => wish.onEnded(box.checked));
    return make("label", { class: "zk-option zk-result__ended" }, box, make("span", {}, "也看已到期方案的 " + count + " 项"));
  }

  /** @param {string} name @param {Wish} wish @param {Entry[]} entries @param {string} today @param {() => void} refresh */
  function tools(name, wish, entries, today, refresh) {
    const ids = entries.flatMap((entry) => entry.ids);
    return make("p", { class: "zk-result__tools" },
      button("复制链接", null, { "data-copy": wish.address }),
      button("打印", () => window.print()),
      button("存到日历", (on) => saveCalendar(on, name, entries, today)),
      button("清除勾选", () => { ticks.clear(ids); refresh(); }, { "data-zk-untick": true }));
  }

  /** @param {[string, string, Entry[]][]} groups @param {number} total */
  function counts(groups, total) {
    return total ? "共 " + total + " 项：" + groups.map(([label, , members]) => label + " " + members.length).join("、") : "";
  }

  /** @param {number} ended */
  function nothing(ended) {
    return make("p", { class: "zk-empty" }, ended
      ? "现行方案里没有写到；已到期的方案里有 " + ended + " 项，打开上面的开关就能看。"
      : "这里的方案没有写到这类企业。换个说法，或再选一项试试。");
  }

  /** @param {HTMLElement} result @param {Wish} wish */
  function show(result, wish) {
    const today = zerenku.days.today();
    const all = collect(wish.firm, wish.within, today);
    const entries = all.filter((entry) => wish.ended || !entry.ended);
    const ended = all.filter((entry) => entry.ended).length;
    const groups = grouped(entries, wish.firm);
    const words = wish.firm.chosen.map((id) => zerenkuEnterprise.word(id).name);
    const name = wish.place + "：" + (words.length ? words.join("、") : "所有企业");
    const done = make("span", { class: "zk-result__done", role: "status" });
    const tell = () => {
      const ticked = entries.filter((entry) => ticks.day(entry.duty.id)).length;
      done.textContent = ticked ? "已勾 " + ticked + "/" + entries.length + " 项。" : "";
    };
    const refresh = () => show(result, wish);
    result.replaceChildren(
      make("h2", { id: "result", tabindex: "-1" }, name + "要做什么"),
      make("p", { class: "zk-result__count", role: "status" }, counts(groups, entries.length)),
      make("p", { class: "zk-caution" }, "查看日期：" + zerenku.days.text(today) + "。文字系摘编，以原文为准。"),
      ended ? endedSwitch(wish, ended) : "",
      entries.length ? tools(name, wish, entries, today, refresh) : "",
      entries.length ? heads() : nothing(ended),
      ...groups.map(([label, key, members]) => make("section", { class: "zk-often", id: "often-" + key },
        make("h3", {}, label + "（" + members.length + "）"),
        make("ul", { class: "zk-obs" }, ...members.map((entry) => item(entry, wish.firm, today, tell))))),
      entries.length ? make("p", { class: "zk-result__note" }, done, ticks.note()) : "",
      entries.length ? plans(entries) : "",
    );
    tell();
    result.hidden = false;
    jump(result, entries.length);
  }

  /** On a small screen the choice hides the answer: a bar at the foot says that it is there, until it is in sight.
   * @param {HTMLElement} result @param {number} count */
  function jump(result, count) {
    const bar = document.querySelector(".zk-jump") || newBar(result);
    bar.textContent = count ? "看结果：共 " + count + " 项 ↓" : "看结果 ↓";
  }

  /** @param {HTMLElement} result */
  function newBar(result) {
    const bar = button("", () => {
      const head = /** @type {HTMLElement} */ (result.querySelector("h2"));
      head.scrollIntoView();
      head.focus({ preventScroll: true });
    }, { class: "zk-jump" });
    result.before(bar);
    if (window.IntersectionObserver) {
      const watch = new IntersectionObserver((seen) => { bar.hidden = seen[seen.length - 1].isIntersecting; });
      watch.observe(result);
    }
    return bar;
  }

  return show;
})();
