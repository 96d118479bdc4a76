// 问句里的日期：2021年、六月底前、年底前、下个月，与 search/dates.py 同。
var zerenku = zerenku || {};

/** A span of months, both ends included; without a year it is that of any year.
 * @typedef {{text: string, year: number | null, first: number, last: number, since?: string}} When */

zerenku.dates = (function () {
  "use strict";

  const { root } = zerenku.store;
  const LAST = 12, QUARTER = 3, CENTURY = 2000, MONTH_CHARS = 7;
  const DIGITS = "零一二三四五六七八九";

  /** @param {When} when @param {string} day */
  function holds(when, day) {
    const month = Number(day.slice(5, 7));
    return (when.year === null || Number(day.slice(0, 4)) === when.year) && when.first <= month && month <= when.last;
  }

  /** 1 when one of the days falls into it, less when only those of other years than the next one do.
   * @param {When} when @param {string[]} days */
  function share(when, days) {
    const held = days.filter((day) => holds(when, day)), since = when.since;
    if (!held.length) { return 0; }
    if (!since) { return 1; }
    const end = Number(since.slice(0, 4)) + 1 + since.slice(4);
    const next = held.some((day) => since <= day.slice(0, MONTH_CHARS) && day.slice(0, MONTH_CHARS) < end);
    return next ? 1 : root().tables.figures.otherYears;
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
    if (name === "turn") { return today ? turn(text, match, today) : null; }
    let year = yearOf(match[1] || "", today);
    if (name === "year") {
      year = year || yearOf("今年", today);
      return year ? { text, year, first: 1, last: LAST } : null;
    }
    const [first, last] = monthsOf(name, match[2]);
    return { text, year, first, last, since: year ? "" : today.slice(0, MONTH_CHARS) };
  }

  /** The month or quarter of the clock, or the one before or after it.
   * @param {string} text @param {RegExpExecArray} match @param {string} today @returns {When} */
  function turn(text, match, today) {
    const size = match[2] === "季度" ? QUARTER : 1;
    const count = Number(today.slice(0, 4)) * LAST + Number(today.slice(5, 7)) - 1;
    const begun = count - count % size + size * (match[1] === "上" ? -1 : match[1] === "下" ? 1 : 0);
    const month = begun % LAST;
    return { text, year: Math.floor(begun / LAST), first: month + 1, last: month + size };
  }

  /** First and last month of a part of a year. @param {string} name @param {string} part @returns {[number, number]} */
  function monthsOf(name, part) {
    switch (name) {
      case "month": return [monthOf(part), monthOf(part)];
      case "half": return part === "上" ? [1, LAST / 2] : [LAST / 2 + 1, LAST];
      case "quarter": {
        const last = QUARTER * monthOf(part.slice(-1));
        return [last - QUARTER + 1, last];
      }
      default: return [LAST, LAST];
    }
  }

  /** 2021, 21, 二〇二一, or 明年 by the clock. @param {string} written @param {string} today @returns {number | null} */
  function yearOf(written, today) {
    const { away } = root().tables;
    if (written in away) { return today ? Number(today.slice(0, 4)) + away[written] : null; }
    if (!written) { return null; }
    const year = Number(written.replace(/〇/g, "零").replace(/[^\d]/g, (digit) => String(DIGITS.indexOf(digit))));
    return year >= CENTURY / 2 ? year : CENTURY + year;
  }

  /** @param {string} written */
  function monthOf(written) {
    if (/^\d+$/.test(written)) { return Number(written); }
    return written === "十一" ? 11 : written === "十二" ? 12 : "正一二三四五六七八九十".indexOf(written) || 1;
  }

  return { cutWhen, holds, share };
})();
