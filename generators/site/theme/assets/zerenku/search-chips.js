// Filters over the results as chips with counts, one row a facet. What is chosen is told by aria-pressed.
var zerenku = zerenku || {};

zerenku.chips = (function () {
  "use strict";

  const FIRST = 6;
  const DAY = 86400000;
  const SOON = 30;
  /** @type {[string, string][]} */
  const FACETS = [
    ["place", "地区"], ["plan", "方案"], ["department", "部门"], ["certainty", "责任单位"], ["due", "时限"],
    ["topic", "主题"], ["enterprise", "企业类别"], ["kind", "文种"],
  ];
  /** @type {Set<string>} */
  const opened = new Set();

  /** Due dates are judged on the day of reading: what stands in the address, its name, the span it means today.
   * @returns {{id: string, name: string, span: string}[]} */
  function dues() {
    const now = new Date();
    /** @param {number} days */
    const day = (days) => new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) + days * DAY).toISOString().slice(0, 10);
    return [
      { id: "past", name: "已到期", span: "0000.." + day(-1) },
      { id: "soon", name: SOON + "天内到期", span: day(0) + ".." + day(SOON) },
      { id: "later", name: "以后到期", span: day(SOON + 1) + ".." },
    ];
  }

  function spans() {
    return dues().map((due) => due.span);
  }

  /** Filters as the engine takes them. @param {Filters} filters @returns {Filters} */
  function asFilters(filters) {
    const due = dues();
    const days = (filters.due || []).map((id) => due.find((item) => item.id === id)?.span || id);
    return days.length ? { ...filters, due: days } : filters;
  }

  /**
   * @param {HTMLElement} place @param {Record<string, FacetValue[]>} counts @param {Filters} filters
   * @param {(filters: Filters) => void} choose
   */
  function show(place, counts, filters, choose) {
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.chip : undefined;
    const rows = FACETS.map(([facet, label]) => row(facet, label, valuesOf(facet, counts), filters, choose)).filter(Boolean);
    const any = Object.keys(filters).length > 0;
    const clear = /** @type {HTMLButtonElement} */ (zerenku.hits.make("button", "zk-chip zk-chip--clear", "清除条件"));
    clear.type = "button";
    clear.addEventListener("click", () => choose({}));
    place.replaceChildren(.../** @type {HTMLElement[]} */ (rows), ...(any ? [clear] : []));
    if (focused) {
      /** @type {HTMLElement | null} */ (place.querySelector('[data-chip="' + CSS.escape(focused) + '"]'))?.focus();
    }
  }

  /** @param {string} facet @param {Record<string, FacetValue[]>} counts @returns {FacetValue[]} */
  function valuesOf(facet, counts) {
    if (facet !== "due") {
      return [...(counts[facet] || [])].sort((one, other) => other.count - one.count);
    }
    const found = new Map((counts.due || []).map((value) => [value.id, value.count]));
    return dues().map(({ id, name, span }) => ({ id, name, count: found.get(span) || 0 })).filter((value) => value.count);
  }

  /**
   * @param {string} facet @param {string} label @param {FacetValue[]} values @param {Filters} filters
   * @param {(filters: Filters) => void} choose
   */
  function row(facet, label, values, filters, choose) {
    const chosen = filters[facet] || [];
    const absent = chosen.filter((id) => !values.some((value) => value.id === id)).map((id) => ({ id, name: nameOf(facet, id), count: 0 }));
    const all = [...absent, ...values];
    if (all.length < 2 && !chosen.length) {
      return null;
    }
    const set = zerenku.hits.make("fieldset", "zk-facet", zerenku.hits.make("legend", "", label));
    const shown = opened.has(facet) ? all : all.filter((value, at) => at < FIRST || chosen.includes(value.id));
    for (const value of shown) {
      set.append(chip(facet, value, chosen.includes(value.id), () => choose(toggled(filters, facet, value.id))));
    }
    if (shown.length < all.length) {
      const more = /** @type {HTMLButtonElement} */ (zerenku.hits.make("button", "zk-chip zk-chip--more", "另外 " + (all.length - shown.length) + " 个"));
      more.type = "button";
      more.addEventListener("click", () => {
        opened.add(facet);
        choose(filters);
      });
      set.append(more);
    }
    return set;
  }

  /** @param {string} facet @param {string} id */
  function nameOf(facet, id) {
    return facet === "due" ? dues().find((due) => due.id === id)?.name || id : zerenku.facets.nameOf(facet, id);
  }

  /** @param {string} facet @param {FacetValue} value @param {boolean} pressed @param {() => void} press */
  function chip(facet, value, pressed, press) {
    const button = /** @type {HTMLButtonElement} */ (zerenku.hits.make("button", "zk-chip", value.name, " "));
    button.type = "button";
    button.dataset.chip = facet + ":" + value.id;
    button.setAttribute("aria-pressed", String(pressed));
    button.append(zerenku.hits.make("span", "zk-chip__count", String(value.count)));
    button.addEventListener("click", press);
    return button;
  }

  /** @param {Filters} filters @param {string} facet @param {string} id @returns {Filters} */
  function toggled(filters, facet, id) {
    const before = filters[facet] || [];
    const after = before.includes(id) ? before.filter((item) => item !== id) : [...before, id];
    const kept = Object.entries(filters).filter(([name]) => name !== facet);
    return Object.fromEntries(after.length ? [...kept, [facet, after]] : kept);
  }

  return { asFilters, spans, show };
})();
