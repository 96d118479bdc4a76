// Things judged on the day of reading, and copying: status of plans and stages, days left, links and citations.
(function () {
  "use strict";

  const { between, left, state, text: dateText } = zerenku.days;
  const today = zerenku.days.today();

  /** Days from today to an ISO day; negative when it has passed. */
  const daysTo = (iso) => between(today, iso);

  /** Write the status of every plan and stage: 未开始, 进行中 or 已到期. */
  function showStatus() {
    for (const element of document.querySelectorAll("[data-from][data-to]")) {
      const stands = daysTo(element.dataset.from) > 0 ? "before" : daysTo(element.dataset.to) < 0 ? "after" : "during";
      element.dataset.state = stands;
      if (element.classList.contains("zk-status")) {
        element.textContent = { before: "未开始", during: "进行中", after: "已到期" }[stands];
      }
    }
  }

  /** On the line of a plan's time: where today stands, as a mark and in words. */
  function showStageLines() {
    for (const line of document.querySelectorAll("[data-zk-line]")) {
      const from = daysTo(line.dataset.from), to = daysTo(line.dataset.to);
      const words = line.querySelector("[data-zk-now-says]");
      const names = Array.from(line.querySelectorAll("[data-zk-span]"))
        .filter((stage) => daysTo(stage.dataset.from) <= 0 && daysTo(stage.dataset.to) >= 0)
        .map((stage) => "“" + stage.dataset.zkSpan + "”");
      const at = names.length ? "，处在" + Array.from(new Set(names)).join("、") : "";
      words.textContent = "今天是" + dateText(today) + "，"
        + (from > 0 ? "还有" + from + "天开始。" : to < 0 ? "期限已过" + -to + "天。" : "期限还有" + (to + 1) + "天" + at + "。");
      words.hidden = false;
      for (const mark of from > 0 || to < 0 ? [] : line.querySelectorAll("[data-zk-now]")) {
        const place = ((0.5 - from) * 100 / (to - from + 1)).toFixed(2) + "%";
        mark.setAttribute("x1", place);
        mark.setAttribute("x2", place);
        mark.removeAttribute("visibility");
      }
    }
  }

  /** Add to every deadline how long is left. */
  function showDaysLeft() {
    for (const element of document.querySelectorAll("[data-due]")) {
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
    for (const place of document.querySelectorAll("[data-zk-as-of]")) {
      place.textContent = "到期与否按今天（" + dateText(today) + "）判断。";
    }
  }

  /** On the page of deadlines: where today stands, with a link to what comes next. */
  function showToday() {
    const line = document.querySelector("[data-zk-today]");
    if (!line) {
      return;
    }
    const count = { past: 0, today: 0, ahead: 0 };
    let next = null;
    for (const element of document.querySelectorAll("[data-count]")) {
      const days = daysTo(element.dataset.due);
      count[days < 0 ? "past" : days === 0 ? "today" : "ahead"] += Number(element.dataset.count);
      next = next || (days >= 0 ? element.closest("section") : null);
    }
    line.textContent = "今天是 " + dateText(today) + "：已到期 " + count.past + " 项，今天到期 " + count.today + " 项，往后 " + count.ahead + " 项。";
    if (next) {
      const jump = document.createElement("a");
      jump.href = "#" + next.id;
      jump.textContent = "看接下来的";
      line.append(" ", jump);
    }
    line.hidden = false;
  }

  /** Copy text; the old way where the clipboard is closed to us (an old browser, a page from a stick). */
  function copy(text) {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text).catch(() => copyBySelection(text));
    }
    return copyBySelection(text);
  }

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

  function answer(button, text) {
    const before = button.textContent;
    button.textContent = text;
    setTimeout(() => { button.textContent = before; }, 1600);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy],[data-copy-link]");
    if (!button || button.dataset.busy) {
      return;
    }
    const link = button.dataset.copyLink;
    const page = location.href.split("#")[0];
    const text = link === undefined ? button.dataset.copy : link ? page + "#" + link : page;
    button.dataset.busy = "1";
    setTimeout(() => { delete button.dataset.busy; }, 1700);
    copy(text).then(() => answer(button, "已复制"), () => answer(button, "请手动复制"));
  });

  for (const button of document.querySelectorAll("[data-zk-print]")) {
    button.addEventListener("click", () => window.print());
  }
  showStatus();
  showStageLines();
  showDaysLeft();
  showAsOf();
  showToday();
})();
