// Lists of duties leave out what belongs to expired plans until somebody wants to see it; the wish is remembered.
var zerenku = zerenku || {};

zerenku.expired = (function () {
  "use strict";

  const KEY = "zk-expired";
  const SHOWN = "show";
  const today = zerenku.days.today();

  /** Whether a plan that runs to this ISO date is over today; one without an end never is. @param {string | undefined} until */
  function over(until) {
    return Boolean(until) && String(until) < today;
  }

  /** Whether the reader wants to see what is over. A browser that keeps nothing for files forgets it with the page. */
  function wanted() {
    try {
      return localStorage.getItem(KEY) === SHOWN;
    } catch (error) {
      return false;
    }
  }

  /** @param {boolean} yes */
  function remember(yes) {
    try {
      if (yes) {
        localStorage.setItem(KEY, SHOWN);
      } else {
        localStorage.removeItem(KEY);
      }
    } catch (error) {
      // Nothing is kept: the switch works on this page only.
    }
  }

  return { over, wanted, remember };
})();

(function () {
  "use strict";

  const { over, wanted, remember } = zerenku.expired;
  const line = /** @type {HTMLElement | null} */ (document.querySelector("[data-zk-expired]"));
  const parts = /** @type {HTMLElement[]} */ (Array.from(document.querySelectorAll(".zk-of-plan")));
  const gone = parts.filter((part) => over(part.dataset.zkUntil));
  const button = line && line.querySelector("button");
  const says = line && line.querySelector("[data-zk-expired-says]");
  if (!line || !button || !says || !gone.length) {
    return;
  }
  /** How many different things they lead to: one may stand under several heads. @param {HTMLElement[]} some */
  const count = (some) => new Set(some.flatMap((part) =>
    Array.from(part.querySelectorAll("a.zk-do"), (link) => link.getAttribute("href")))).size;
  const all = count(parts), old = count(gone);
  const nothingElse = all === old;
  const last = gone.map((part) => String(part.dataset.zkUntil)).sort().slice(-1)[0];
  let shown = wanted();

  /** What the line says. @param {boolean} yes */
  function told(yes) {
    const left = nothingElse
      ? "本页 " + old + " 项都出自已到期的方案（最晚的" + zerenku.days.text(last) + "到期）"
      : "本页 " + all + " 项中，" + old + " 项出自已到期的方案";
    return left + (yes ? "，已一并列出。" : "，没有列出。");
  }

  /**
   * A section of which nothing is left says so, with a way to see it; where nothing at all is left the line over them
   * says it once, and they are gone. @param {HTMLElement} section
   */
  function sayLeftOut(section) {
    const own = /** @type {HTMLElement[]} */ (Array.from(section.querySelectorAll(".zk-of-plan")));
    if (!own.length) {
      return;
    }
    const empty = own.every((part) => part.hidden);
    let note = /** @type {HTMLElement | null} */ (section.querySelector(".zk-left-out"));
    if (empty && !note && !nothingElse) {
      note = document.createElement("p");
      note.className = "zk-left-out";
      const show = document.createElement("button");
      show.type = "button";
      show.textContent = "显示";
      show.addEventListener("click", () => turn(true));
      note.append("这里的 " + count(own) + " 项都出自已到期的方案。", show);
      section.append(note);
    }
    if (note) {
      note.hidden = !empty;
    }
    section.hidden = empty && nothingElse;
    section.classList.toggle("zk-emptied", empty);
  }

  /** @param {boolean} yes */
  const turn = (yes) => {
    shown = yes;
    for (const part of gone) {
      part.hidden = !yes;
    }
    says.textContent = told(yes);
    button.textContent = yes ? "不看已到期的" : "显示已到期方案的事项";
    button.setAttribute("aria-pressed", String(yes));
    line.classList.toggle("zk-expired--all", nothingElse && !yes);
    document.querySelectorAll("section").forEach(sayLeftOut);
  };

  /** An address that leads into what is left out, or to a section of which nothing is left, brings it back. */
  function follow() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const part = target && target.closest(".zk-of-plan, .zk-emptied");
    if (target && part instanceof HTMLElement && (part.hidden || part.classList.contains("zk-emptied"))) {
      turn(true);
      target.scrollIntoView();
    }
  }

  button.addEventListener("click", () => {
    turn(!shown);
    remember(shown);
  });
  window.addEventListener("hashchange", follow);
  line.hidden = false;
  turn(shown);
  follow();
})();
