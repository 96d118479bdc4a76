// 问句里的日期：2021年、六月底前、年底前、下个月，与 search/dates.py 同。
var zerenku = zerenku || {};

/** A span of months, both ends included; without a year it is that of any year.
 * @typedef {{text: string, year: number | null, first: number, last: number}} When */

zerenku.dates = (function () {
  "use strict";

  const { root } = zerenku.store;
  const LAST = 12;

  /** @param {When} when @param {string} day */
  function holds(when, day) {
    const month = Number(day.slice(5, 7));
    return (when.year === null || Number(day.slice(0, 4)) === when.year) && when.first <= month && month <= when.last;
  }

  /** The first span of a folded question, and the question without it. @param {string} folded @param {string} today
   * @returns {[When | null, string]} */
  function cutWhen(folded, today) {
    for (const [name, pattern] of root().tables.when) {
      const match = new RegExp(pattern).exec(folded);
      if (match) {
        const rest = folded.slice(0, match.index) + " " + folded.slice(match.index + match[0].length);
        return [read(name, match, today), rest];
      }
    }
    return [null, folded];
  }

  /** @param {string} name @param {RegExpExecArray} match @param {string} today @returns {When | null} */
  function read(name, match, today) {
    const text = match[0].trim();
    switch (name) {
      case "year-month": return span(text, Number(match[1]), monthOf(match[2]), monthOf(match[2]));
      case "year": return span(text, Number(match[1]), /[底末]/.test(text) ? LAST : 1, LAST);
      case "month": return span(text, null, monthOf(match[1]), monthOf(match[1]));
      case "year-end": return span(text, null, LAST, LAST);
    }
    if (!today) { return null; }
    const year = Number(today.slice(0, 4));
    if (name === "next-month" || name === "this-month") {
      const count = year * LAST + Number(today.slice(5, 7)) - 1 + (name === "next-month" ? 1 : 0);
      return span(text, Math.floor(count / LAST), count % LAST + 1, count % LAST + 1);
    }
    return span(text, year + (name === "next-year" ? 1 : name === "last-year" ? -1 : 0), 1, LAST);
  }

  /** @param {string} text @param {number | null} year @param {number} first @param {number} last @returns {When} */
  function span(text, year, first, last) {
    return { text, year, first, last };
  }

  /** @param {string} written */
  function monthOf(written) {
    if (/^\d+$/.test(written)) { return Number(written); }
    return written === "十一" ? 11 : written === "十二" ? 12 : "正一二三四五六七八九十".indexOf(written) || 1;
  }

  return { cutWhen, holds };
})();
