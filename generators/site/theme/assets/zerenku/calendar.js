// The calendar on the day of reading: today's month and day, what is past or to come, and no days of expired plans alone.
// When the scripts of every page have run, whichever stands first.
document.addEventListener("DOMContentLoaded", () => {
  "use strict";

  const OVER = "over";
  const { between, text, left, state } = zerenku.days;
  const today = zerenku.days.today();
  const month = today.slice(0, 7);
  const { over, wanted, remember } = zerenku.expired;

  /** @param {string} selector @returns {HTMLElement[]} */
  const all = (selector) => Array.from(document.querySelectorAll(selector));

  /** Say of every day whether it is past, in words and by a mark that colours go by. */
  function judgeDays() {
    for (const day of all("[data-zk-day]")) {
      const days = between(today, day.dataset.zkDay || "");
      const words = document.createElement("span");
      words.className = "zk-left";
      words.textContent = left(days, "已过期限");
      day.dataset.state = state(days, OVER);
      /** @type {HTMLElement} */ (day.querySelector(".zk-day__date")).append(" ", words);
    }
    for (const cell of all("[data-zk-date]")) {
      const days = between(today, cell.dataset.zkDate || "");
      cell.dataset.state = state(days, OVER);
      if (!days) {
        cell.setAttribute("aria-current", "date");
      }
    }
  }

  /** How many things stand behind a number, with or without those of expired plans. @param {string} told @param {boolean} every */
  function counted(told, every) {
    return told.split(" ").map((part) => part.split(":")).reduce((sum, [end, count]) => sum + (every || !over(end) ? Number(count) : 0), 0);
  }

  /** Write the numbers of months and days anew. @param {boolean} every */
  function recount(every) {
    for (const link of all("[data-zk-ends]")) {
      const count = counted(link.dataset.zkEnds || "", every);
      /** @type {HTMLElement} */ (link.querySelector("[data-zk-number]")).textContent = String(count);
      link.classList.toggle("zk-nothing", !count);
    }
    for (const year of all("[data-zk-year]")) {
      year.hidden = !year.querySelector("a:not(.zk-nothing)");
    }
  }

  /** Say of things of expired plans that they are that. */
  function markExpired() {
    for (const entry of all(".zk-entry[data-zk-until]")) {
      if (over(entry.dataset.zkUntil)) {
        const mark = document.createElement("span");
        mark.className = "zk-status";
        mark.dataset.state = "after";
        mark.textContent = "方案已到期";
        /** @type {HTMLElement} */ (entry.querySelector(".zk-entry__source")).append(mark);
      }
    }
  }

  /** A day of which nothing is shown goes with what it held. */
  function hideEmptyDays() {
    for (const day of all(".zk-day")) {
      day.hidden = !day.querySelector("li:not([hidden])");
    }
  }

  /** On the page of a month: numbers and days follow the switch of the list. */
  function followSwitch() {
    const button = document.querySelector("[data-zk-expired] button");
    const follow = () => {
      recount(!button || button.getAttribute("aria-pressed") === "true" || /** @type {HTMLElement} */ (button.parentElement).hidden);
      hideEmptyDays();
    };
    document.addEventListener("click", () => setTimeout(follow, 0));
    window.addEventListener("hashchange", () => setTimeout(follow, 0));
    follow();
  }

  /** On the page of months: a switch of its own, and where today stands. */
  function showMonths() {
    const line = /** @type {HTMLElement} */ (document.querySelector("[data-zk-months-expired]"));
    const links = all("[data-zk-month]");
    const button = /** @type {HTMLElement} */ (line.querySelector("button"));
    const sum = (/** @type {boolean} */ every) => links.reduce((total, link) => total + counted(link.dataset.zkEnds || "", every), 0);
    const old = sum(true) - sum(false);
    /** @param {boolean} every */
    function turn(every) {
      recount(every);
      /** @type {HTMLElement} */ (line.querySelector("span")).textContent = "已到期方案的事项（" + old + " 项）" + (every ? "，已一并计入。" : "，没有计入。");
      button.textContent = every ? "不计已到期的" : "显示已到期方案的事项";
      button.setAttribute("aria-pressed", String(every));
    }
    for (const link of links) {
      const stands = (link.dataset.zkMonth || "") < month ? OVER : link.dataset.zkMonth === month ? "now" : "later";
      link.dataset.state = stands;
      if (stands === "now") {
        link.setAttribute("aria-current", "date");
      }
    }
    sayToday(links);
    line.hidden = !old;
    turn(!old || wanted());
    button.addEventListener("click", () => {
      const every = button.getAttribute("aria-pressed") !== "true";
      remember(every);
      turn(every);
    });
  }

  /** @param {HTMLElement[]} links */
  function sayToday(links) {
    const line = /** @type {HTMLElement} */ (document.querySelector("[data-zk-months-today]"));
    const next = links.find((link) => (link.dataset.zkMonth || "") >= month && counted(link.dataset.zkEnds || "", false));
    line.textContent = "今天是" + text(today) + "。";
    if (next) {
      const jump = document.createElement("a");
      jump.href = /** @type {HTMLAnchorElement} */ (next).href;
      jump.textContent = next.dataset.zkMonth === month ? "看本月到期的" : "看接下来到期的";
      line.append(jump);
    } else {
      line.append("往后没有写明日期的事项。");
    }
    line.hidden = false;
  }

  judgeDays();
  markExpired();
  if (document.querySelector("[data-zk-months-expired]")) {
    showMonths();
  } else if (document.querySelector("[data-zk-month-list]")) {
    followSwitch();
  }
});
