// 算分：与 search/ranking.py 同一套数字，改动须两边一起改。
var zerenku = zerenku || {};

/** @typedef {{piece: Piece, names: string[], related: string[], worth: number}} Sought */
/** @typedef {{clause: Clause, duty: Duty | null, score: number, answers: boolean, expired: boolean}} Ranked */
/** @typedef {Partial<Record<string, string[]>>} Filters */

zerenku.ranking = (function () {
  "use strict";

  const { meets } = zerenku.analyse;
  const { root } = zerenku.store;
  const { rarest } = zerenku.postings;
  const { strong, named } = zerenku.question;
  const PARTIES = ["department", "enterprise"];
  const { holds, share } = zerenku.dates;
  const DIGITS = 1e4;
  const MONTH_CHARS = 7;

  /** The inverse frequency of the rarest term in a plain text. @param {string} text */
  function rarity(text) {
    const least = rarest(text);
    const rarity = least < 0 ? 0 : Math.log(1 + (root().size - least + 0.5) / (least + 0.5));
    // 一条也没有的词，多半是闲话，不是要找的东西。
    return least ? rarity : rarity * root().tables.figures.unheard;
  }

  /** @param {string} text @param {string} name */
  function times(text, name) {
    let found = 0;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      found += 1;
    }
    return found;
  }

  /** @param {string} text @param {Sought} item */
  function count(text, item) {
    const { aliasShare, relatedShare } = root().tables.figures;
    /** @param {string[]} names */
    const most = (names) => Math.max(0, ...names.map((name) => times(text, name)));
    return times(text, item.piece.plain) || aliasShare * most(item.names) || relatedShare * most(item.related);
  }

  /** 1 when the text holds the piece itself, less for another name of it. @param {string} text @param {Sought} item */
  function shareIn(text, item) {
    const { aliasShare, relatedShare } = root().tables.figures;
    /** @param {string} name */
    const held = (name) => text.includes(name);
    if (held(item.piece.plain)) { return 1; }
    if (item.names.some(held)) { return aliasShare; }
    return item.related.some(held) ? relatedShare : 0;
  }

  /** Does one of some days fall into the span that the question names? @param {string[] | undefined} days
   * @param {Question} question */
  function isDue(days, question) {
    const when = question.when;
    return when !== null && (days || []).some((day) => holds(when, day));
  }

  /** How far a duty fills the slot that is asked for. @param {Duty} duty @param {Question} question */
  function slotShare(duty, question) {
    switch (question.asks) {
      case "owner": return root().tables.figures.owners[duty.certainty] || 0;
      case "deadline": return (duty.when || []).some((text) => text.includes("前")) ? 1 : 0;
      case "frequency": return duty.every ? 1 : 0;
      case "quota": return duty.targets ? 1 : 0;
      default: return isDue(duty.deadlines, question) ? 1 : 0;
    }
  }

  /** The slot is filled, and every piece is in the duty, its headings or its parties; in a loose step most of them.
   * @param {Duty} duty @param {Clause} clause @param {Sought[]} parts @param {Question} question @param {boolean} loose */
  function answers(duty, clause, parts, question, loose) {
    if (!slotShare(duty, question)) { return false; }
    const told = [duty.plain, clause.fields.heading, clause.fields.trail || ""].join("\n");
    if (loose) {
      const whole = parts.reduce((sum, item) => sum + item.worth, 0);
      return parts.reduce((sum, item) => sum + item.worth * shareIn(told, item), 0) >= root().tables.figures.looseAnswer * whole;
    }
    const parties = [...(duty.leads || []), ...(duty.supports || []), ...(duty.bearers || [])];
    return parts.every((item) => !strong(item.piece)
      || shareIn(told, item) >= root().tables.figures.aliasShare
      || (duty.enterprise && item.piece.groups.some((group) => group.wide))
      || item.piece.groups.some((group) => PARTIES.includes(group.kind) && parties.includes(group.id)));
  }

  /** @param {Duty} duty @param {Sought[]} parts @param {Question} question */
  function fitOf(duty, parts, question) {
    const figures = root().tables.figures;
    let fit = parts.reduce((sum, item) => sum + item.worth * shareIn(duty.plain, item), 0);
    if (parts.length && !fit) { return 0; }
    if (meets(named(question, "every"), duty.every)) { fit += figures.slot; }
    if (question.when) { fit += figures.when * share(question.when, duty.deadlines || []); }
    if (question.asks === "owner" && !duty.enterprise) { fit += figures.authority; }
    return fit + figures.slot * slotShare(duty, question) + partyBonus(duty, question);
  }

  /** @param {Duty} duty @param {Question} question */
  function partyBonus(duty, question) {
    const figures = root().tables.figures;
    const departments = named(question, "department");
    let bonus = 0;
    if (meets(departments, duty.leads)) {
      bonus += figures.lead;
    } else if (meets(departments, duty.supports)) {
      bonus += figures.support;
    }
    if (meets(departments, duty.bearers) || meets(named(question, "enterprise", false), duty.bearers)) {
      bonus += figures.bearer;
    }
    if (duty.enterprise && named(question, "enterprise", true).length) { bonus += figures.anyEnterprise; }
    return bonus;
  }

  /** Is it this duty of its clause that the filters let through? @param {Duty} duty @param {Filters} filters */
  function passes(duty, filters) {
    const parties = [...(duty.leads || []), ...(duty.supports || []), ...(duty.bearers || [])];
    /** @param {string[] | undefined} wanted @param {string[]} values */
    const fits = (wanted, values) => !wanted || !wanted.length || meets(wanted, values);
    const due = filters.due || [];
    return fits(filters.department, parties) && fits(filters.enterprise, parties) && fits(filters.certainty, [duty.certainty])
      && (!due.length || (duty.deadlines || []).some((day) => zerenku.facets.isWanted(due, day)));
  }

  /** What an item counts for in a clause; under a merely related name no more than that name says, and less.
   * @param {Clause} clause @param {Sought} item */
  function worthIn(clause, item) {
    const told = clause.body + "\n" + clause.frame;
    /** @param {string} name */
    const held = (name) => told.includes(name);
    if (held(item.piece.plain) || item.names.some(held)) { return item.worth; }
    return root().tables.figures.relatedWorth * Math.min(item.worth, Math.max(0, ...item.related.filter(held).map(rarity)));
  }

  /** @param {Clause} clause @param {Sought} item */
  function weightIn(clause, item) {
    const { weights, figures } = root().tables;
    let total = 0;
    for (const [name, weight] of weights) {
      const text = clause.fields[name] || "";
      const found = count(text, item);
      if (found) {
        const average = root().lengths[name] || 1;
        total += weight * found / (1 - figures.lengthShare + figures.lengthShare * text.length / average);
      }
    }
    return total;
  }

  /** For a clause with something due in the span that the question names, or of a plan of that year.
   * @param {Clause} clause @param {Question} question */
  function whenBonus(clause, question) {
    const when = question.when;
    const named = when !== null && when.year !== null && (clause.fields.plan || "").includes(" " + when.year + " ");
    return root().tables.figures.when * (named ? 1 : when ? share(when, clause.source.due || []) : 0);
  }

  /** Had the plan's last month passed on that ISO day? @param {Clause} clause @param {string} today */
  function isExpired(clause, today) {
    const period = clause.plan.period || [];
    return Boolean(today && period.length && period[period.length - 1] < today.slice(0, MONTH_CHARS));
  }

  /** What share of all that is sought, by worth, a clause holds anywhere. @param {Clause} clause @param {Sought[]} sought */
  function coverage(clause, sought) {
    const whole = sought.reduce((sum, item) => sum + item.worth, 0), told = clause.body + "\n" + clause.frame;
    return whole ? sought.reduce((sum, item) => sum + item.worth * shareIn(told, item), 0) / whole : 0;
  }

  /** What a lead that the clause names is worth to who asks for one: less where it is named for many duties at once and
   * the heading is about something else. @param {Clause} clause @param {Sought[]} parts @param {Question} question */
  function askedLead(clause, parts, question) {
    const { askedLead: bonus, atOne, headed } = root().tables.figures;
    if (question.asks !== "owner" || !question.whole.includes(root().tables.lead)) { return 0; }
    const words = parts.filter((item) => !item.piece.groups.some((group) => group.kind === "plan"));
    const held = words.reduce((sum, item) => sum + item.worth * shareIn(clause.fields.heading || "", item), 0);
    return held > headed * words.reduce((sum, item) => sum + item.worth, 0)
      ? bonus : bonus * Math.min(1, atOne / Math.max(1, clause.duties.length));
  }

  /** Does a clause hold it under any name? @param {Clause} clause @param {Sought} item */
  function holdsAny(clause, item) {
    return shareIn(clause.body + "\n" + clause.frame, item) > 0;
  }

  /**
   * Score one clause: `sought` is what its tier looks for, `parts` the pieces by which duties are compared.
   * @param {Clause} clause @param {Sought[]} sought @param {Sought[]} parts
   * @param {Question} question @param {Filters} filters @param {string} today @param {boolean} loose @returns {Ranked}
   */
  function rank(clause, sought, parts, question, filters, today, loose) {
    const figures = root().tables.figures;
    let score = 0;
    for (const item of sought) {
      const weight = weightIn(clause, item);
      if (weight) { score += worthIn(clause, item) * (weight * (figures.saturation + 1) / (weight + figures.saturation)); }
    }
    const topics = clause.source.topics || [];
    if (parts.some((item) => item.piece.groups.some((group) => group.kind === "topic" && topics.includes(group.id)))) {
      score += figures.topic;
    }
    if (question.cites && clause.fields.cites) {
      score += figures.cites + (question.whole.includes(root().tables.plan) && !clause.duties.length ? figures.basis : 0);
    }
    const passing = clause.duties.filter((duty) => passes(duty, filters));
    /** @type {Duty | null} */
    let best = null;
    let bestFit = -1;
    const lead = askedLead(clause, parts, question);
    for (const duty of passing.length ? passing : clause.duties) {
      const own = fitOf(duty, parts, question), fit = own + (own && duty.certainty === "lead" ? lead : 0);
      if (fit > bestFit) {
        best = duty;
        bestFit = fit;
      }
    }
    if (!best) {
      const told = clause.fields.heading + "\n" + clause.fields.summary;
      bestFit = parts.reduce((sum, item) => sum + item.worth * shareIn(told, item), 0);
      if (question.asks === "owner" || question.asks === "duty") { score *= figures.dutiless; }
    }
    const expired = isExpired(clause, today);
    score = (score + figures.dutyWeight * bestFit + whenBonus(clause, question)) * (expired ? figures.expired : 1);
    return {
      clause, duty: best, score: Math.round(score * DIGITS) / DIGITS, expired,
      answers: !!best && answers(best, clause, parts, question, loose),
    };
  }

  return { rarity, rank, coverage, holdsAny };
})();
