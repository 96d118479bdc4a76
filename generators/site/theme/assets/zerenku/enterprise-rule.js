// Whose a duty is: the rule of zerenku/catalogue/enterprises.py said again for the browser (a test holds them together),
// and the store into which the scripts of data put words and duties.

/**
 * @typedef {{id: string, name: string, facet: string, also?: string[], parent?: string, generic?: boolean,
 *   people?: boolean}} Word
 * @typedef {{title: string, short: string, href: string, issuers?: string, issued?: string, scope?: string[],
 *   first?: string, last?: string}} FirmPlan
 * @typedef {{days: string[], key?: string, what?: string, note?: string, rule?: string}} FirmDue days, or the first day
 *   and the rule by which calendars repeat it
 * @typedef {object} FirmDuty
 * @property {string} id
 * @property {number} clause its place in the clauses of the place
 * @property {string} do
 * @property {string} written who must do it, in the plan's words
 * @property {string} sure
 * @property {(string | number)[]} ask words, and places in the bodies of the place
 * @property {string[]} [who]
 * @property {string[]} [only]
 * @property {string} [often]
 * @property {[string, string, string][]} [dates] day, as people write it, what of
 * @property {string[]} [rules]
 * @property {string[]} [goals]
 * @property {string} [record]
 * @property {boolean} [doubt]
 * @property {FirmDue[]} [days]
 * @typedef {{place: string, plans: FirmPlan[], bodies: [string, string][], clauses: [number, string, string][],
 *   duties: FirmDuty[]}} PlaceDuties a clause is the place of its plan, its path, its address
 * @typedef {{chosen: string[], held: Set<string>, facets: Set<string>, people: boolean}} Firm
 */

var zerenkuEnterprise = (function () {
  "use strict";

  /** @type {Map<string, Word>} */
  const words = new Map();
  /** @type {Map<string, PlaceDuties>} */
  const places = new Map();
  /** The word of an id that is known. @param {string} id */
  const known = (id) => /** @type {Word} */ (words.get(id));

  /** The word and those above it; stops at an unknown or repeated parent. @param {string} id */
  function upward(id) {
    /** @type {string[]} */
    const found = [];
    for (let word = words.get(id); word && !found.includes(word.id); word = words.get(word.parent || "")) {
      found.push(word.id);
    }
    return found;
  }

  /** A firm with the chosen words, unknown ones left out: `held` are they and all that they lie in.
   * @param {string[]} ids @returns {Firm} */
  function firm(ids) {
    const chosen = ids.filter((id) => words.has(id));
    return {
      chosen,
      held: new Set(chosen.flatMap(upward)),
      facets: new Set(chosen.map((id) => known(id).facet)),
      people: chosen.some((id) => known(id).people),
    };
  }

  const generic = (/** @type {string[]} */ ids) => ids.some((id) => known(id).generic);
  const holds = (/** @type {Firm} */ who, /** @type {string[]} */ ids) => ids.some((id) => who.held.has(id));
  const choseAmong = (/** @type {Firm} */ who, /** @type {string[]} */ ids) => ids.some((id) => who.facets.has(known(id).facet));

  /** Whether the plan is for this firm, or may be. @param {Firm} who @param {FirmPlan} plan */
  function inScope(who, plan) {
    const scope = plan.scope || [];
    return !scope.length || generic(scope) || holds(who, scope) || !choseAmong(who, scope);
  }

  /** Whether the firm must do it: it bears the duty, and what the duty is narrowed to is among its words.
   * @param {Firm} who @param {FirmDuty} duty @param {FirmPlan} plan */
  function must(who, duty, plan) {
    const own = duty.who || [];
    const only = duty.only || [];
    const byName = own.some((id) => who.held.has(id) && !known(id).generic);
    const people = !who.people && own.some((id) => known(id).people);
    if (!byName && !generic(own) && !people) {
      return false;
    }
    if (!only.length) {
      return byName || inScope(who, plan);
    }
    if (holds(who, only) || (generic(only) && (byName || inScope(who, plan)))) {
      return true;
    }
    return byName && !choseAmong(who, only);
  }

  /** Names of the words that narrow a duty, the firm's own if there are any; none when every firm in scope is meant.
   * @param {Firm} who @param {FirmDuty} duty */
  function because(who, duty) {
    const only = duty.only || [];
    if (generic(only)) {
      return [];
    }
    const mine = only.filter((id) => who.held.has(id));
    return (mine.length ? mine : only).map((id) => known(id).name);
  }

  /** The scope of its plan, where that alone makes a duty for every firm this firm's.
   * @param {Firm} who @param {FirmDuty} duty @param {FirmPlan} plan */
  function scopeOf(who, duty, plan) {
    const own = duty.who || [];
    const scope = plan.scope || [];
    const named = own.some((id) => who.held.has(id) && !known(id).generic);
    return named || !generic(own) || generic(scope) ? [] : scope.map((id) => known(id).name);
  }

  /** Where a duty stands among those of its group: what names the firm first, then every firm's, then its people's.
   * @param {Firm} who @param {FirmDuty} duty */
  function rank(who, duty) {
    const own = duty.who || [];
    return own.concat(duty.only || []).some((id) => who.held.has(id)) ? 0 : generic(own) ? 1 : 2;
  }

  return {
    /** @type {Record<string, string>} */
    often: {},
    /** @param {{words: Word[], often: Record<string, string>}} packed */
    words(packed) {
      packed.words.forEach((word) => words.set(word.id, word));
      this.often = packed.often;
    },
    duties: (/** @type {PlaceDuties} */ packed) => places.set(packed.place, packed),
    has: (/** @type {string} */ id) => words.has(id),
    word: known,
    allWords: () => Array.from(words.values()),
    place: (/** @type {string} */ id) => places.get(id),
    /** The places that could be had. @param {string[]} ids */
    placesOf: (ids) => ids.flatMap((id) => places.get(id) || []),
    upward,
    firm,
    must,
    because,
    scopeOf,
    rank,
  };
})();
