// Colours and size that the reader chose, kept in this browser alone. Runs in the head, before anything is drawn.
(function () {
  "use strict";
  const KEYS = { large: "zerenku.large", dark: "zerenku.dark" };
  const root = document.documentElement;
  // From here on pages may show what only scripts can do.
  root.classList.remove("no-js");
  const sheet = /** @type {HTMLLinkElement | null} */ (document.getElementById("zk-dark"));
  const wish = matchMedia("(prefers-color-scheme: dark)");

  /** What was chosen: "yes", "no", or nothing. @param {string} key */
  function kept(key) {
    try {
      return localStorage.getItem(key) || "";
    } catch (refused) {
      return "";
    }
  }

  /** @param {string} key @param {boolean} on */
  function keep(key, on) {
    try {
      localStorage.setItem(key, on ? "yes" : "no");
    } catch (refused) {
      // A browser that keeps nothing still changes this page.
    }
  }

  const chosen = { large: kept(KEYS.large) === "yes", dark: kept(KEYS.dark) };
  const isDark = () => (chosen.dark ? chosen.dark === "yes" : wish.matches);

  function apply() {
    root.classList.toggle("zk-large", chosen.large);
    root.classList.toggle("zk-darkened", isDark());
    if (sheet) {
      sheet.media = isDark() ? "screen" : "not all";
    }
    const says = { large: chosen.large, dark: isDark() };
    document.querySelectorAll("[data-zk-mode]").forEach((button) => {
      const mode = button.getAttribute("data-zk-mode");
      button.setAttribute("aria-pressed", String(mode === "large" ? says.large : says.dark));
    });
  }

  /** @param {Event} event */
  function onClick(event) {
    const target = /** @type {Element} */ (event.target);
    const mode = target.closest("[data-zk-mode]")?.getAttribute("data-zk-mode");
    if (mode === "large") {
      chosen.large = !chosen.large;
      keep(KEYS.large, chosen.large);
    } else if (mode === "dark") {
      const on = !isDark();
      chosen.dark = on ? "yes" : "no";
      keep(KEYS.dark, on);
    } else {
      return;
    }
    apply();
  }

  /** The menu of a narrow window is a label, which no key reaches: with scripts it is a button. */
  function menuByKeyboard() {
    const label = document.querySelector("[data-zk-menu]");
    const drawer = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"));
    if (!label || !drawer) {
      return;
    }
    const menu = document.createElement("button");
    menu.type = "button";
    menu.className = label.className;
    menu.setAttribute("aria-label", label.getAttribute("aria-label") || "");
    menu.setAttribute("aria-expanded", "false");
    menu.setAttribute("data-zk-menu", "");
    menu.append(...label.childNodes);
    label.replaceWith(menu);
    menu.addEventListener("click", () => drawer.click());
    drawer.addEventListener("change", () => menu.setAttribute("aria-expanded", String(drawer.checked)));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && drawer.checked) {
        drawer.click();
        menu.focus();
      }
    });
  }

  root.classList.add("zk-js");
  apply();
  wish.addEventListener?.("change", apply);
  document.addEventListener("click", onClick);
  // Other pages of this site in other windows follow.
  window.addEventListener("storage", (event) => {
    if (event.key === KEYS.large || event.key === KEYS.dark) {
      chosen.large = kept(KEYS.large) === "yes";
      chosen.dark = kept(KEYS.dark);
      apply();
    }
  });
  document.addEventListener("DOMContentLoaded", () => {
    apply();
    menuByKeyboard();
  });
})();
