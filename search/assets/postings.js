// 倒排表：哪几条含有一个词。一条写作 条号 × 4 + 档次，档次越高，词所在的位置越要紧（见 search/browser/terms.py）。
var zerenku = zerenku || {};

zerenku.postings = (function () {
  "use strict";

  const { characters, isHan, queryTerms, unique } = zerenku.analyse;
  const { need, root, steps, keyNumber } = zerenku.store;
  const LEVELS = 4;
  /** Fewer candidates than this are not worth another shard: they are looked at instead. */
  const FEW = 10;
  /** A term that leaves more than this share of the candidates tells nothing new. */
  const SPENT = 0.95;
  /** So many terms of a phrase are asked before its candidates are looked at. */
  const MOST = 5;
  /** So many of a phrase's rare terms are asked at once. */
  const RARE = 2;
  const NONE = new Int32Array(0);

  /** @type {Map<string, Int32Array>} */
  const decoded = new Map();
  /** @type {Record<string, Map<string, {at: number, size: number}>>} */
  const commons = {};

  /** @param {string} family */
  function common(family) {
    if (!commons[family]) {
      commons[family] = new Map(root().postings[family].flatMap(
        ([, terms]) => terms.map(([term, size], at) => /** @type {const} */ ([term, { at, size }]))));
    }
    return commons[family];
  }

  /** A term's drawer is known from its first character. @param {string} family @param {string} term */
  function shardOf(family, term) {
    const drawers = root().postings[family];
    const drawer = /** @type {number} */ (term.codePointAt(0)) % drawers.length;
    const own = common(family).get(term);
    return `${family}${drawer}.` + (own ? `-${own.at}` : keyNumber(term) % drawers[drawer][0]);
  }

  /** The postings of each term, all their shards at once. @param {string} family @param {string[]} terms */
  function lists(family, terms) {
    const wanted = terms.filter((term) => !decoded.has(family + term));
    const found = need(wanted.map((term) => shardOf(family, term)));
    wanted.forEach((term, at) => {
      const text = Object.prototype.hasOwnProperty.call(found[at], term) ? found[at][term] : "";
      decoded.set(family + term, text ? steps(text) : NONE);
    });
    return terms.map((term) => /** @type {Int32Array} */ (decoded.get(family + term)));
  }

  /** What a clause that holds a phrase must be filed under: terms, and joints with numbers (see terms.py).
   * @param {string} text */
  function phraseTerms(text) {
    const runs = text.split(" ").filter(Boolean).map((run) => (isHan(run) ? characters(run) : [run]));
    const pairs = runs.flatMap((run) => (run.length > 1 ? run.slice(1).map((char, at) => run[at] + char)
      : !isHan(run[0]) || runs.length === 1 ? run : []));
    return unique([...pairs, ...runs.slice(1).map((run, at) => runs[at][runs[at].length - 1] + " " + run[0])]);
  }

  /** In how many clauses each term stands. @param {string[]} terms */
  function frequencies(terms) {
    const own = common("p");
    const rare = terms.filter((term) => !own.has(term));
    const found = new Map(lists("p", rare).map((list, at) => [rare[at], list.length]));
    return terms.map((term) => found.get(term) ?? (own.get(term) || { size: 0 }).size);
  }

  /** In how many clauses the rarest term of a plain text stands, -1 for a text of no term. @param {string} text */
  function rarest(text) {
    const terms = unique(queryTerms(text));
    const counts = frequencies(root().whole ? terms : [...rare(terms).slice(0, RARE), ...terms.filter(isCommon)]);
    return counts.length ? Math.min(...counts) : -1;
  }

  /** @param {string} term */
  function isCommon(term) {
    return common("p").has(term);
  }

  /** @param {string[]} terms */
  function rare(terms) {
    return terms.filter((term) => !isCommon(term));
  }

  /** Clauses in both, at the level that they have in the first, which is the rarer. @param {Int32Array} one @param {Int32Array} other */
  function both(one, other) {
    const found = new Int32Array(Math.min(one.length, other.length));
    let size = 0, i = 0, j = 0;
    while (i < one.length && j < other.length) {
      const apart = (one[i] >> 2) - (other[j] >> 2);
      if (apart === 0) {
        found[size] = one[i];
        size += 1;
        i += 1;
        j += 1;
      } else if (apart < 0) {
        i += 1;
      } else {
        j += 1;
      }
    }
    return found.subarray(0, size);
  }

  /** Clauses in either, at the higher level. @param {Int32Array[]} rows */
  function either(rows) {
    const some = rows.filter((row) => row.length);
    if (some.length < 2) {
      return some[0] || NONE;
    }
    /** @type {Map<number, number>} */
    const best = new Map();
    for (const row of some) {
      for (const posting of row) {
        best.set(posting >> 2, Math.max(posting & 3, best.get(posting >> 2) || 0));
      }
    }
    return Int32Array.from([...best].map(([clause, level]) => clause * LEVELS + level)).sort();
  }

  /**
   * Clauses in whose own text a phrase may stand: they hold its terms, where does not matter. In a large index rare terms
   * are asked first, and common ones only as long as they tell much; `thorough` asks all of them.
   * @param {string} text @param {boolean} thorough
   */
  function inContent(text, thorough) {
    const terms = phraseTerms(text);
    const all = thorough || root().whole;
    const first = all ? terms : rare(terms).slice(0, RARE);
    const size = new Map(terms.map((term) => [term, (common("p").get(term) || { size: 0 }).size]));
    const others = terms.filter((term) => !first.includes(term));
    others.sort((one, other) => (size.get(one) || 0) - (size.get(other) || 0));
    const told = new Set(first.join(""));
    let found = first.length ? lists("p", first).reduce(both) : null;
    let spent = false, asked = first.length;
    for (const term of others) {
      if (found && (found.length <= FEW || asked >= MOST)) {
        break;
      }
      if (!spent || [...term].some((char) => !told.has(char))) {
        const before = found ? found.length : Infinity;
        const list = lists("p", [term])[0];
        found = found ? both(found, list) : list;
        // 剔不掉几条了，就只再问带新字的词。
        spent = found.length > before * SPENT;
        [...term].forEach((char) => told.add(char));
        asked += 1;
      }
    }
    return found || NONE;
  }

  /** Clauses whose plan may hold a phrase in what it shares with them. @param {string} text */
  function inShared(text) {
    const frames = lists("s", phraseTerms(text)).reduce(together);
    if (!frames.length) {
      return NONE;
    }
    const wanted = new Set(frames);
    let newest = -1;
    /** @type {number[]} */
    const found = [];
    // 每条写的是往回数第几种，0 是新的一种。
    steps(need(["frames"])[0]).forEach((sum, clause, all) => {
      const frame = newest + 1 - (sum - (clause ? all[clause - 1] : 0));
      newest = Math.max(newest, frame);
      if (wanted.has(frame)) { found.push(clause * LEVELS); }
    });
    return Int32Array.from(found);
  }

  /** Numbers in both. @param {Int32Array} one @param {Int32Array} other */
  function together(one, other) {
    const kept = new Set(other);
    return one.filter((number) => kept.has(number));
  }

  /** Clauses that may hold a phrase. @param {string} text @param {string} area content, shared or anywhere
   * @param {boolean} thorough */
  function phrase(text, area, thorough) {
    const own = area === "shared" ? NONE : inContent(text, thorough);
    return either([own, area === "content" ? NONE : inShared(text)]);
  }

  /** Clauses filed under a key that is no term: the end of a path, a slot. @param {string} key */
  function filed(key) {
    return lists("p", [key])[0];
  }

  /** Every clause there is. */
  function every() {
    return Int32Array.from({ length: root().size }, (_, clause) => clause * LEVELS);
  }

  return { LEVELS, NONE, frequencies, rarest, both, either, phrase, filed, every };
})();
