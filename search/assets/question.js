// 听懂问题：问什么、哪里、哪一条、哪些词，与 search/question.py 同。
var zerenku = zerenku || {};

/**
 * @typedef {object} Question
 * @property {string} text
 * @property {string} whole
 * @property {string} named
 * @property {string} dated
 * @property {string} core
 * @property {string | null} asks
 * @property {string} path
 * @property {Piece[]} pieces
 * @property {Group[]} places
 * @property {When | null} when
 * @property {boolean} simplified
 * @property {boolean} cites
 */

zerenku.question = (function () {
  "use strict";

  const { fold, plain } = zerenku.analyse;
  const { need, root, steps } = zerenku.store;
  const { cut, of } = zerenku.lexicon;
  const { cutLastPath, cutPath } = zerenku.paths;
  const { cutWhen } = zerenku.dates;
  const MAX_CHARS = 200;

  /** Without idle words at either end. @param {string} word */
  function trim(word) {
    const { heads, tails } = root().tables;
    let before;
    do {
      before = word;
      for (const head of heads) {
        if (word.startsWith(head)) { word = word.slice(head.length); }
      }
      for (const tail of tails) {
        if (word.endsWith(tail)) { word = word.slice(0, word.length - tail.length); }
      }
      word = plain(word);
    } while (word !== before && word);
    return word;
  }

  /** @param {string} part @returns {Piece[]} */
  function piecesOf(part) {
    return cut(plain(part)).map((piece) => {
      if (piece.groups.length) { return piece; }
      const kept = trim(piece.plain);
      return { plain: kept, groups: kept ? of(kept) : [] };
    }).filter((piece) => piece.plain && (piece.groups.length || !root().tables.idle.includes(piece.plain)));
  }

  /** Common traditional characters as the simplified ones they stand for. @param {string} text */
  function simplify(text) {
    const known = new Set(steps(root().tables.traditional));
    if (!Array.from(text).some((char) => known.has(char.charCodeAt(0)))) {
      return text;
    }
    const pairs = /** @type {Record<string, string>} */ (need(["traditional"])[0]);
    return Array.from(text, (char) => (known.has(char.charCodeAt(0)) ? pairs[char] : char)).join("");
  }

  /** Without the forms that ask for a standard or paper. @param {string} folded */
  function cutCites(folded) {
    return root().tables.cites.reduce((rest, pattern) => rest.replace(new RegExp(pattern, "g"), " "), folded);
  }

  /** @param {string} folded @returns {[string | null, string]} */
  function cutAsking(folded) {
    /** @type {string | null} */
    let asks = null;
    for (const [slot, pattern] of root().tables.asks) {
      for (let match; (match = new RegExp(pattern).exec(folded));) {
        asks = asks || slot;
        folded = folded.slice(0, match.index) + " " + (match[1] || "") + " " + folded.slice(match.index + match[0].length);
      }
    }
    return [asks, folded];
  }

  /** @param {Piece} piece */
  function isPlace(piece) {
    return piece.groups.length > 0 && piece.groups.every((group) => group.kind === "place");
  }

  /** The first of each key. @template T @param {T[]} items @param {(item: T) => string} key @returns {T[]} */
  function distinct(items, key) {
    /** @type {Set<string>} */
    const seen = new Set();
    return items.filter((item) => !seen.has(key(item)) && seen.add(key(item)));
  }

  /** @param {string} text @param {string} today @returns {Question} */
  function understand(text, today) {
    const shown = text.replace(/\s+/g, " ").trim().slice(0, MAX_CHARS);
    const typed = fold(shown), folded = simplify(typed);
    const { code, day } = root().tables;
    const joined = folded.replace(new RegExp(code, "g"), "$1");
    let [path, pathless] = cutPath(joined.replace(new RegExp(day, "g"), "月$1日"));
    const uncited = cutCites(pathless);
    let [asks, left] = cutAsking(uncited);
    // 第13条归谁管：问法在后面。
    if (!path) { [path, left] = cutLastPath(left); }
    const rest = plain(left) || path ? left : folded;
    const [when, cutOut] = cutWhen(rest, today);
    let undated = plain(cutOut) || when ? cutOut : rest;
    let pieces = undated.split(/\s+/).filter(Boolean).flatMap(piecesOf);
    // 下个月要交什么：问的是到期的事，不是带“交”字的。
    if (when && !pieces.some(strong)) { pieces = []; undated = ""; }
    let places = pieces.filter(isPlace);
    if (places.length === pieces.length && !path && undated === rest) { places = []; }
    let dated = plain(rest), core = plain(undated);
    for (const place of places) {
      dated = plain(dated.replace(place.plain, () => ""));
      core = plain(core.replace(place.plain, () => ""));
    }
    return {
      text: shown, whole: plain(folded), named: plain(rest), dated, core, asks, path, when, simplified: folded !== typed,
      cites: uncited !== pathless,
      pieces: distinct(pieces.filter((piece) => !places.includes(piece)), (piece) => piece.plain),
      places: distinct(places.map((piece) => piece.groups[0]), (group) => group.id),
    };
  }

  /** False for an unknown single character, which says little. @param {Piece} piece */
  function strong(piece) {
    return piece.groups.length > 0 || piece.plain.length > 1;
  }

  /** Ids of one kind that the question names. @param {Question} question @param {string} kind @param {boolean} [wide] */
  function named(question, kind, wide) {
    const groups = question.pieces.flatMap((piece) => piece.groups);
    return zerenku.analyse.unique(groups
      .filter((group) => group.kind === kind && (wide === undefined || group.wide === wide)).map((group) => group.id));
  }

  return { understand, distinct, trim, strong, named };
})();
