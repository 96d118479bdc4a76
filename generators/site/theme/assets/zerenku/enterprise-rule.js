// Whose a duty is: the rule of zerenku/catalogue/enterprises.py said again for the browser (a test holds them together),
// and the store into which the scripts of data put words and duties.
(function () {
  "use strict";

  /** id → word: {id, name, facet, also, parent, generic, people}. */
  const words = new Map();
  /** place → {plans, bodies, clauses, duties}. */
  const places = new Map();

  /** The word and those above it; stops at an unknown or repeated parent. */
  function upward(id) {
    const found = [];
    for (let word = words.get(id); word && !found.includes(word.id); word = words.get(word.parent)) {
      found.push(word.id);
    }
    return found;
  }

  /** A firm with the chosen words, unknown ones left out: `held` are they and all that they lie in. */
  function firm(ids) {
    const chosen = ids.filter((id) => words.has(id));
    return {
      chosen,
      held: new Set([].concat(...chosen.map(upward))),
      facets: new Set(chosen.map((id) => words.get(id).facet)),
      people: chosen.some((id) => words.get(id).people),
    };
  }

  const generic = (ids) => ids.some((id) => words.get(id).generic);
  const holds = (who, ids) => ids.some((id) => who.held.has(id));
  const choseAmong = (who, ids) => ids.some((id) => who.facets.has(words.get(id).facet));

  /** Whether the plan is for this firm, or may be. */
  function inScope(who, plan) {
    const scope = plan.scope || [];
    return !scope.length || generic(scope) || holds(who, scope) || !choseAmong(who, scope);
  }

  /** Whether the firm must do it: it bears the duty, and what the duty is narrowed to is among its words. */
  function must(who, duty, plan) {
    const own = duty.who || [];
    const only = duty.only || [];
    const byName = own.some((id) => who.held.has(id) && !words.get(id).generic);
    const people = !who.people && own.some((id) => words.get(id).people);
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

  /** Names of the words that narrow a duty, the firm's own if there are any; none when every firm in scope is meant. */
  function because(who, duty) {
    const only = duty.only || [];
    if (generic(only)) {
      return [];
    }
    const mine = only.filter((id) => who.held.has(id));
    return (mine.length ? mine : only).map((id) => words.get(id).name);
  }

  /** The scope of its plan, where that alone makes a duty for every firm this firm's. */
  function scopeOf(who, duty, plan) {
    const own = duty.who || [];
    const scope = plan.scope || [];
    const named = own.some((id) => who.held.has(id) && !words.get(id).generic);
    return named || !generic(own) || generic(scope) ? [] : scope.map((id) => words.get(id).name);
  }

  /** Where a duty stands among those of its group: what names the firm first, then every firm's, then its people's. */
  function rank(who, duty) {
    const own = duty.who || [];
    return own.concat(duty.only || []).some((id) => who.held.has(id)) ? 0 : generic(own) ? 1 : 2;
  }

  window.zerenkuEnterprise = {
    often: {},
    words(packed) {
      packed.words.forEach((word) => words.set(word.id, word));
      this.often = packed.often;
    },
    duties: (packed) => places.set(packed.place, packed),
    word: (id) => words.get(id),
    allWords: () => Array.from(words.values()),
    place: (id) => places.get(id),
    upward,
    firm,
    must,
    because,
    scopeOf,
    rank,
  };
})();
