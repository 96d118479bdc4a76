// Things judged on the day of reading, and copying: status of plans and stages, days left, links and citations.
(function () {
  "use strict";

  const { between, left, state, text: dateText } = zerenku.days;
  const today = zerenku.days.today();

  /** Days from today to an ISO day; negative when it has passed. @param {string | undefined} iso */
  const daysTo = (iso) => between(today, String(iso));
  /** @param {ParentNode} around @param {string} selector @returns {NodeListOf<HTMLElement>} */
  const all = (around, selector) => around.querySelectorAll(selector);

  /** Write the status of every plan and stage: 未开始, 进行中 or 已到期. */
  function showStatus() {
    for (const element of all(document, "[data-from][data-to]")) {
      const stands = daysTo(element.dataset.from) > 0 ? "before" : daysTo(element.dataset.to) < 0 ? "after" : "during";
      element.dataset.state = stands;
      if (element.classList.contains("zk-status")) {
        element.textContent = { before: "未开始", during: "进行中", after: "已到期" }[stands];
      }
    }
  }

  /** On the line of a plan's time: where today stands, as a mark and in words. */
  function showStageLines() {
    for (const line of all(document, "[data-zk-line]")) {
      const from = daysTo(line.dataset.from), to = daysTo(line.dataset.to);
      const words = /** @type {HTMLElement} */ (line.querySelector("[data-zk-now-says]"));
      const names = Array.from(all(line, "[data-zk-span]"))
        .filter((stage) => daysTo(stage.dataset.from) <= 0 && daysTo(stage.dataset.to) >= 0)
        .map((stage) => "“" + stage.dataset.zkSpan + "”");
      const at = names.length ? "，处在" + Array.from(new Set(names)).join("、") : "";
      words.textContent = "今天是" + dateText(today) + "，"
        + (from > 0 ? "还有" + from + "天开始。" : to < 0 ? "期限已过" + -to + "天。" : "期限还有" + (to + 1) + "天" + at + "。");
      words.hidden = false;
      for (const mark of from > 0 || to < 0 ? [] : Array.from(all(line, "[data-zk-now]"))) {
        const place = ((0.5 - from) * 100 / (to - from + 1)).toFixed(2) + "%";
        mark.setAttribute("x1", place);
        mark.setAttribute("x2", place);
        mark.removeAttribute("visibility");
      }
    }
  }

  /** Add to every deadline how long is left. */
  function showDaysLeft() {
    for (const element of all(document, "[data-due]")) {
      const days = daysTo(element.dataset.due);
      const words = document.createElement("span");
      words.className = "zk-left";
      words.textContent = left(days);
      element.dataset.state = state(days);
      element.append(" ", words);
    }
  }

  /** Say of which day a list is. */
  function showAsOf() {
    for (const place of all(document, "[data-zk-as-of]")) {
      place.textContent = "到期与否按今天（" + dateText(today) + "）判断。";
    }
  }

  /** Copy text; the old way where the clipboard is closed to us (an old browser, a page from a stick). @param {string} text */
  function copy(text) {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text).catch(() => copyBySelection(text));
    }
    return copyBySelection(text);
  }

  /** @param {string} text @returns {Promise<void>} */
  function copyBySelection(text) {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "zk-offscreen";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("copy"));
  }

  /** @param {HTMLElement} button @param {string} text */
  function answer(button, text) {
    const before = button.textContent;
    button.textContent = text;
    setTimeout(() => { button.textContent = before; }, 1600);
  }

  document.addEventListener("click", (event) => {
    /** @type {HTMLElement | null} */
    const button = event.target instanceof Element ? event.target.closest("[data-copy],[data-copy-link]") : null;
    if (!button || button.dataset.busy) {
      return;
    }
    const link = button.dataset.copyLink;
    const page = location.href.split("#")[0];
    const text = link === undefined ? String(button.dataset.copy) : link ? page + "#" + link : page;
    button.dataset.busy = "1";
    setTimeout(() => { delete button.dataset.busy; }, 1700);
    copy(text).then(() => answer(button, "已复制"), () => answer(button, "请手动复制"));
  });

  for (const button of all(document, "[data-zk-print]")) {
    button.addEventListener("click", () => window.print());
  }
  showStatus();
  showStageLines();
  showDaysLeft();
  showAsOf();
})();
