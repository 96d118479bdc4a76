// 由严到宽的几种找法，与 search/steps.py 同：原词、全部词语、别名、近似。
var zerenku = zerenku || {};

/**
 * One way of looking. `groups` are alternative phrases, of which `minimum` must be held; `loose` steps take clauses that
 * hold only some of what they look for.
 * @typedef {object} Step
 * @property {"exact" | "all" | "alias" | "close"} tier
 * @property {string[][]} groups
 * @property {Sought[]} sought
 * @property {"content" | "shared" | "anywhere"} area
 * @property {number} minimum
 * @property {boolean} fallback
 * @property {boolean} same
 * @property {boolean} loose
 * @property {string} path
 */

zerenku.steps = (function () {
  "use strict";

  const { unique } = zerenku.analyse;
  const { root } = zerenku.store;
  const { strong } = zerenku.question;
  const { isHeard, cut, mend, scatter, hasStrangeNumber, weighty } = zerenku.cutting;
  const { rarity } = zerenku.ranking;

  /** The names of an entry that mean the same as the piece; a topic gathers what merely belongs together, and its own
   * name is meant by words with the same head, which stands last.
   * @param {Piece} piece @param {Group} group */
  function sameIn(piece, group) {
    const own = group.variants[0];
    return group.kind !== "topic" || piece.plain === own ? group.variants
      : group.variants.filter((name) => piece.plain.includes(name) || (name === own && name.slice(-1) === piece.plain.slice(-1)));
  }

  /** The piece and everything else it is called, less what another piece asks for already; a word for any enterprise
   * asks for none of it.
   * @param {Piece} piece @param {Piece[]} among @param {boolean} related */
  function namesOf(piece, among, related) {
    const others = among.filter((other) => other !== piece && !other.groups.some((group) => group.wide));
    const names = piece.groups.flatMap((group) => sameIn(piece, group));
    if (related) {
      names.push(...piece.groups.flatMap((group) => [...group.variants, ...group.broader]));
    }
    const kept = names.filter((name) => !others.some((other) => name.includes(other.plain) || other.plain.includes(name)));
    return unique([piece.plain, ...kept]);
  }

  /** @param {Piece[]} pieces @param {boolean} related */
  function allNames(pieces, related) {
    return pieces.map((piece) => namesOf(piece, pieces, related));
  }

  /** @param {Piece[]} pieces @param {string[][]} groups @returns {Sought[]} */
  function seek(pieces, groups) {
    return pieces.map((piece, at) => {
      const same = piece.groups.flatMap((group) => sameIn(piece, group));
      const names = groups[at].slice(1).filter((name) => same.includes(name));
      const related = groups[at].slice(1).filter((name) => !same.includes(name));
      return { piece, names, related, worth: worthOf(piece.plain, names.length ? names : related) };
    });
  }

  /** The rarity of a word; of one that no clause has, that of the rarest other name for it.
   * @param {string} text @param {string[]} names */
  function worthOf(text, names) {
    const heard = isHeard(text) ? [] : names.filter(isHeard).map(rarity);
    return heard.length ? Math.max(...heard) : rarity(text);
  }

  /** The pieces of a question with all their names, by which duties are compared. @param {Question} question */
  function partsOf(question) {
    const pieces = cut(question.pieces);
    return seek(pieces, allNames(pieces, true));
  }

  /** @param {Step["tier"]} tier @param {string[][]} groups @param {Piece[]} pieces @param {Partial<Step>} more @returns {Step} */
  function step(tier, groups, pieces, more) {
    return {
      tier, groups, sought: seek(pieces, groups), area: "content", minimum: groups.length, fallback: false, same: false,
      loose: false, path: "", ...more,
    };
  }

  /** @param {Piece[]} pieces */
  function each(pieces) {
    return pieces.map((piece) => [piece.plain]);
  }

  /** By the words themselves, then by what the lexicon puts beside them. @param {Question} question @returns {Generator<Step>} */
  function* strict(question) {
    const pieces = question.pieces;
    if (question.path) {
      const beside = pieces.filter((piece) => strong(piece) && !root().tables.papers.includes(piece.plain));
      yield step("exact", each(beside), beside, { area: "anywhere", path: question.path });
      return;
    }
    const exact = unique([question.whole, question.dated, question.core].filter(Boolean));
    for (const area of /** @type {("content" | "shared")[]} */ (["content", "shared"])) {
      for (const text of exact) {
        const known = pieces.length === 1 && pieces[0].plain === text ? pieces[0].groups : [];
        yield step("exact", [[text]], [{ plain: text, groups: known }], { area, fallback: area === "shared" });
      }
    }
    if (!pieces.length && question.when) {
      yield step("all", [], [], {});
      return;
    }
    const parts = cut(pieces);
    if (pieces.length && (pieces.length > 1 || !exact.includes(pieces[0].plain) || !alike(parts, pieces))) {
      const rows = alike(weighty(pieces), weighty(parts)) ? [weighty(pieces)] : [weighty(pieces), weighty(parts)];
      for (const row of rows) {
        yield step("all", each(row), row, {});
        yield step("all", each(row), row, { area: "anywhere", fallback: true });
      }
    }
    yield* aliases(weighty(parts));
  }

  /** By words that mean the same, then by all that the lexicon puts beside them. @param {Piece[]} pieces */
  function* aliases(pieces) {
    const same = allNames(pieces, false), related = allNames(pieces, true);
    for (const area of /** @type {("content" | "anywhere")[]} */ (["content", "anywhere"])) {
      const fallback = area === "anywhere";
      if (same.some((names) => names.length > 1)) {
        yield step("alias", same, pieces, { area, fallback, same: true });
      }
      if (JSON.stringify(related) !== JSON.stringify(same)) {
        yield step("alias", related, pieces, { area, fallback });
      }
    }
  }

  /** With words put right that were misspelt or typed by sound. @param {Question} question @returns {Generator<Step>} */
  function* mended(question) {
    const put = mend(question);
    if (alike(put, question.pieces)) {
      return;
    }
    const pieces = weighty(cut(put));
    const rows = [each(pieces), allNames(pieces, false), allNames(pieces, true)];
    for (const area of /** @type {("content" | "anywhere")[]} */ (["content", "anywhere"])) {
      for (const names of rows) {
        yield step("close", names, pieces, { area, fallback: true, same: names !== rows[2] });
      }
    }
  }

  /** By most of the terms. @param {Question} question @returns {Generator<Step>} */
  function* loose(question) {
    if (hasStrangeNumber(question.pieces)) {
      return;
    }
    const pieces = scatter(mend(question)), names = allNames(pieces, true);
    const heard = names.filter((row) => row.some(isHeard));
    if (heard.length) {
      const minimum = Math.max(1, Math.floor(heard.length * root().tables.figures.closeTenths / 10));
      const made = step("close", names, pieces, { area: "anywhere", minimum, fallback: true, loose: true });
      yield { ...made, groups: heard, sought: made.sought.map(weighed) };
    }
  }

  /** With what it counts for beside others that may be missing: a known word is as common as the commonest of its
   * names, two characters of which one is idle mean little, and nothing where no clause has them.
   * @param {Sought} item @returns {Sought} */
  function weighed(item) {
    const { known, idle } = root().tables.figures;
    if (item.piece.groups.length) {
      const heard = [item.piece.plain, ...item.names].filter(isHeard).map(rarity);
      return { ...item, worth: known * (heard.length ? Math.min(...heard) : item.worth) };
    }
    if (!Array.from(item.piece.plain).some((unit) => root().tables.idle.includes(unit))) { return item; }
    return { ...item, worth: isHeard(item.piece.plain) ? idle * item.worth : 0 };
  }

  /** @param {Piece[]} some @param {Piece[]} other */
  function alike(some, other) {
    return some.length === other.length && some.every((piece, at) => piece.plain === other[at].plain
      && piece.groups.length === other[at].groups.length);
  }

  return { strict, mended, loose, partsOf };
})();
