// Today and other days, by the clock of the reader: what scripts judge by. Stands in the head, before all that use it.
var zerenku = zerenku || {};

zerenku.days = (function () {
  "use strict";

  const DAY = 86400000;
  const SOON = 30;

  /** Today as an ISO day. */
  function today() {
    const now = new Date();
    const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  }

  /** Days from one ISO day to another; negative when it lies before. @param {string} from @param {string} to */
  function between(from, to) {
    return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
  }

  /** An ISO day as people write it. @param {string} iso */
  function text(iso) {
    const [year, month, day] = iso.split("-").map(Number);
    return year + "年" + month + "月" + day + "日";
  }

  /** How long is left, in words; `past` where the day is over. @param {number} days @param {string} [past] */
  function left(days, past) {
    return days < 0 ? past || "已到期" : days ? "还有" + days + "天" : "今天到期";
  }

  /** The mark that colours go by; `past` where the day is over. @param {number} days @param {string} [past] */
  function state(days, past) {
    return days < 0 ? past || "after" : days <= SOON ? "soon" : "later";
  }

  return { today, between, text, left, state };
})();
