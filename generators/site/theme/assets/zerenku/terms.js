// Terms in the text: what a term means opens beside it on hover, on focus and on a first tap; Esc closes, a second tap
// or a click leads to the list of terms. The meanings come as one script when somebody first touches a term.
(function () {
  "use strict";

  const base = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="zerenku-base"]'));
  const WAIT = 150;
  /** Id of a term → its name and what it means. @typedef {Record<string, string[]>} Meanings */
  /** @type {Promise<Meanings> | null} */
  let meanings = null;
  /** @type {HTMLElement | null} */
  let note = null;
  /** @type {HTMLAnchorElement | null} */
  let shownFor = null;
  /** @type {number | undefined} */
  let timer;

  function bring() {
    if (!meanings) {
      meanings = new Promise((done) => {
        const script = document.createElement("script");
        script.src = (base ? base.content.replace(/\/?$/, "/") : "") + "assets/zerenku/term-senses.js";
        script.onload = () => done(/** @type {any} */ (window).zerenkuTerms || {});
        script.onerror = () => done({});
        document.head.append(script);
      });
    }
    return meanings;
  }

  const idOf = (/** @type {HTMLAnchorElement} */ link) => decodeURIComponent(link.hash.replace(/^#term-/, ""));

  function make() {
    const made = document.createElement("div");
    made.className = "zk-term-note";
    made.id = "zk-term-note";
    made.setAttribute("role", "tooltip");
    made.hidden = true;
    made.addEventListener("mouseenter", () => clearTimeout(timer));
    made.addEventListener("mouseleave", later);
    document.body.append(made);
    return made;
  }

  /** @param {string} text @param {boolean} [strong] */
  function line(text, strong) {
    const element = document.createElement(strong ? "b" : "p");
    element.textContent = text;
    return element;
  }

  /** Put the note beside the term, inside the window. @param {HTMLElement} note @param {HTMLElement} link */
  function place(note, link) {
    const box = link.getClientRects()[0] || link.getBoundingClientRect();
    const width = Math.min(340, document.documentElement.clientWidth - 16);
    note.style.width = width + "px";
    const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8));
    const under = box.bottom + 6;
    const fits = under + note.offsetHeight < window.innerHeight;
    note.style.left = left + window.scrollX + "px";
    note.style.top = (fits ? under : Math.max(8, box.top - note.offsetHeight - 6)) + window.scrollY + "px";
  }

  /** @param {HTMLAnchorElement} link */
  function open(link) {
    clearTimeout(timer);
    if (shownFor === link) {
      return;
    }
    close();
    shownFor = link;
    bring().then((all) => {
      const term = Object.prototype.hasOwnProperty.call(all, idOf(link)) ? all[idOf(link)] : null;
      if (shownFor !== link || !term) {
        return;
      }
      note = note || make();
      const senses = term.slice(1);
      note.replaceChildren(line(term[0], true),
        ...senses.map((sense, index) => line((senses.length > 1 ? index + 1 + "．" : "") + sense)));
      note.hidden = false;
      link.setAttribute("aria-describedby", note.id);
      place(note, link);
    });
  }

  function close() {
    clearTimeout(timer);
    if (shownFor) {
      shownFor.removeAttribute("aria-describedby");
      shownFor = null;
    }
    if (note) {
      note.hidden = true;
    }
  }

  /** Leave time to move onto the note. */
  function later() {
    clearTimeout(timer);
    timer = setTimeout(close, WAIT);
  }

  /** @param {Event} event @returns {HTMLAnchorElement | null} */
  const termOf = (event) => (event.target instanceof Element ? event.target.closest("a.zk-term") : null);
  let touched = false;

  document.addEventListener("pointerover", (event) => {
    const link = event.pointerType === "mouse" ? termOf(event) : null;
    if (link) {
      open(link);
    }
  });
  document.addEventListener("pointerout", (event) => {
    if (event.pointerType === "mouse" && termOf(event)) {
      later();
    }
  });
  document.addEventListener("focusin", (event) => {
    const link = termOf(event);
    if (link && !touched) {
      open(link);
    } else if (!link) {
      close();
    }
  });
  document.addEventListener("focusout", (event) => {
    if (termOf(event) && !touched) {
      later();
    }
  });
  document.addEventListener("pointerdown", (event) => { touched = event.pointerType === "touch"; });
  document.addEventListener("click", (event) => {
    const link = termOf(event);
    if (link && touched && (shownFor !== link || note === null || note.hidden)) {
      event.preventDefault();
      open(link);
    } else if (!link && !(note && event.target instanceof Node && note.contains(event.target))) {
      close();
    }
    touched = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shownFor) {
      close();
    }
  });
})();
