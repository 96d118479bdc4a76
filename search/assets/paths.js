// 条款号：二（三）5、附件4二（一）2、第五部分第17条，与 search/paths.py 同。
var zerenku = zerenku || {};

zerenku.paths = (function () {
  "use strict";

  const { fold } = zerenku.analyse;
  const { root } = zerenku.store;
  const DIGITS = "一二三四五六七八九";

  /** A path, empty when the text is something else. @param {string} text */
  function readPath(text) {
    const { element, filling } = root().tables.path;
    const mark = new RegExp("^(?:" + element + ")");
    let rest = fold(text).replace(new RegExp(filling, "g"), "/").replace(/^\/+|\/+$/g, "");
    const bare = /^\d/.test(rest);
    /** @type {string[]} */
    const elements = [];
    while (rest) {
      const match = mark.exec(rest);
      if (!match) { return ""; }
      elements.push(elementOf(match[0]));
      rest = rest.slice(match[0].length).replace(/^\/+/, "");
    }
    return bare ? "" : elements.join("/");
  }

  /** The path that a folded question names, and the question without it. @param {string} folded @returns {[string, string]} */
  function cutPath(folded) {
    const { element, inside, marked } = root().tables.path;
    for (const match of folded.matchAll(new RegExp(inside, "g"))) {
      const marks = match[0].match(new RegExp(element, "g")) || [];
      const path = marks.length > 1 && marks.some((mark) => marked.some((start) => mark.startsWith(start)))
        ? readPath(match[0]) : "";
      if (path) {
        const at = match.index || 0;
        return [path, folded.slice(0, at) + " " + folded.slice(at + match[0].length)];
      }
    }
    const [path, rest] = cutLastPath(folded);
    if (path) { return [path, rest]; }
    const parts = folded.split(/\s+/).filter(Boolean);
    const paths = parts.map(readPath);
    const at = paths.findIndex(Boolean);
    return at < 0 ? ["", folded] : [paths[at], parts.filter((_, number) => number !== at).join(" ")];
  }

  /** The one mark that a folded text ends with, and the text without it. @param {string} folded @returns {[string, string]} */
  function cutLastPath(folded) {
    const alone = new RegExp(root().tables.path.last).exec(folded), path = alone ? readPath(alone[1]) : "";
    if (!alone || !path) { return ["", folded]; }
    const at = alone.index + alone[0].length;
    return [path, folded.slice(0, at - alone[1].length) + " " + folded.slice(at)];
  }

  /** @param {string} written */
  function elementOf(written) {
    if (written.startsWith("(")) {
      return "（" + written.slice(1, -1) + "）";
    }
    if (written.startsWith("附件")) {
      const number = written.slice(2);
      return "附件" + (/^\d*$/.test(number) ? number : numberOf(number));
    }
    const match = /^第(.+?)(部分|.)$/.exec(written);
    if (!match) {
      return written;
    }
    const [, number, unit] = match;
    if (unit === "段") { return "¶" + (/^\d+$/.test(number) ? number : numberOf(number)); }
    if (unit === "部分") { return /^\d+$/.test(number) ? numeralOf(Number(number)) : number; }
    return /^\d+$/.test(number) ? number : written;
  }

  /** @param {string} numeral */
  function numberOf(numeral) {
    const at = numeral.lastIndexOf("十"), tens = numeral.slice(0, Math.max(0, at)), ones = numeral.slice(at + 1);
    return (ones ? DIGITS.indexOf(ones) + 1 : 0) + (at < 0 ? 0 : 10 * (tens ? DIGITS.indexOf(tens) + 1 : 1));
  }

  /** @param {number} number */
  function numeralOf(number) {
    const tens = Math.floor(number / 10), ones = number % 10;
    return (tens ? (tens === 1 ? "十" : DIGITS[tens - 1] + "十") : "") + (ones ? DIGITS[ones - 1] : "");
  }

  return { cutLastPath, cutPath };
})();
