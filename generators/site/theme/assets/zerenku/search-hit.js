// A hit as people read it, with what was asked for marked in it: for the box of every page and for the page of results.
// Loaded with the engine (search/client.js), whose analysis it needs to find words in a text as it is written.
var zerenku = zerenku || {};

zerenku.hits = (function () {
  "use strict";

  /** @type {Record<string, string>} */
  const TIERS = { exact: "完全匹配", all: "包含全部词", alias: "同义", close: "相近" };
  const { make } = zerenku.box;
  const RUN = /^[0-9]$|^[a-z\u00df-\u024f\u0370-\u052f]$/;

  /** A text in the engine's plain form, each character of it with its place in the text as written.
   * @param {string} text @returns {{plain: string, at: number[]}} */
  function mapped(text) {
    const { fold, isHan } = zerenku.analyse;
    let plain = "", before = "";
    /** @type {number[]} */
    const at = [];
    let place = 0;
    /** @param {string} char */
    const put = (char) => {
      plain += char;
      at.push(place);
    };
    for (const written of text) {
      for (const char of fold(written)) {
        const kind = !RUN.test(char) ? (isHan(char) && char <= "\u9fff" ? "han" : "") : /[0-9]/.test(char) ? "digit" : "letter";
        if (before !== kind && (before === "digit" || before === "letter")) { put(" "); }
        if (before !== kind && (kind === "digit" || kind === "letter") && !plain.endsWith(" ")) { put(" "); }
        if (kind) { put(char); }
        before = kind;
      }
      place += written.length;
    }
    if (before === "digit" || before === "letter") { put(" "); }
    return { plain, at };
  }

  /** Where words stand in a text: spans in order that do not overlap. @param {string} text @param {string[]} words */
  function spans(text, words) {
    const { plain, at } = mapped(text);
    /** @type {[number, number][]} */
    const found = [];
    for (const word of words) {
      const bare = word.trim(), lead = word.indexOf(bare);
      for (let from = plain.indexOf(word); bare && from >= 0; from = plain.indexOf(word, from + 1)) {
        const last = at[from + lead + bare.length - 1];
        found.push([at[from + lead], last + ((text.codePointAt(last) || 0) > 0xffff ? 2 : 1)]);
      }
    }
    return found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  }

  /** The text as nodes, with <mark> around the words. @param {string} text @param {string[]} words */
  function highlighted(text, words) {
    /** @type {(string | Node)[]} */
    const nodes = [];
    let done = 0;
    for (const [from, to] of spans(text, words)) {
      if (to > done) {
        nodes.push(text.slice(done, Math.max(from, done)), make("mark", "", text.slice(Math.max(from, done), to)));
        done = to;
      }
    }
    nodes.push(text.slice(done));
    return nodes.filter((node) => node !== "");
  }

  /** What to mark in one hit: what was asked; where that is not what was found, its other names, then its pairs.
   * @param {Shown} hit @param {Result} result @returns {string[]} */
  function wordsIn(hit, result) {
    const text = mapped([hit.heading, hit.duty || "", hit.summary, hit.owner].join("\n")).plain;
    /** @param {string[]} words */
    const held = (words) => words.filter((word) => text.includes(word));
    const own = held(result.words.filter((word, _, all) => word.length > 1 || all.length === 1));
    const names = hit.tier === "exact" || hit.tier === "all" ? [] : held(result.names);
    return own.length || names.length ? [...own, ...names] : held(result.words.flatMap(zerenku.analyse.queryTerms));
  }

  /** @param {string} iso */
  function dateText(iso) {
    const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
    return parts ? Number(parts[1]) + "年" + Number(parts[2]) + "月" + Number(parts[3]) + "日前" : iso;
  }

  /** A hit as one link. @param {Shown} hit @param {Result} result @param {string} base */
  function link(hit, result, base) {
    const words = wordsIn(hit, result);
    const element = /** @type {HTMLAnchorElement} */ (make("a", "zk-hit"));
    element.href = base + hit.url;
    const head = make("span", "zk-hit__head", make("b", "", ...highlighted(hit.heading || hit.where || "", words)));
    head.append(make("span", "zk-tier zk-tier--" + hit.tier, TIERS[hit.tier] || hit.tier));
    element.append(head);
    const says = hit.duty || hit.summary;
    if (says) {
      element.append(make("span", "zk-hit__says", ...highlighted(says, words)));
    }
    const facts = make("span", "zk-hit__facts");
    if (hit.expired) {
      facts.append(make("span", "zk-hit__past", "方案已到期"));
    }
    if (hit.owner) {
      facts.append(make("span", "zk-owner zk-owner--" + hit.certainty, ...highlighted(hit.owner, words)));
    }
    for (const text of hit.when.length ? hit.when : hit.deadlines.map(dateText)) {
      facts.append(make("span", "zk-hit__due", text));
    }
    element.append(facts, make("span", "zk-hit__cite", hit.cite || hit.plan));
    return element;
  }

  /** A paper that the question names, as one link. @param {{title: string, url: string}} plan @param {string} base */
  function planLink(plan, base) {
    const element = /** @type {HTMLAnchorElement} */ (make("a", "zk-hit zk-hit--plan"));
    element.href = base + plan.url;
    element.append(make("span", "zk-hit__head", make("b", "", plan.title), make("span", "zk-tier zk-tier--exact", "方案")));
    return element;
  }

  /** Today, as the engine is told it: whether a plan has run out is judged on the day of reading. */
  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  }

  /** Put buttons into an element for names that look like what was asked, where no hit is sure to be meant.
   * @param {Element} place @param {Result} result @param {string} query @param {(name: string) => void} choose */
  function suggest(place, result, query, choose) {
    if (result.sure) {
      return;
    }
    const up = lacksPath(result) && result.path.includes("/") ? above(query) : "";
    const near = up ? [up] : result.nearest;
    const names = near.length ? Promise.resolve(near) : zerenku.search.suggest(query);
    names.then((found) => (found || []).forEach((name) => {
      const button = /** @type {HTMLButtonElement} */ (make("button", "zk-search__more", name));
      button.type = "button";
      button.addEventListener("click", () => choose(name));
      place.append(button, " ");
    })).catch(() => undefined);
  }

  /** Whether a clause was asked for by its number, and no plan has it. @param {Result} result */
  const lacksPath = (result) => !result.total && result.path !== "";
  const LAST_MARK = /(?:[（(][^（()）]*[）)]|第?[0-9０-９一二三四五六七八九十]+[条段]?)[.．、\s]*$/;

  /** A question for a clause less the last mark of its number: 二（三）5 lies in 二（三）. @param {string} query */
  const above = (query) => query.replace(LAST_MARK, "").replace(/[.．、\s]+$/, "");

  const PINYIN = /^[a-z' ]+$/i;

  /** Whether nothing was found as it was asked, only what comes near; pinyin asks for nothing else.
   * @param {Result} result @param {string} query */
  function isNear(result, query) {
    return result.total > 0 && (!result.sure || (result.tier === "close" && !PINYIN.test(query)));
  }

  /** How many there are and how they were found. @param {Result} result @param {string} query */
  function told(result, query) {
    if (lacksPath(result)) {
      return "未找到“" + query + "”：各方案都没有这一条。请核对条款号，或从上一级找。";
    }
    if (!result.total) {
      return "未找到“" + query + "”。精确、同义和相近的说法都试过了，请换个词，或少输几个字。";
    }
    const count = (result.about ? "约 " : "") + result.total + " 条";
    return isNear(result, query)
      ? "没有找到“" + query + "”。下面 " + count + "只是相近：有一部分相同，或读音、写法接近。"
      : "找到 " + count + "：" + (TIERS[result.tier || ""] || "");
  }

  /** Say it in a line, which stands out where the hits only come near. @param {Element} line @param {Result} result @param {string} query */
  function tell(line, result, query) {
    line.textContent = told(result, query);
    line.classList.toggle("zk-near", isNear(result, query));
  }

  return { make, link, planLink, highlighted, tell, today, suggest };
})();
