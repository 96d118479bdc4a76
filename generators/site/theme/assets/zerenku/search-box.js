// The search box of every page. The engine (search/client.js) and its shards are loaded when the box is first used.
var zerenku = zerenku || {};

zerenku.box = (function () {
  "use strict";

  const FIRST = 10;
  /** Milliseconds without a key before anything is loaded for what is typed. */
  const PAUSE = 120;
  const NO_INDEX = "这份网站没有带搜索索引。请用 zerenku build 重新生成网站。";
  const NO_FILES = "搜索文件读不出来：assets/zerenku/search 文件夹不完整，请重新拷贝整个网站。";
  /** @param {string} name */
  const meta = (name) => /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="' + name + '"]'))?.content;
  const base = (meta("zerenku-base") || ".") + "/";
  const searchable = meta("zerenku-search") === "yes";

  /** @type {Promise<void> | null} */
  let engine = null;
  /** Load the engine, then what shows its hits, then the head of the index, once. Classic scripts: nothing else may be
   * read from a file:// page. */
  function load() {
    const folder = base + "assets/zerenku/";
    const trying = engine || script(folder + "search/client.js").then(() => script(folder + "search-hit.js")).then(() => {
      zerenku.store.settle(folder + "search/");
      return zerenku.search.prepare();
    });
    engine = trying;
    trying.catch(() => { engine = null; });
    return trying;
  }

  /** @param {string} address @returns {Promise<void>} */
  function script(address) {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = address;
      element.onload = () => resolve();
      element.onerror = () => reject(new Error(address));
      document.head.append(element);
    });
  }

  /** An element with a class and content; strings become text, never markup.
   * @param {string} tag @param {string} name @param {(string | Node)[]} content */
  function make(tag, name, ...content) {
    const made = document.createElement(tag);
    if (name) {
      made.className = name;
    }
    made.append(...content);
    return made;
  }

  /** The address of the page with all results. @param {string} query */
  function resultsPage(query) {
    return base + "search.html?q=" + encodeURIComponent(query);
  }

  /** @template {keyof HTMLElementTagNameMap} K @param {K} tag @param {Record<string, string>} attributes */
  function element(tag, attributes) {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    return made;
  }

  /** One box: input, list of hits, and a line that screen readers are told. @param {Element} place @param {number} number */
  function mount(place, number) {
    const listId = "zk-hits-" + number;
    // The head of a phone has no room for more words.
    const hint = "搜责任、部门、文号" + (place.classList.contains("zk-search--header") ? "" : "、条款");
    const input = element("input", {
      class: "zk-search__input", type: "search", autocomplete: "off", spellcheck: "false", enterkeyhint: "search",
      placeholder: hint, role: "combobox", "aria-label": "搜索", "aria-expanded": "false",
      "aria-controls": listId, "aria-autocomplete": "list",
    });
    const status = element("p", { class: "zk-search__status", role: "status", "aria-live": "polite" });
    const list = element("div", { class: "zk-search__list", id: listId, role: "listbox", "aria-label": "搜索结果" });
    const more = element("p", { class: "zk-search__foot" });
    const panel = element("div", { class: "zk-search__panel" });
    panel.append(status, list, more);
    panel.hidden = true;
    place.append(input, panel);
    let active = -1, asked = "", shown = "";
    /** @type {number | undefined} */
    let timer;

    /** @param {boolean} yes */
    function open(yes) {
      panel.hidden = !yes;
      input.setAttribute("aria-expanded", String(yes && list.childElementCount > 0));
      document.documentElement.classList.toggle("zk-searching", yes);
      if (!yes) {
        input.removeAttribute("aria-activedescendant");
      }
    }

    /** @param {string} text */
    function tell(text) {
      status.textContent = text;
      status.classList.remove("zk-near");
      open(true);
    }

    /** @returns {HTMLElement[]} */
    function options() {
      return Array.from(list.querySelectorAll("[role=option]"));
    }

    /** Pick out an option, round and round; none with -1. @param {number} index */
    function activate(index) {
      const all = options();
      active = all.length && index >= 0 ? index % all.length : -1;
      all.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
      input.removeAttribute("aria-activedescendant");
      if (active >= 0) {
        input.setAttribute("aria-activedescendant", all[active].id);
        all[active].scrollIntoView({ block: "nearest" });
      }
    }

    /** @param {Result} result @param {string} query */
    function show(result, query) {
      shown = query;
      const links = [
        ...result.plans.map((plan) => zerenku.hits.planLink(plan, base)),
        ...result.hits.map((hit) => zerenku.hits.link(hit, result, base)),
      ];
      links.forEach((link, i) => {
        link.id = listId + "-" + i;
        link.tabIndex = -1;
        link.classList.add("zk-search__option");
        link.setAttribute("role", "option");
      });
      list.replaceChildren(...links);
      list.hidden = !links.length;
      activate(-1);
      list.scrollTop = 0;
      zerenku.hits.tell(status, result, query);
      open(true);
      more.replaceChildren();
      if (result.next !== null) {
        const all = element("a", { href: resultsPage(query) });
        all.textContent = "全部结果，可按地区、部门、时限缩小范围";
        more.append(all);
      }
      zerenku.hits.suggest(more, result, query, (name) => { input.value = name; input.focus(); search(); });
    }

    function search() {
      const query = input.value.trim();
      asked = query;
      clearTimeout(timer);
      if (!query) {
        list.replaceChildren();
        shown = "";
        open(false);
        return;
      }
      if (!searchable) {
        tell(NO_INDEX);
        return;
      }
      load().then(() => {
        const ready = asked === query ? zerenku.search.now(query, { limit: FIRST, today: zerenku.hits.today() }) : null;
        if (ready) {
          show(ready, query);
        } else {
          timer = setTimeout(() => fetchAndShow(query), PAUSE);
        }
      }).catch(() => tell(NO_FILES));
    }

    /** @param {string} query */
    function fetchAndShow(query) {
      zerenku.search.ask(query, { limit: FIRST, today: zerenku.hits.today(), stale: () => asked !== query })
        .then((result) => { if (result && asked === query) { show(result, query); } })
        .catch(() => tell(NO_FILES));
    }

    /** The hit that is picked out; with none, the only paper or clause that an address names, else all results. */
    function choose() {
      const query = input.value.trim();
      const all = /** @type {HTMLAnchorElement[]} */ (options());
      const direct = shown === query && (all.length === 1 || all[0]?.classList.contains("zk-hit--plan"));
      const target = active >= 0 ? all[active].href : direct ? all[0].href : query && searchable ? resultsPage(query) : "";
      if (target) {
        open(false);
        location.href = target;
      }
    }

    /** @type {Record<string, () => void>} */
    const keys = {
      ArrowDown: () => activate(active + 1),
      ArrowUp: () => activate(active > 0 ? active - 1 : options().length - 1),
      Enter: choose,
      Escape: () => (panel.hidden ? input.blur() : open(false)),
    };
    input.addEventListener("keydown", (event) => {
      if (!event.isComposing && keys[event.key]) {
        event.preventDefault();
        event.stopPropagation();
        keys[event.key]();
      }
    });
    // While pinyin is being composed its letters stand in the box: wait for the characters.
    input.addEventListener("input", (event) => { if (!(/** @type {InputEvent} */ (event)).isComposing) { search(); } });
    input.addEventListener("compositionend", search);
    input.addEventListener("focus", () => {
      if (searchable) {
        load().catch(() => undefined);
      }
      if (list.childElementCount) {
        open(true);
      }
    });
    list.addEventListener("click", () => open(false));
    document.addEventListener("click", (event) => {
      if (event.target instanceof Node && !place.contains(event.target)) { open(false); }
    });
    return { input, ask: (/** @type {string} */ query) => { input.value = query; input.focus(); search(); } };
  }

  const boxes = Array.from(document.querySelectorAll("[data-zk-search]")).map(mount);

  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input,textarea,select,[contenteditable]");
    const field = document.querySelector("[data-zk-query]") || (boxes[0] && boxes[0].input);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && field) {
      event.preventDefault();
      /** @type {HTMLInputElement} */ (field).focus();
    }
  }, true);
  for (const line of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-zk-try]"))) {
    line.hidden = false;
    line.addEventListener("click", (event) => {
      const query = event.target instanceof HTMLElement ? event.target.dataset.query : "";
      if (query) {
        event.stopPropagation();
        boxes[0].ask(query);
      }
    });
  }
  /** Put a question into the first box. @param {string} query */
  const ask = (query) => { if (boxes[0]) { boxes[0].ask(query); } };
  return { base, searchable, load, script, make, ask, NO_INDEX, NO_FILES };
})();

(function () {
  "use strict";

  const { base, searchable, load, script } = zerenku.box;
  const query = new URLSearchParams(location.search).get("q");
  const page = document.querySelector("[data-zk-results]");
  if (page) {
    page.removeAttribute("hidden");
    (searchable ? load().then(() => script(base + "assets/zerenku/search-chips.js")).then(() => script(base + "assets/zerenku/search-page.js")) : Promise.reject(new Error("index")))
      .catch(() => { page.textContent = searchable ? zerenku.box.NO_FILES : zerenku.box.NO_INDEX; });
  } else if (query && !document.querySelector("[data-zk-filters]")) {
    zerenku.box.ask(query);
  }
})();
