// The page of all results: question, filters and page number stand in the address, so that it can be shared.
// Loaded by search-box.js after the engine.
var zerenku = zerenku || {};

(function () {
  "use strict";

  const PAGE = 20;
  const PAUSE = 150;
  const { make } = zerenku.hits;
  const { base } = zerenku.box;
  const { NAMES } = zerenku.facets;
  const chips = zerenku.chips;

  /** @typedef {{query: string, page: number, filters: Filters}} State */

  const place = /** @type {HTMLElement} */ (document.querySelector("[data-zk-results]"));
  const input = /** @type {HTMLInputElement} */ (place.querySelector("[data-zk-query]"));
  const status = /** @type {HTMLElement} */ (place.querySelector("[data-zk-status]"));
  const list = /** @type {HTMLElement} */ (place.querySelector("[data-zk-list]"));
  const nearest = /** @type {HTMLElement} */ (place.querySelector("[data-zk-nearest]"));
  const pager = /** @type {HTMLElement} */ (place.querySelector("[data-zk-pager]"));
  const facets = /** @type {HTMLElement} */ (place.querySelector("[data-zk-facets]"));
  const narrow = /** @type {HTMLDetailsElement} */ (place.querySelector("[data-zk-narrow]"));
  /** @type {number | undefined} */
  let timer;
  let turn = 0;

  /** What the address asks for. @returns {State} */
  function fromAddress() {
    const given = new URLSearchParams(location.search);
    /** @type {Filters} */
    const filters = {};
    for (const name of NAMES) {
      const values = given.getAll(name).filter(Boolean);
      if (values.length) { filters[name] = values; }
    }
    return { query: given.get("q") || "", page: Math.max(1, Math.floor(Number(given.get("page"))) || 1), filters };
  }

  /** @param {State} state */
  function address(state) {
    const given = new URLSearchParams();
    if (state.query) { given.set("q", state.query); }
    for (const name of NAMES) {
      (state.filters[name] || []).forEach((value) => given.append(name, value));
    }
    if (state.page > 1) { given.set("page", String(state.page)); }
    return "?" + given.toString();
  }

  /** Show a state, and put it into the address. @param {State} state @param {"push" | "replace" | ""} how */
  function go(state, how) {
    if (how === "push") {
      history.pushState(null, "", address(state));
    } else if (how === "replace") {
      history.replaceState(null, "", address(state));
    }
    turn += 1;
    const own = turn;
    /** @type {() => boolean} */
    const stale = () => own !== turn;
    document.title = (state.query ? state.query + " - " : "") + "搜索";
    if (!state.query) {
      clear("输入要找的词：一件事、一个部门、一个文号，或者二（三）5这样的条款。");
      return;
    }
    const asked = { limit: PAGE, offset: (state.page - 1) * PAGE, filters: chips.asFilters(state.filters), today: zerenku.hits.today(), stale };
    zerenku.search.ask(state.query, asked).then((result) => {
      if (result && !stale()) {
        const last = Math.max(1, Math.ceil(result.total / PAGE));
        if (!result.hits.length && state.page > last) {
          go({ ...state, page: last }, "replace");
          return undefined;
        }
        show(state, result);
        return zerenku.search.facets(result, chips.spans()).then((counts) => {
          if (counts && !stale()) { showFacets(state, counts); }
        });
      }
    }).catch(() => clear(zerenku.box.NO_FILES));
  }

  /** @param {State} state @param {Record<string, FacetValue[]>} counts */
  function showFacets(state, counts) {
    chips.show(facets, counts, state.filters, (filters) => go({ ...state, page: 1, filters }, "push"));
    narrow.hidden = !facets.childElementCount;
  }

  /** @param {string} text */
  function clear(text) {
    narrow.hidden = true;
    status.textContent = text;
    status.classList.remove("zk-near");
    list.replaceChildren();
    nearest.replaceChildren();
    pager.replaceChildren();
    facets.replaceChildren();
  }

  /** @param {State} state @param {Result} result */
  function show(state, result) {
    const narrowed = Object.keys(state.filters).length > 0;
    zerenku.hits.tell(status, result, state.query);
    if (!result.total && narrowed) {
      status.textContent = "按现在的条件没有找到“" + state.query + "”。请去掉几个条件。";
    }
    list.replaceChildren(
      ...(state.page === 1 ? result.plans : []).map((plan) => make("li", "", zerenku.hits.planLink(plan, base))),
      ...result.hits.map((hit) => make("li", "", zerenku.hits.link(hit, result, base))));
    nearest.replaceChildren();
    zerenku.hits.suggest(nearest, result, state.query, (name) => {
      input.value = name;
      go({ query: name, page: 1, filters: {} }, "push");
    });
    showPager(state, result);
  }

  /** @param {State} state @param {Result} result */
  function showPager(state, result) {
    const pages = Math.max(state.page + (result.next === null ? 0 : 1), Math.ceil(result.total / PAGE));
    pager.replaceChildren();
    if (state.page > 1) { pager.append(pageLink(state, state.page - 1, "上一页")); }
    if (pages > 1 || state.page > 1) {
      pager.append(make("span", "", "第 " + state.page + " 页，共" + (result.about ? "约 " : " ") + pages + " 页"));
    }
    if (result.next !== null) { pager.append(pageLink(state, state.page + 1, "下一页")); }
  }

  /** @param {State} state @param {number} page @param {string} text */
  function pageLink(state, page, text) {
    const link = /** @type {HTMLAnchorElement} */ (make("a", "", text));
    link.href = address({ ...state, page });
    link.addEventListener("click", (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        go({ ...state, page }, "push");
        status.scrollIntoView({ block: "nearest" });
      }
    });
    return link;
  }

  /** What is typed now, with the filters as they are. @param {"push" | "replace"} how */
  function typed(how) {
    clearTimeout(timer);
    go({ query: input.value.trim(), page: 1, filters: fromAddress().filters }, how);
  }

  input.addEventListener("input", (event) => {
    if (!(/** @type {InputEvent} */ (event)).isComposing) {
      clearTimeout(timer);
      timer = setTimeout(() => typed("replace"), PAUSE);
    }
  });
  input.addEventListener("compositionend", () => typed("replace"));
  input.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    typed("push");
  });
  window.addEventListener("popstate", restore);

  function restore() {
    const state = fromAddress();
    input.value = state.query;
    go(state, "");
  }

  // Where there is room the filters stand open; on a phone the hits come first.
  narrow.open = window.matchMedia("(min-width: 45em)").matches;
  restore();
})();
