// 差一个字的词、用拼音或首字母打的词，与 search/lexicon.py 同；照字面找不到时才载入。
var zerenku = zerenku || {};

zerenku.sounds = (function () {
  "use strict";

  const { isHan } = zerenku.analyse;
  const { need, root, keyNumber, inMask } = zerenku.store;

  /** @param {string} family @param {string} key */
  function shardOf(family, key) {
    return family + (keyNumber(key) % root().sounds.counts[family]);
  }

  /** [stretch of the plain text, known word or heading] that differ in one Han character only, the longest first.
   * @param {string} text @returns {[string, string][]} */
  function near(text) {
    const { shortest, longest, looked } = root().sounds;
    const row = Array.from(text).slice(0, looked);
    const mask = row.length < shortest ? "" : need(["n-mask"])[0];
    /** @type {{stretch: string, keys: string[]}[]} */
    const stretches = [];
    for (let length = Math.min(row.length, longest); length >= shortest; length -= 1) {
      for (let at = 0; at + length <= row.length; at += 1) {
        const stretch = row.slice(at, at + length), half = length >> 1;
        const keys = [length + "<" + stretch.slice(0, half).join(""), length + ">" + stretch.slice(half).join("")];
        stretches.push({ stretch: stretch.join(""), keys: keys.filter((key) => inMask(mask, key)) });
      }
    }
    const names = [...new Set(stretches.flatMap((item) => item.keys.map((key) => shardOf("n", key))))];
    const shards = new Map(need(names).map((data, at) => [names[at], data]));
    return stretches.flatMap(({ stretch, keys }) => {
      /** @type {[number, string][]} */
      const rows = keys.flatMap((key) => own(shards.get(shardOf("n", key)), key) || []);
      const apart = rows.map(([order, word]) => ({ order, word, at: apartAt(stretch, word) })).filter((item) => item.at >= 0);
      apart.sort((one, other) => one.at - other.at || one.order - other.order);
      return apart.map((item) => /** @type {[string, string]} */ ([stretch, item.word]));
    });
  }

  /** The place of the one Han character in which two texts differ, -1 when they differ otherwise.
   * @param {string} one @param {string} other */
  function apartAt(one, other) {
    const row = Array.from(one), second = Array.from(other);
    const places = row.map((_, at) => at).filter((at) => row[at] !== second[at]);
    return places.length === 1 && isHan(row[places[0]]) && isHan(second[places[0]]) ? places[0] : -1;
  }

  /** @param {any} data @param {string} key */
  function own(data, key) {
    return Object.prototype.hasOwnProperty.call(data, key) ? data[key] : undefined;
  }

  /** Words that a run of Latin letters spells, in pinyin or by initials. @param {string} typed @returns {string[]} */
  function heard(typed) {
    return own(need([shardOf("h", typed.slice(0, 2))])[0], typed) || [];
  }

  /** The words that a run of Latin letters spells one after another, each with its likes; a rest that spells nothing
   * is tried once. @param {string} typed @param {Set<string>} hopeless @returns {string[][]} */
  function spelt(typed, hopeless = new Set()) {
    const least = root().sounds.spelt;
    const words = heard(typed);
    if (words.length) {
      return [words];
    }
    for (let end = typed.length - least; end >= least; end -= 1) {
      const head = hopeless.has(typed.slice(end)) ? [] : heard(typed.slice(0, end));
      const rest = head.length ? spelt(typed.slice(end), hopeless) : [];
      if (rest.length) {
        return [head, ...rest];
      }
    }
    hopeless.add(typed);
    return [];
  }

  return { near, spelt };
})();
