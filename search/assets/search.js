// 责任库网页检索：zerenku.search.ask("粉尘涉爆", {limit: 10}) → Promise<Result>。
// 与 search/searcher.py 同；条款多的库逐批载入，够一页就停，翻页再接着找。
var zerenku = zerenku || {};

/**
 * @typedef {object} Shown
 * @property {string} url
 * @property {string} anchor
 * @property {string} planId
 * @property {string} plan
 * @property {string} cite
 * @property {string} where
 * @property {string} heading
 * @property {string} summary
 * @property {string | null} duty
 * @property {string} owner
 * @property {string} certainty
 * @property {string[]} deadlines
 * @property {string[]} when
 * @property {string} tier
 * @property {number} score
 * @property {boolean} expired
 */
/**
 * `next` is the offset of the following page, null on the last; `about` says that `total` counts clauses not yet read;
 * Where the first hit is not `sure` to be meant, `nearest` are names that look alike; in a large index `suggest` fetches
 * them later. `plans` are papers that the question names; `words` are what to mark in the hits, `names` what else they are called.
 * @typedef {object} Result
 * @property {string | null} tier
 * @property {number} total
 * @property {boolean} about
 * @property {Shown[]} hits
 * @property {string | null} asks
 * @property {string} path
 * @property {string[]} tried
 * @property {string[]} nearest
 * @property {boolean} sure
 * @property {number | null} next
 * @property {{id: string, title: string, url: string}[]} plans
 * @property {string[]} words
 * @property {string[]} names
 * @property {Int32Array} clauses
 */
/** `today` is the ISO day on which plans are judged to have run out, and from which 下个月 is counted.
 * @typedef {{limit?: number, offset?: number, filters?: Filters, today?: string, stale?: () => boolean}} Options */

zerenku.search = (function () {
  "use strict";

  const { queryTerms, unique } = zerenku.analyse;
  const { MISSING, fetch, forget, root, load } = zerenku.store;
  const { understand } = zerenku.question;
  const { all, of } = zerenku.lexicon;
  const { strict, mended, loose, partsOf } = zerenku.steps;
  const { SLOTS, find } = zerenku.finding;
  const TIERS = ["exact", "all", "alias", "close"];

  /** `more` tells that not everything was looked at. @typedef {{hits: Hit[], total: number, tried: string[],
   * clauses: Set<number>, more: boolean}} Run */

  /** Is something asked that no hit tells yet? @param {Question} question @param {Hit[]} hits */
  function isOpen(question, hits) {
    const slot = SLOTS.includes(question.asks || "") || question.when !== null;
    return slot && !hits.some((hit) => hit.answers);
  }

  /** The steps in order. Those for a question without an answer cost much to make, so they are made only when one of
   * them would be taken. @param {Question} question @param {boolean} close @param {Run} done @returns {Generator<Step>} */
  function* stepsOf(question, close, done) {
    yield* strict(question);
    for (const more of close && !question.path ? [mended, loose] : []) {
      if (!done.hits.length || isOpen(question, done.hits)) { yield* more(question); }
    }
  }

  /** @param {Question} question @param {Filters} filters @param {{enough: number, close: boolean, today: string}} how
   * @returns {Run} */
  function run(question, filters, how) {
    const limits = { allowed: zerenku.facets.allowed(filters), filters, today: how.today, seen: new Set(), enough: 0 };
    const parts = partsOf(question);
    /** @type {Run} */
    const done = { hits: [], total: 0, tried: [], clauses: new Set(), more: false };
    for (const step of stepsOf(question, how.close, done)) {
      limits.enough = how.enough - done.hits.length;
      if (!root().whole && limits.enough <= 0) { break; }
      // 条款自己说了的在前；都没答所问（如多久一次）时，再收按方案范围说的、答了所问的。
      const narrow = step.fallback && done.hits.length > 0;
      if (narrow && !isOpen(question, done.hits)) { continue; }
      if (!done.tried.includes(step.tier)) { done.tried.push(step.tier); }
      const found = find(step, parts, question, limits);
      const fresh = found.hits.filter((hit) => !limits.seen.has(hit.clause.order) && (hit.answers || !narrow || step.loose));
      fresh.forEach((hit) => limits.seen.add(hit.clause.order));
      done.hits.push(...fresh);
      done.more = done.more || found.unread > 0;
      if (root().whole || narrow || step.loose) {
        fresh.forEach((hit) => done.clauses.add(hit.clause.order));
      } else {
        found.clauses.forEach((clause) => done.clauses.add(clause));
      }
      // 只凭日期放进来的，到这里才数；为了多找几条才看的，不数。
      const counted = !narrow && !step.loose && (step.sought.length > 0 || question.path !== "");
      done.total = Math.max(done.total, counted ? found.total : 0, done.hits.length);
    }
    if (how.close && !done.hits.length && !question.path && !done.tried.includes("close")) { done.tried.push("close"); }
    return done;
  }

  /** Strict tiers first, in each of them what answers; where the strictest leave it open, the first tier that answers
   * goes before them, as long as its words are those asked for or mean the same. What holds but a part of the question
   * stands behind what holds it with its slips put right, and goes before others of its sort only if it scores about as
   * high as the best of them. But who asks 归谁管 is told by a clause of the very words, though it names no department. @param {Question} question @param {Hit[]} hits */
  function inOrder(question, hits) {
    const wide = question.asks !== "owner" || question.whole.includes(root().tables.lead);
    /** @param {Hit} hit */
    const tells = (hit) => hit.answers && (hit.tier === "exact" || hit.tier === "all" || (wide && hit.tier === "alias" && hit.same));
    const strictest = Math.min(...hits.filter(tells).map((hit) => TIERS.indexOf(hit.tier)));
    const nearest = Math.max(0, ...hits.filter((hit) => hit.covers < 1).map((hit) => hit.score));
    /** @param {Hit} hit */
    const answers = (hit) => hit.answers && (hit.covers === 1 || hit.score >= root().tables.figures.nearAnswer * nearest);
    /** @param {Hit} hit */
    const place = (hit) => (tells(hit) && TIERS.indexOf(hit.tier) === strictest ? 0 : 100)
      + TIERS.indexOf(hit.tier) * 10 + (hit.covers < 1 ? 2 : 0) + (answers(hit) ? 0 : 1);
    return hits.map((hit, at) => ({ hit, at, place: place(hit) }))
      .sort((one, other) => one.place - other.place || one.at - other.at).map((item) => item.hit);
  }

  /** Names of the lexicon that share most characters with what was asked. @param {Question} question */
  function nearest(question) {
    const asked = new Set([...queryTerms(question.core), ...zerenku.analyse.characters(question.core)]);
    /** @param {string} variant */
    const likeness = (variant) => {
      const terms = unique(queryTerms(variant));
      return terms.length ? terms.filter((term) => asked.has(term)).length / terms.length : 0;
    };
    const scored = all().filter((group) => group.kind !== "every")
      .map((group) => ({ best: Math.max(0, ...group.variants.map(likeness)), name: group.name }))
      .filter((item) => item.best > 0);
    scored.sort((one, other) => other.best - one.best);
    return unique(scored.map((item) => item.name)).slice(0, root().tables.figures.nearest);
  }

  /** Under traditional characters a clause is found under another way of writing. @param {Hit} hit
   * @param {Question} question @returns {Shown} */
  function shown(hit, question) {
    const { source, plan } = hit.clause, duty = hit.duty;
    return {
      url: source.url, anchor: source.plan + "/" + source.url.split("#")[1], planId: source.plan, plan: plan.title,
      cite: "《" + plan.title + "》" + source.cite, where: source.cite,
      heading: source.heading || "", summary: source.summary || "",
      duty: duty ? duty.do : null, owner: duty && duty.owner || "", certainty: duty ? duty.certainty : "none",
      deadlines: (duty ? duty.deadlines : source.due) || [], when: duty && duty.when || [],
      tier: question.simplified && hit.tier !== "close" ? "alias" : hit.tier, score: hit.score, expired: hit.expired,
    };
  }

  /** The answer from what is loaded; throws MISSING when that is not enough. @param {string} query @param {Options} options
   * @returns {Result} */
  function answer(query, options) {
    const limit = options.limit || 10, offset = options.offset || 0, today = options.today || "";
    const question = understand(String(query), today);
    const filters = { ...options.filters };
    const narrowed = question.places.length > 0 && !(filters.place || []).length;
    if (narrowed) { filters.place = question.places.map((group) => group.id); }
    let found = run(question, filters, { enough: offset + limit, close: true, today });
    if (!found.hits.length && narrowed && question.pieces.length) {
      // 地名也可能是别的词的一部分（某某日报）：不限地区，照字面再找一遍。
      const words = question.places.map((group) => ({ plain: group.variants[0], groups: /** @type {Group[]} */ ([]) }));
      const wider = { ...question, core: question.named, pieces: [...words, ...question.pieces] };
      found = { ...run(wider, options.filters || {}, { enough: offset + limit, close: false, today }), tried: found.tried };
    }
    const hits = root().whole ? inOrder(question, found.hits) : found.hits;
    const sure = hits.length > 0 && hits[0].sure;
    const page = hits.slice(offset, offset + limit).map((hit) => shown(hit, question));
    return {
      tier: page.length ? page[0].tier : null, total: found.total, about: found.more,
      hits: page, asks: question.asks, path: question.path, tried: found.tried, nearest: root().whole && !sure ? nearest(question) : [], sure,
      next: offset + limit < hits.length || (found.more && page.length === limit) ? offset + limit : null,
      plans: plansNamed(question), ...wordsOf(question), clauses: Int32Array.from(found.clauses),
    };
  }

  /** Papers whose title or number is the whole question. @param {Question} question */
  function plansNamed(question) {
    return unique([...of(question.whole), ...of(question.dated)]).filter((group) => group.kind === "plan")
      .map((group) => ({ id: group.id, title: group.name, url: "plans/" + group.id + ".html" }));
  }

  /** Plain texts of what was asked, and of what else that is called. @param {Question} question */
  function wordsOf(question) {
    const pieces = question.pieces.filter(zerenku.question.strong);
    return {
      words: unique([question.whole, question.core, ...pieces.map((piece) => piece.plain)]).filter(Boolean),
      names: unique(pieces.flatMap((piece) => piece.groups.flatMap((group) => group.variants))),
    };
  }

  /** Null when `stale` said meanwhile that nobody waits any more.
   * @param {string} query @param {Options} [options] @returns {Promise<Result | null>} */
  async function ask(query, options) {
    return loaded(() => answer(query, options || {}), options && options.stale);
  }

  /** The answer at once, null when something would have to be loaded. @param {string} query @param {Options} [options] */
  function now(query, options) {
    forget();
    try {
      return answer(query, options || {});
    } catch (error) {
      if (error !== MISSING) { throw error; }
      return null;
    }
  }

  /** Names that look like what was asked. @param {string} query */
  async function suggest(query) {
    return loaded(() => nearest(understand(query, "")), undefined);
  }

  /** How many of the clauses found each value of every facet has; of due dates, those in some spans.
   * @param {Result} result @param {string[]} spans @returns {Promise<Record<string, FacetValue[]> | null>} */
  async function facets(result, spans) {
    return loaded(() => zerenku.facets.count(result.clauses, spans), undefined);
  }

  /** Run, load what is missing, run again. @template T @param {() => T} work @param {(() => boolean) | undefined} stale
   * @returns {Promise<T | null>} */
  async function loaded(work, stale) {
    while (!stale || !stale()) {
      forget();
      try {
        return work();
      } catch (error) {
        if (error !== MISSING) { throw error; }
        await fetch();
      }
    }
    return null;
  }

  /** Get ready: the first thing that every question needs. */
  function prepare() {
    return load("root");
  }

  return { ask, now, suggest, facets, prepare };
})();
