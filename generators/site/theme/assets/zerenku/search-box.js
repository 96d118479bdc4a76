// The search box of every page. The engine (search.js) and its index are other files, loaded when the box is first used:
// window.zerenkuSearch(query, {limit}) -> {tier, total, hits: [{url, plan, cite, heading, summary, duty, owner, certainty, deadlines, tier}], nearest}
(function () {
  "use strict";

  const TIERS = { exact: "完全匹配", all: "包含全部词", alias: "同义", close: "相近" };
  const FIRST = 20;
  const MORE = 200;
  const BREAKS = /[\s，。、；：？！,.;:?!“”"《》〈〉]+/;
  const meta = (name) => (document.querySelector('meta[name="' + name + '"]') || {}).content;
  const base = (meta("zerenku-base") || ".") + "/";
  const searchable = meta("zerenku-search") === "yes";

  let engine = null;
  /** Load the index, then the engine, once. Classic scripts: nothing else may be read from a file:// page. */
  function load() {
    engine = engine || ["search-index.js", "search.js"].reduce(
      (before, name) => before.then(() => script(base + "assets/zerenku/" + name)), Promise.resolve());
    return engine;
  }

  function script(address) {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = address;
      element.onload = resolve;
      element.onerror = () => reject(new Error(address));
      document.head.append(element);
    });
  }

  /** An element with a class and content; strings become text, never markup. */
  function make(tag, name, ...content) {
    const element = document.createElement(tag);
    element.className = name;
    element.append(...content);
    return element;
  }

  /** What to highlight: each word of the query where it occurs, else those of its pairs of characters that do. */
  function marks(text, query) {
    const found = [];
    const low = text.toLowerCase();
    for (const word of query.toLowerCase().split(BREAKS).filter(Boolean)) {
      const pairs = Array.from({ length: Math.max(word.length - 1, 0) }, (_, i) => word.slice(i, i + 2));
      for (const part of low.includes(word) ? [word] : pairs) {
        for (let at = low.indexOf(part); at >= 0; at = low.indexOf(part, at + 1)) {
          found.push([at, at + part.length]);
        }
      }
    }
    return found.sort((a, b) => a[0] - b[0]);
  }

  /** The text as nodes, with <mark> around what the query hit. */
  function highlighted(text, query) {
    const nodes = [];
    let at = 0;
    for (const [from, to] of marks(text, query)) {
      if (to <= at) {
        continue;
      }
      nodes.push(text.slice(at, Math.max(from, at)));
      nodes.push(make("mark", "", text.slice(Math.max(from, at), to)));
      at = to;
    }
    nodes.push(text.slice(at));
    return nodes.filter((node) => node !== "");
  }

  function dateText(iso) {
    const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
    return parts ? Number(parts[1]) + "年" + Number(parts[2]) + "月" + Number(parts[3]) + "日前" : iso;
  }

  function hitLink(hit, query) {
    const link = make("a", "zk-hit");
    link.href = base + hit.url;
    link.tabIndex = -1;
    const head = make("span", "zk-hit__head", make("b", "", ...highlighted(hit.heading || hit.cite || "", query)));
    head.append(make("span", "zk-tier zk-tier--" + hit.tier, TIERS[hit.tier] || hit.tier || ""));
    link.append(head);
    const says = hit.duty || hit.summary;
    if (says) {
      link.append(make("span", "zk-hit__says", ...highlighted(says, query)));
    }
    const facts = make("span", "zk-hit__facts");
    if (hit.owner) {
      facts.append(make("span", "zk-owner zk-owner--" + hit.certainty, ...highlighted(hit.owner, query)));
    }
    for (const day of hit.deadlines || []) {
      facts.append(make("span", "zk-hit__due", dateText(day)));
    }
    link.append(facts, make("span", "zk-hit__cite", hit.cite || hit.plan || ""));
    return link;
  }

  /** One box: input, list of hits, and a line that screen readers are told. */
  function mount(place, number) {
    const listId = "zk-hits-" + number;
    const input = make("input", "zk-search__input");
    Object.assign(input, { type: "search", autocomplete: "off", spellcheck: false, placeholder: "搜责任、部门、文号、条款" });
    for (const [name, value] of Object.entries({ role: "combobox", "aria-label": "搜索", "aria-expanded": "false", "aria-controls": listId, "aria-autocomplete": "list" })) {
      input.setAttribute(name, value);
    }
    const status = make("p", "zk-search__status");
    status.setAttribute("aria-live", "polite");
    const list = make("ul", "zk-search__list");
    list.id = listId;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "搜索结果");
    const panel = make("div", "zk-search__panel", status, list);
    panel.hidden = true;
    place.append(input, panel);
    let active = -1;
    let asked = "";

    function open(shown) {
      panel.hidden = !shown;
      input.setAttribute("aria-expanded", String(shown));
      document.documentElement.classList.toggle("zk-searching", shown);
    }

    function tell(text) {
      status.textContent = text;
      open(true);
    }

    function activate(index) {
      const options = list.querySelectorAll("[role=option]");
      active = options.length ? (index + options.length) % options.length : -1;
      options.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
      if (active >= 0) {
        input.setAttribute("aria-activedescendant", options[active].id);
        options[active].scrollIntoView({ block: "nearest" });
      } else {
        input.removeAttribute("aria-activedescendant");
      }
    }

    function show(query, limit) {
      const result = window.zerenkuSearch(query, { limit });
      list.replaceChildren(...result.hits.map((hit, i) => {
        const option = make("li", "zk-search__option", hitLink(hit, query));
        Object.assign(option, { id: listId + "-" + i });
        option.setAttribute("role", "option");
        return option;
      }));
      activate(-1);
      list.scrollTop = 0;
      if (!result.total) {
        tell("未找到“" + query + "”。精确、同义和相近的说法都试过了，请换个词，或少输几个字。");
        suggest(result.nearest || []);
        return;
      }
      tell("找到 " + result.total + " 条" + (result.total > result.hits.length ? "，显示前 " + result.hits.length + " 条" : "") + "：" + (TIERS[result.tier] || ""));
      if (result.total > result.hits.length && limit < MORE) {
        const more = make("button", "zk-search__more", "显示更多");
        more.type = "button";
        more.addEventListener("click", () => { show(query, MORE); input.focus(); });
        status.append(" ", more);
      }
    }

    /** Words of the catalogue that look alike: one press asks for them. */
    function suggest(names) {
      for (const name of names) {
        const button = make("button", "zk-search__more", name);
        button.type = "button";
        button.addEventListener("click", () => { input.value = name; input.focus(); search(); });
        status.append(" ", button);
      }
    }

    function search() {
      const query = input.value.trim();
      asked = query;
      if (!query) {
        list.replaceChildren();
        open(false);
      } else if (!searchable) {
        tell("这份网站没有带搜索索引。请用 zerenku build 生成。");
      } else {
        load().then(() => { if (asked === query) { show(query, FIRST); } }, () => tell("搜索文件读不出来：assets/zerenku 文件夹不完整，请重新拷贝整个网站。"));
      }
    }

    function choose() {
      const link = list.querySelector("[aria-selected=true] a") || list.querySelector("a");
      if (link) {
        open(false);
        location.href = link.href;
      }
    }

    const keys = {
      ArrowDown: () => activate(active + 1),
      ArrowUp: () => activate(active < 0 ? -1 : active - 1),
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
    input.addEventListener("input", (event) => { if (!event.isComposing) { search(); } });
    input.addEventListener("compositionend", search);
    input.addEventListener("focus", () => {
      if (searchable) {
        load().catch(() => undefined);
      }
      if (list.childElementCount) {
        open(true);
      }
    });
    list.addEventListener("click", (event) => { if (event.target.closest("a")) { open(false); } });
    document.addEventListener("click", (event) => { if (!place.contains(event.target)) { open(false); } });
    return { ask: (query) => { input.value = query; input.focus(); search(); }, input };
  }

  const boxes = Array.from(document.querySelectorAll("[data-zk-search]")).map(mount);
  if (!boxes.length) {
    return;
  }
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input,textarea,select,[contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      boxes[0].input.focus();
    }
  }, true);
  for (const line of document.querySelectorAll("[data-zk-try]")) {
    line.hidden = false;
    line.addEventListener("click", (event) => {
      if (event.target.dataset.query) {
        event.stopPropagation();
        boxes[0].ask(event.target.dataset.query);
      }
    });
  }
  const asked = new URLSearchParams(location.search).get("q");
  if (asked && !document.querySelector("[data-zk-filters]")) {
    boxes[0].ask(asked);
  }
})();
