// 索引的分片：都是普通脚本，用到才载入；双击打开的网页不能读别的文件，所以每片调用 zerenkuShard(名, 数据)。
// 写法见 search/browser/codec.py。
var zerenku = zerenku || {};

/**
 * @typedef {object} Root
 * @property {number} size
 * @property {number} chunk
 * @property {[string, number][]} sections
 * @property {number} levels
 * @property {boolean} whole
 * @property {Record<string, number>} lengths
 * @property {{counts: Record<string, number>, masks: Record<string, string>, lengths: number[], long: number}} words
 * @property {Record<string, [number, [string, number][]][]>} postings
 * @property {{counts: Record<string, number>, shortest: number, longest: number, looked: number, spelt: number}} sounds
 * @property {Tables} tables
 */
/**
 * @typedef {object} Tables
 * @property {[string, string][]} asks
 * @property {string[]} cites
 * @property {string} day
 * @property {string} code
 * @property {Record<string, number>} away
 * @property {string} lead
 * @property {string} plan
 * @property {string[]} heads
 * @property {string[]} tails
 * @property {[string, number][]} weights
 * @property {string[]} shared
 * @property {Figures} figures
 * @property {[string, string][]} when
 * @property {{element: string, inside: string, last: string, filling: string, marked: string[]}} path
 * @property {string} traditional
 * @property {string[]} papers
 * @property {string} idle
 */
/**
 * @typedef {Record<"saturation" | "lengthShare" | "aliasShare" | "relatedShare" | "dutyWeight" | "topic" | "slot" |
 *   "bearer" | "anyEnterprise" | "lead" | "support" | "when" | "expired" | "unheard" | "closeTenths" | "nearest" |
 *   "leastCoverage" | "leastOfBest" | "sure" | "ranked" | "known" | "idle" | "common" | "relatedWorth" | "authority" |
 *   "cites" | "basis" | "dutiless" | "looseAnswer" | "askedLead" | "atOne" | "headed" | "nearAnswer" |
 *   "otherYears", number> &
 *   {owners: Record<string, number>}} Figures
 */

zerenku.store = (function () {
  "use strict";

  const LAST = 60;
  const HIGHER = 29;
  const BITS = 6;
  /** What `need` throws: run again once `fetch` has brought what was missing. */
  const MISSING = new Error("missing");

  const digits = new Uint8Array(128);
  Array.from({ length: 95 }, (_, at) => String.fromCharCode(0x20 + at))
    .filter((char) => !"\"\\<>&'".includes(char))
    .forEach((char, at) => { digits[char.charCodeAt(0)] = at; });

  /** @type {Map<string, unknown>} */
  const shards = new Map();
  /** @type {Map<string, Promise<void>>} */
  const loading = new Map();
  /** @type {Set<string>} */
  const missing = new Set();
  /** Where the shards lie, from the page's own place, with a slash at the end. */
  let folder = "";

  /** @type {any} */ (window).zerenkuShard = /** @param {string} name @param {unknown} data */ (name, data) => {
    shards.set(name, data);
  };

  /** @param {string} address */
  function settle(address) {
    folder = address;
  }

  /** Load one shard, once; a failed one may be tried again. @param {string} name @returns {Promise<void>} */
  function load(name) {
    const before = loading.get(name);
    if (before) {
      return before;
    }
    const promise = new Promise((/** @type {(value: void) => void} */ resolve, reject) => {
      const element = document.createElement("script");
      element.src = folder + name + ".js";
      element.onload = () => {
        element.remove();
        shards.has(name) ? resolve() : reject(new Error(name));
      };
      element.onerror = () => {
        element.remove();
        loading.delete(name);
        reject(new Error(name));
      };
      document.head.append(element);
    });
    loading.set(name, promise);
    return promise;
  }

  /** Load everything that was found missing since the last `forget`. */
  function fetch() {
    return Promise.all([...missing].map(load));
  }

  /** Before a new try: what an earlier one missed may not be wanted any more. */
  function forget() {
    missing.clear();
  }

  /** The data of shards that are all there; otherwise notes which are not, and throws. @param {string[]} names */
  function need(names) {
    const absent = names.filter((name) => !shards.has(name));
    if (absent.length) {
      absent.forEach((name) => missing.add(name));
      throw MISSING;
    }
    return names.map((name) => /** @type {any} */ (shards.get(name)));
  }

  /** @returns {Root} */
  function root() {
    return need(["root"])[0];
  }

  /** Ascending numbers, written as steps. @param {string} text */
  function steps(text) {
    const found = new Int32Array(text.length);
    let size = 0, number = 0, high = 0;
    for (let at = 0; at < text.length; at += 1) {
      const digit = digits[text.charCodeAt(at)];
      if (digit >= LAST) {
        high = high * HIGHER + digit - LAST;
      } else {
        number += high * LAST + digit;
        high = 0;
        found[size] = number;
        size += 1;
      }
    }
    return found.subarray(0, size);
  }

  /** @param {string} key */
  function keyNumber(key) {
    let number = 0;
    for (let at = 0; at < key.length; at += 1) {
      number = (Math.imul(number, 31) + key.charCodeAt(at)) >>> 0;
    }
    number = (number ^ (number >>> 15)) >>> 0;
    return (Math.imul(number, 0x2c1b3c6d) >>> 0) >>> 8;
  }

  /** False when the key is certainly not in the set. @param {string} mask @param {string} key */
  function inMask(mask, key) {
    const at = keyNumber(key) % (mask.length * BITS);
    return ((digits[mask.charCodeAt(Math.floor(at / BITS))] >> (at % BITS)) & 1) === 1;
  }

  return { MISSING, settle, load, fetch, forget, need, root, steps, keyNumber, inMask };
})();
