// 一种找法找出哪些条款：先由倒排表得出候选，再对着文字核实；条款多时先看位置要紧的。
var zerenku = zerenku || {};

/** @typedef {{tier: Step["tier"], same: boolean, covers: number, sure: boolean} & Ranked} Hit */
/** What a search is bound by: clauses let through, clauses that there are already, how many more are wanted.
 * @typedef {{allowed: Int32Array | null, filters: Filters, today: string, seen: Set<number>, enough: number}} Limits */

zerenku.finding = (function () {
  "use strict";

  const { root } = zerenku.store;
  const { LEVELS, both, either, phrase, filed, every } = zerenku.postings;
  const { clauses } = zerenku.records;
  const { rank, coverage, holdsAny } = zerenku.ranking;
  const { strong } = zerenku.question;
  /** In a large index clauses are read and ranked so many at a time, first and then. */
  const BATCH = 10;
  const MORE = 5;
  /** After so many it is asked whether looking at them is worth while. */
  const PATIENCE = 20;
  const SLOTS = ["owner", "deadline", "frequency", "quota"];

  /** Clauses that may match, as postings. @param {Step} step @param {Int32Array | null} allowed
   * @param {Question} question @param {boolean} thorough */
  function candidates(step, allowed, question, thorough) {
    if (question.when && !step.sought.length) {
      const due = zerenku.facets.due(question.when);
      return allowed ? both(due, allowed) : due;
    }
    const rows = step.groups.map((names) => () => either(names.map((name) => phrase(name, step.area, thorough))));
    const found = step.minimum >= rows.length ? inAll(rows) : inSome(attempt(rows), step.minimum);
    const placed = step.path ? both(found, filed("/" + step.path)) : found;
    return allowed ? both(placed, allowed) : placed;
  }

  /** Run all, so that everything missing is noted before the first of them throws.
   * @template T @param {(() => T)[]} rows @returns {T[]} */
  function attempt(rows) {
    /** @type {unknown} */
    let failure = null;
    const found = rows.map((row) => {
      try {
        return row();
      } catch (error) {
        failure = error;
        return null;
      }
    });
    if (failure) {
      throw failure;
    }
    return /** @type {T[]} */ (found);
  }

  /** @param {(() => Int32Array)[]} rows */
  function inAll(rows) {
    return rows.length ? attempt(rows).reduce(both) : every();
  }

  /** @param {Int32Array[]} rows @param {number} minimum */
  function inSome(rows, minimum) {
    /** @type {Map<number, number>} */
    const held = new Map();
    for (const row of rows) {
      for (const posting of row) {
        held.set(posting >> 2, (held.get(posting >> 2) || 0) + 1);
      }
    }
    const enough = [...held].filter(([, count]) => count >= minimum);
    // 含得多的在前：档次到 3 为止。
    return Int32Array.from(enough.map(([clause, count]) => clause * LEVELS + Math.min(LEVELS - 1, count - minimum))).sort();
  }

  /** How many of a step's groups a clause really holds. @param {Clause} clause @param {Step} step */
  function heldIn(clause, step) {
    const text = step.area === "content" ? clause.body
      : step.area === "shared" ? clause.frame : clause.body + "\n" + clause.frame;
    return step.groups.filter((names) => names.some((name) => text.includes(name))).length;
  }

  /**
   * The clauses of a step in order, those in `seen` left out, until `enough` of them are there. `total` counts all that
   * match; where not all were read, those that may.
   * @param {Step} step @param {Sought[]} parts @param {Question} question @param {Limits} limits
   * @returns {{hits: Hit[], total: number, unread: number, clauses: Int32Array}}
   */
  function find(step, parts, question, limits) {
    const found = candidates(step, limits.allowed, question, false);
    const compared = step.tier === "close" ? step.sought : parts;
    let matching = 0;
    /** @param {ArrayLike<number>} postings @returns {Hit[]} */
    const ranked = (postings) => {
      const held = clauses(Array.from(postings, (posting) => posting >> 2)).filter((clause) => heldIn(clause, step) >= step.minimum);
      matching += held.length;
      return nearest(held, step).map(({ clause, covers }) => ({
        ...rank(clause, step.sought, compared, question, limits.filters, limits.today, step.loose), tier: step.tier, same: step.same, covers, sure: isSure(clause, step, covers),
      }))
        .sort((one, other) => other.score - one.score || one.clause.order - other.clause.order);
    };
    if (root().whole) {
      const hits = ranked(found);
      return { hits, total: matching, unread: 0, clauses: Int32Array.from(hits.map((item) => item.clause.order)).sort() };
    }
    let row = likeliest(found, question).filter((posting) => !limits.seen.has(posting >> 2));
    /** @type {Hit[]} */
    const hits = [];
    let at = 0;
    while (at < row.length && hits.length < limits.enough) {
      const size = at ? MORE : BATCH;
      if (at === PATIENCE && matching * 2 < PATIENCE) {
        // 看过的多半不是：剩下的先用全部的词筛一遍。
        const left = new Set(candidates(step, limits.allowed, question, true).map((posting) => posting >> 2));
        row = row.filter((posting, place) => place < at || left.has(posting >> 2));
      }
      // 同一批里答了所问的在前。
      const batch = ranked(row.slice(at, at + size));
      hits.push(...batch.filter((item) => item.answers), ...batch.filter((item) => !item.answers));
      at += size;
    }
    const unread = Math.max(0, row.length - at);
    const total = limits.seen.size + hits.length + unread;
    return { hits, total, unread, clauses: found.map((posting) => posting >> 2) };
  }

  /** Does it hold enough of the question to be shown as its answer? Two characters that it happens to share with it are
   * not enough. @param {Clause} clause @param {Step} step @param {number} covers */
  function isSure(clause, step, covers) {
    if (covers === 1 || covers < root().tables.figures.sure) { return covers === 1; }
    const held = step.sought.filter((item) => item.worth && holdsAny(clause, item)).map((item) => item.piece);
    const words = held.filter((piece) => piece.groups.length
      || (strong(piece) && !Array.from(piece.plain).some((unit) => root().tables.idle.includes(unit))));
    return words.length > 1 || words.some((piece) => piece.groups.length > 0);
  }

  /** Those that hold most of what is asked, each with its share. @param {Clause[]} held @param {Step} step */
  function nearest(held, step) {
    const { leastCoverage, leastOfBest, ranked } = root().tables.figures;
    if (!step.loose) {
      return held.map((clause) => ({ clause, covers: 1 }));
    }
    const rows = held.map((clause) => ({ clause, covers: coverage(clause, step.sought) }));
    const least = Math.max(leastCoverage, leastOfBest * Math.max(0, ...rows.map((row) => row.covers)));
    return rows.filter((row) => row.covers >= least)
      .sort((one, other) => other.covers - one.covers || one.clause.order - other.clause.order).slice(0, ranked);
  }

  /** Clauses that tell what is asked first, then by level, then in order. @param {Int32Array} found @param {Question} question */
  function likeliest(found, question) {
    const telling = new Set(question.asks && SLOTS.includes(question.asks)
      ? [...filed("?" + question.asks)].map((posting) => posting >> 2) : []);
    /** @param {number} posting */
    const place = (posting) => (telling.has(posting >> 2) ? 0 : LEVELS) + LEVELS - 1 - (posting & 3);
    /** @type {number[][]} */
    const rows = Array.from({ length: 2 * LEVELS }, () => []);
    found.forEach((posting) => rows[place(posting)].push(posting));
    return rows.flat();
  }

  return { SLOTS, find };
})();
