// 命中可以按地区、方案、部门等缩小范围；分面在命中之后才载入（见 search/browser/facets.py）。
var zerenku = zerenku || {};

/** @typedef {{id: string, name: string, count: number}} FacetValue */

zerenku.facets = (function () {
  "use strict";

  const { need, root, steps } = zerenku.store;
  const { LEVELS, NONE, both, either } = zerenku.postings;
  const NAMES = ["place", "plan", "department", "certainty", "kind", "enterprise", "topic", "due"];
  /** @type {Map<string, {id: string, name: string, clauses: Int32Array}[]>} */
  const read = new Map();

  /** @param {string} facet */
  function valuesOf(facet) {
    const before = read.get(facet);
    if (before) {
      return before;
    }
    /** @type {[string, string, string][]} */
    const rows = need(["f-" + facet])[0];
    const values = rows.map(([id, name, clauses]) => ({ id, name, clauses: steps(clauses) }));
    read.set(facet, values);
    return values;
  }

  /** The postings that filters let through, null when there are none: any value of a facet, every facet.
   * @param {Filters} filters */
  function allowed(filters) {
    const asked = NAMES.filter((facet) => (filters[facet] || []).length);
    need(asked.map((facet) => "f-" + facet));
    return asked.length ? asked.map((facet) => {
      const rows = valuesOf(facet).filter((value) => isWanted(filters[facet] || [], value.id));
      // 档次取最高：它不左右候选的档次。
      return rows.length ? either(rows.map((value) => value.clauses.map((clause) => clause * LEVELS + LEVELS - 1))) : NONE;
    }).reduce(both) : null;
  }

  /** Clauses with something due in a span of months. @param {When} when */
  function due(when) {
    const days = valuesOf("due").filter((value) => zerenku.dates.holds(when, value.id));
    return either(days.map((value) => value.clauses.map((clause) => clause * LEVELS)));
  }

  /** Is a value among those wanted? Those of dates may be spans: `2030-01-01..2030-06-30`, either end may be open.
   * @param {string[]} wanted @param {string} id */
  function isWanted(wanted, id) {
    return wanted.some((item) => {
      const [from, to] = item.split("..");
      return to === undefined ? item === id : from <= id && (!to || id <= to);
    });
  }

  /** How many of some clauses each value of every facet has, values without any left out; of dates, each span.
   * @param {Int32Array} clauses @param {string[]} spans @returns {Record<string, FacetValue[]>} */
  function count(clauses, spans) {
    need(NAMES.map((facet) => "f-" + facet));
    const among = new Uint8Array(root().size);
    clauses.forEach((clause) => { among[clause] = 1; });
    /** @param {Iterable<number>} row */
    const held = (row) => [...row].reduce((sum, clause) => sum + among[clause], 0);
    const counted = NAMES.map((facet) => [facet, valuesOf(facet)
      .map((value) => ({ id: value.id, name: value.name, count: held(value.clauses) })).filter((value) => value.count)]);
    const due = spans.map((span) => {
      const days = valuesOf("due").filter((value) => isWanted([span], value.id));
      return { id: span, name: span, count: held(new Set(days.flatMap((value) => [...value.clauses]))) };
    });
    return { ...Object.fromEntries(counted), due };
  }

  /** What people read for a value whose facet is loaded. @param {string} facet @param {string} id */
  function nameOf(facet, id) {
    const found = (read.get(facet) || []).find((value) => value.id === id);
    return found ? found.name : id;
  }

  return { NAMES, allowed, due, isWanted, count, nameOf };
})();
