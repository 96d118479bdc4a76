// 切分：与 search/analyzer.py 同一套规则，改动须两边一起改（tests/cases/search.yml 核对）。
var zerenku = zerenku || {};

zerenku.analyse = (function () {
  "use strict";

  const UNITS = /(?:[\u3005\u3007\u3400-\u9fff]|[\ud840-\ud8bf][\udc00-\udfff])+|[0-9]+|[a-z\u00df-\u024f\u0370-\u052f]+/g;
  const HAN_UNIT = /[\ud840-\ud8bf][\udc00-\udfff]|[\s\S]/g;
  const FIRST_HAN = "\u3005";

  /** Compatibility forms and case folded; punctuation still there. @param {string} text */
  function fold(text) {
    return text.normalize("NFKC").toLowerCase();
  }

  /** @param {string} text @returns {string[]} */
  function runs(text) {
    return fold(text).match(UNITS) || [];
  }

  /** @param {string} unit */
  function isHan(unit) {
    return unit.charAt(0) >= FIRST_HAN;
  }

  /** Units only: Han runs joined, every number and Latin word between single blanks. @param {string} text */
  function plain(text) {
    let out = "";
    for (const run of runs(text)) {
      out += isHan(run) ? run : (out.endsWith(" ") ? "" : " ") + run + " ";
    }
    return out;
  }

  /** The units of a text in order. @param {string} text */
  function units(text) {
    /** @type {string[]} */
    const found = [];
    for (const run of runs(text)) {
      if (isHan(run)) {
        found.push(...characters(run));
      } else {
        found.push(run);
      }
    }
    return found;
  }

  /** Characters of a text, those of two UTF-16 units whole. @param {string} text @returns {string[]} */
  function characters(text) {
    return text.match(HAN_UNIT) || [];
  }

  /** The terms of a phrase: Han pairs, whole words, and a lone Han character before a word. @param {string} text */
  function queryTerms(text) {
    const row = units(text);
    /** @type {string[]} */
    const found = [];
    row.forEach((unit, at) => {
      if (!isHan(unit)) {
        found.push(unit);
      } else if (at + 1 < row.length && isHan(row[at + 1])) {
        found.push(unit + row[at + 1]);
      } else if (at + 1 < row.length || !found.length || !isHan(row[at - 1])) {
        found.push(unit);
      }
    });
    return found;
  }

  /** Each value once, in order. @template T @param {Iterable<T>} values @returns {T[]} */
  function unique(values) {
    return [...new Set(values)];
  }

  /** Do two lists share a value? @param {readonly string[] | undefined} values @param {readonly string[] | undefined} others */
  function meets(values, others) {
    return !!values && !!others && values.some((value) => others.includes(value));
  }

  return { FIRST_HAN, fold, isHan, plain, units, characters, queryTerms, unique, meets };
})();
