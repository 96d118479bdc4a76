// 词库：与 search/lexicon.py 同；词按开头分片，问句里可能用到的才载入。
var zerenku = zerenku || {};

/** @typedef {{number: number, kind: string, id: string, name: string, variants: string[], wide: boolean,
 *   broader: string[]}} Group */
/** @typedef {{plain: string, groups: Group[]}} Piece */

zerenku.lexicon = (function () {
  "use strict";

  const { FIRST_HAN, plain, characters } = zerenku.analyse;
  const { need, root, keyNumber, inMask } = zerenku.store;

  /** @type {Map<string, Group[]>} */
  const byWord = new Map();
  /** @type {Map<number, Group>} */
  const byNumber = new Map();
  /** @type {Set<string>} */
  const taken = new Set();

  /** Read shards, once each. @param {string[]} names */
  function take(names) {
    const fresh = names.filter((name) => !taken.has(name));
    need(fresh).forEach((rows, at) => {
      taken.add(fresh[at]);
      rows.forEach(enter);
    });
  }

  /** @param {[number, string, string, string, string[], boolean, string[]]} row */
  function enter(row) {
    const [number, kind, id, name, variants, wide, broader] = row;
    if (byNumber.has(number)) {
      return;
    }
    const group = { number, kind, id, name, variants, wide, broader };
    byNumber.set(number, group);
    for (const word of variants) {
      const groups = byWord.get(word) || [];
      groups.push(group);
      groups.sort((one, other) => one.number - other.number);
      byWord.set(word, groups);
    }
  }

  /** Shards in which words lie that a plain text may hold. @param {string} text */
  function shardsFor(text) {
    const { counts, masks, long } = root().words;
    const row = characters(text);
    /** @type {Set<string>} */
    const names = new Set();
    /** @param {string} family @param {string} key */
    const add = (family, key) => {
      if (inMask(masks[family], key)) {
        names.add(family + (keyNumber(key) % counts[family]));
      }
    };
    row.forEach((char, at) => {
      const token = char === " " ? /^[^ \n\u3005-\uffff]+/.exec(row.slice(at + 1).join("")) : null;
      if (token) {
        add("w", token[0]);
      } else if (char >= FIRST_HAN) {
        add("w", (row[at + 1] || "") >= FIRST_HAN ? char + row[at + 1] : char);
      }
      if (row.length - at >= long && (char === " " || char >= FIRST_HAN)) {
        add("l", row.slice(at, at + long).join(""));
      }
    });
    return [...names];
  }

  /** Every entry that answers to the plain word. @param {string} word @returns {Group[]} */
  function of(word) {
    take(shardsFor(word));
    return byWord.get(word) || [];
  }

  /** @param {string} text @param {number} at */
  function longest(text, at) {
    for (const length of root().words.lengths) {
      const word = text.slice(at, at + length);
      if (word.length === length && byWord.has(word)) {
        return word;
      }
    }
    return "";
  }

  /** A plain text in pieces, the longest known word first. @param {string} text @returns {Piece[]} */
  function cut(text) {
    take(shardsFor(text));
    /** @type {Piece[]} */
    const pieces = [];
    let loose = "", at = 0;
    const settle = () => {
      const word = plain(loose);
      if (word) { pieces.push({ plain: word, groups: [] }); }
      loose = "";
    };
    while (at < text.length) {
      const word = longest(text, at);
      if (!word) {
        loose += text.charAt(at);
        at += 1;
        continue;
      }
      settle();
      pieces.push({ plain: word, groups: byWord.get(word) || [] });
      at += word.length;
      // 数字、字母词后面的空格，也是下一个这样的词前面的空格。
      if (word.endsWith(" ") && at < text.length && text.charAt(at) < FIRST_HAN) { at -= 1; }
    }
    settle();
    return pieces;
  }

  /** All of it, when nothing was found as it stands. */
  function all() {
    const counts = root().words.counts;
    take(Object.keys(counts).flatMap((family) => Array.from({ length: counts[family] }, (_, at) => family + at)));
    return [...byNumber.values()].sort((one, other) => one.number - other.number);
  }

  return { of, cut, all };
})();
