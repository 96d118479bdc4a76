(function () {
  "use strict";
  const body = document.body;
  const folders = (body.dataset.zkFolders || "").split(" ");
  const told = body.dataset.zkSite;
  const asked = location.pathname;
  const inside = asked.slice(0, asked.lastIndexOf("/") + 1);

  /** Folders that may be the root of the site, the likeliest first. */
  function candidates() {
    const found = told ? [new URL(told).pathname] : [];
    const parts = inside.split("/").slice(1, -1);
    const known = parts.findIndex((part) => folders.includes(decoded(part)));
    if (known >= 0) {
      found.push("/" + parts.slice(0, known).map((part) => part + "/").join(""));
    }
    for (let count = parts.length; count >= 0; count -= 1) {
      found.push("/" + parts.slice(0, count).map((part) => part + "/").join(""));
    }
    return found.filter((root, i) => found.indexOf(root) === i);
  }

  /** @param {string} text */
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch (broken) {
      return text;
    }
  }

  /** @param {string} root @param {string} name */
  function style(root, name) {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = root + "assets/zerenku/" + name + ".css";
    document.head.append(link);
    return link;
  }

  /** @param {string} root */
  function settle(root) {
    document.querySelectorAll("[data-zk-way]").forEach((link) => {
      link.setAttribute("href", root + link.getAttribute("data-zk-way"));
    });
    ["site", "search"].forEach((name) => style(root, name));
    style(root, "dark").media = "screen and (prefers-color-scheme: dark)";
    ask(asked.slice(inside.length).replace(/\.\w+$/, ""));
  }

  /** Let the box look for what the address spoke of. @param {string} name */
  function ask(name) {
    const words = decoded(name).replace(/[-_+/]+/g, " ").trim();
    const input = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-zk-search] input"));
    const line = /** @type {HTMLElement | null} */ (document.querySelector("[data-zk-asked]"));
    if (!input || !line || !words || words === "404" || words === "index") {
      return;
    }
    line.textContent = "要找的是“" + decoded(asked.slice(inside.length)) + "”。";
    line.hidden = false;
    input.value = words;
    input.dispatchEvent(new Event("focus"));
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** The root is where the script of the search box lies. @param {string[]} roots */
  function attempt(roots) {
    if (!roots.length) {
      return;
    }
    const root = new URL(roots[0], location.href).href;
    const base = document.createElement("meta");
    base.name = "zerenku-base";
    base.content = root.replace(/\/$/, "");
    document.head.append(base);
    const script = document.createElement("script");
    script.src = root + "assets/zerenku/search-box.js";
    script.onload = () => settle(root);
    script.onerror = () => {
      base.remove();
      script.remove();
      attempt(roots.slice(1));
    };
    document.head.append(script);
  }

  attempt(candidates());
})();
