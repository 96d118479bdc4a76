// 责任库网页检索：与 search/ 下的 Python 同一套切分、词库、层级和算分，改动须两边一起改。
// 数据见 window.ZERENKU_INDEX（search-index.js）；不联网、不读文件，双击打开的网页也能用。
// 用法：window.zerenkuSearch("粉尘涉爆", {limit: 10}) → {tier, total, hits, asks, tried, nearest, next}
(function () {
  "use strict";

  var UNITS = /(?:[\u3005\u3007\u3400-\u9fff]|[\ud840-\ud8bf][\udc00-\udfff])+|[0-9]+|[a-z\u00df-\u024f\u0370-\u052f]+/g;
  var HAN_UNIT = /[\ud840-\ud8bf][\udc00-\udfff]|[\s\S]/g;
  var FIRST_HAN = "\u3005";
  var PATH_ELEMENT = /^(?:附件\d*|第[一二三四五六七八九十]+[编章节条]|第\d+段|[(][一二三四五六七八九十]+[)]|[(]\d+[)]|[一二三四五六七八九十]+|\d+|¶\d+)/;
  var MAX_CHARS = 200;
  var state = null;

  // ---- 切分（search/analyzer.py）

  function fold(text) {
    if (text.normalize) {
      text = text.normalize("NFKC");
    } else {
      text = text.replace(/[\uff01-\uff5e]/g, function (char) {
        return String.fromCharCode(char.charCodeAt(0) - 0xfee0);
      }).replace(/\u3000/g, " ");
    }
    return text.toLowerCase();
  }

  function runs(text) {
    return fold(text).match(UNITS) || [];
  }

  function isHan(unit) {
    return unit.charAt(0) >= FIRST_HAN;
  }

  function endsWith(text, tail) {
    return text.length >= tail.length && text.slice(text.length - tail.length) === tail;
  }

  function plain(text) {
    var out = "";
    runs(text).forEach(function (run) {
      if (isHan(run)) {
        out += run;
      } else {
        out += endsWith(out, " ") ? run + " " : " " + run + " ";
      }
    });
    return out;
  }

  function units(text) {
    var found = [];
    runs(text).forEach(function (run) {
      if (isHan(run)) {
        found = found.concat(run.match(HAN_UNIT));
      } else {
        found.push(run);
      }
    });
    return found;
  }

  function queryTerms(text) {
    var row = units(text), found = [];
    row.forEach(function (unit, at) {
      if (!isHan(unit)) {
        found.push(unit);
      } else if (at + 1 < row.length && isHan(row[at + 1])) {
        found.push(unit + row[at + 1]);
      } else if (at + 1 < row.length || !found.length || !isHan(row[at - 1])) {
        found.push(unit);
      }
    });
    return found;
  }

  function unique(values) {
    var seen = Object.create(null);
    return values.filter(function (value) {
      var fresh = !seen[value];
      seen[value] = true;
      return fresh;
    });
  }

  function has(values, value) {
    return !!values && values.indexOf(value) >= 0;
  }

  function meets(values, others) {
    return !!values && values.some(function (value) { return has(others, value); });
  }

  // ---- 数据准备，第一次检索时做一遍

  function prepare() {
    var data = window.ZERENKU_INDEX;
    var tables = data.tables;
    var byWord = Object.create(null), lengths = [];
    var groups = data.words.map(function (row) {
      return {kind: row[0], id: row[1], name: row[2], variants: row[3], wide: row[4]};
    });
    groups.forEach(function (group) {
      group.variants.forEach(function (word) {
        (byWord[word] = byWord[word] || []).push(group);
        if (!has(lengths, word.length)) { lengths.push(word.length); }
      });
    });
    lengths.sort(function (one, two) { return two - one; });
    var clauses = data.clauses.map(function (clause, order) {
      return loaded(data, tables, clause, order);
    });
    return {
      figures: tables.figures, weights: tables.weights, heads: tables.heads, tails: tables.tails,
      lengths: data.lengths, plans: data.plans, groups: groups, byWord: byWord, wordLengths: lengths,
      clauses: clauses, frequency: Object.create(null),
      asks: tables.asks.map(function (row) { return [row[0], new RegExp(row[1])]; })
    };
  }

  function loaded(data, tables, clause, order) {
    var fields = {heading: plain(clause.heading), summary: plain(clause.summary)};
    var content = [], shared = [];
    Object.keys(clause.fields).forEach(function (name) { fields[name] = data.texts[clause.fields[name]]; });
    tables.weights.forEach(function (row) {
      (has(tables.shared, row[0]) ? shared : content).push(fields[row[0]] || "");
    });
    clause.duties.forEach(function (duty) {
      duty.plain = plain(duty.do) + "\n" + plain(duty.owner) + "\n" + (duty.facts || "");
    });
    return {source: clause, order: order, fields: fields, body: content.join("\n"), frame: shared.join("\n")};
  }

  // ---- 听懂问题（search/question.py、search/lexicon.py）

  function longest(text, at) {
    for (var i = 0; i < state.wordLengths.length; i += 1) {
      var word = text.substr(at, state.wordLengths[i]);
      if (word.length === state.wordLengths[i] && state.byWord[word]) { return word; }
    }
    return "";
  }

  function cut(text) {
    var pieces = [], loose = "", at = 0;
    function settle() {
      var word = plain(loose);
      if (word) { pieces.push({plain: word, groups: []}); }
      loose = "";
    }
    while (at < text.length) {
      var word = longest(text, at);
      if (!word) {
        loose += text.charAt(at);
        at += 1;
        continue;
      }
      settle();
      pieces.push({plain: word, groups: state.byWord[word]});
      at += word.length;
      if (endsWith(word, " ") && at < text.length && text.charAt(at) < FIRST_HAN) { at -= 1; }
    }
    settle();
    return pieces;
  }

  function trim(word) {
    var before;
    do {
      before = word;
      state.heads.forEach(function (head) {
        if (word.slice(0, head.length) === head) { word = word.slice(head.length); }
      });
      state.tails.forEach(function (tail) {
        if (endsWith(word, tail)) { word = word.slice(0, word.length - tail.length); }
      });
      word = plain(word);
    } while (word !== before && word);
    return word;
  }

  function piecesOf(part) {
    return cut(plain(part)).map(function (piece) {
      if (piece.groups.length) { return piece; }
      var kept = trim(piece.plain);
      return {plain: kept, groups: state.byWord[kept] || []};
    }).filter(function (piece) { return piece.plain; });
  }

  function readPath(text) {
    var rest = fold(text).replace(/[\s、,.，．。\/]+/g, "/").replace(/^\/+|\/+$/g, "");
    var elements = [];
    while (rest) {
      var match = PATH_ELEMENT.exec(rest);
      if (!match) { return ""; }
      var written = match[0];
      if (written.charAt(0) === "(") {
        written = "（" + written.slice(1, -1) + "）";
      } else if (written.charAt(0) === "第" && endsWith(written, "段")) {
        written = "¶" + written.slice(1, -1);
      }
      elements.push(written);
      rest = rest.slice(match[0].length).replace(/^\/+/, "");
    }
    return !elements.length || /^\d+$/.test(elements[0]) ? "" : elements.join("/");
  }

  function isPlace(piece) {
    return piece.groups.length > 0 && piece.groups.every(function (group) { return group.kind === "place"; });
  }

  function strong(piece) {
    return piece.groups.length > 0 || piece.plain.length > 1;
  }

  function most(pieces, some) {
    function letters(list) { return list.reduce(function (sum, piece) { return sum + piece.plain.length; }, 0); }
    return letters(some) * 2 >= letters(pieces) ? some : pieces;
  }

  function distinct(pieces) {
    var seen = Object.create(null);
    return pieces.filter(function (piece) {
      var fresh = !seen[piece.plain];
      seen[piece.plain] = true;
      return fresh;
    });
  }

  function understand(text) {
    var shown = text.replace(/\s+/g, " ").trim().slice(0, MAX_CHARS);
    var folded = fold(shown), rest = folded, asks = null;
    state.asks.forEach(function (row) {
      var match = row[1].exec(rest);
      if (match) {
        asks = asks || row[0];
        rest = rest.slice(0, match.index) + " " + (match[1] || "") + " " + rest.slice(match.index + match[0].length);
      }
    });
    if (!plain(rest)) { rest = folded; }
    var parts = rest.split(/\s+/).filter(Boolean);
    var path = parts.map(readPath).filter(Boolean)[0] || "";
    var words = parts.filter(function (part) { return !path || readPath(part) !== path; });
    var pieces = [].concat.apply([], words.map(piecesOf));
    var places = pieces.filter(isPlace);
    if (places.length === pieces.length && !path) { places = []; }
    var core = plain(words.join(" "));
    places.forEach(function (place) { core = plain(core.replace(place.plain, "")); });
    return {
      text: shown, whole: plain(folded), named: plain(words.join(" ")), core: core, asks: asks, path: path,
      pieces: distinct(pieces.filter(function (piece) { return places.indexOf(piece) < 0; })),
      places: distinct(places).map(function (piece) { return piece.groups[0]; })
    };
  }

  // ---- 算分（search/ranking.py）

  // 一词见于几条。各栏以换行隔开，词不跨栏；数字、字母自带前后空格，按子串比就是按整词比。
  function frequency(term) {
    if (state.frequency[term] === undefined) {
      var written = plain(term);
      state.frequency[term] = state.clauses.filter(function (clause) {
        return clause.body.indexOf(written) >= 0;
      }).length;
    }
    return state.frequency[term];
  }

  function rarity(text) {
    var counts = queryTerms(text).map(frequency);
    if (!counts.length) { return 0; }
    var least = Math.min.apply(null, counts);
    return Math.log(1 + (state.clauses.length - least + 0.5) / (least + 0.5));
  }

  function count(text, item) {
    var figures = state.figures;
    function times(name) { return text.split(name).length - 1; }
    function most(names) { return Math.max.apply(null, names.map(times).concat(0)); }
    return times(item.piece.plain) || figures.aliasShare * most(item.names) || figures.relatedShare * most(item.related);
  }

  function shareIn(text, item) {
    if (text.indexOf(item.piece.plain) >= 0) { return 1; }
    function held(name) { return text.indexOf(name) >= 0; }
    if (item.names.some(held)) { return state.figures.aliasShare; }
    return item.related.some(held) ? state.figures.relatedShare : 0;
  }

  // 问时限、频次、指标、责任单位的，看一项事项答了几分。
  function slotShare(duty, question) {
    if (question.asks === "owner") { return state.figures.owners[duty.certainty] || 0; }
    if (question.asks === "deadline") {
      return (duty.when || []).some(function (text) { return text.indexOf("前") >= 0; }) ? 1 : 0;
    }
    return {frequency: duty.every, quota: duty.targets}[question.asks] ? 1 : 0;
  }

  // 答了所问，且问句里的每个词都在事项、所在标题或有关各方里。
  function answers(duty, clause, parts, question) {
    if (!slotShare(duty, question)) { return false; }
    var told = [duty.plain, clause.fields.heading, clause.fields.trail].join("\n");
    return parts.every(function (item) {
      return !strong(item.piece) || shareIn(told, item) >= state.figures.aliasShare || item.piece.groups.some(function (group) {
        if (group.kind === "enterprise" && group.wide && duty.enterprise) { return true; }
        return (group.kind === "department" || group.kind === "enterprise") &&
          (has(duty.leads, group.id) || has(duty.supports, group.id) || has(duty.bearers, group.id));
      });
    });
  }

  function fitOf(duty, parts, question) {
    var figures = state.figures, fit = 0;
    parts.forEach(function (item) { fit += item.worth * shareIn(duty.plain, item); });
    if (parts.length && !fit) { return 0; }
    if (meets(named(question, "every"), duty.every)) { fit += figures.slot; }
    fit += figures.slot * slotShare(duty, question);
    var bonus = 0, departments = named(question, "department");
    if (meets(departments, duty.leads)) {
      bonus += figures.lead;
    } else if (meets(departments, duty.supports)) {
      bonus += figures.support;
    }
    if (meets(departments, duty.bearers) || meets(named(question, "enterprise", false), duty.bearers)) {
      bonus += figures.bearer;
    }
    if (duty.enterprise && named(question, "enterprise", true).length) { bonus += figures.anyEnterprise; }
    return fit + bonus;
  }

  function named(question, kind, wide) {
    var ids = [];
    question.pieces.forEach(function (piece) {
      piece.groups.forEach(function (group) {
        if (group.kind === kind && (wide === undefined || group.wide === wide)) { ids.push(group.id); }
      });
    });
    return unique(ids);
  }

  function rank(clause, sought, parts, question) {
    var figures = state.figures, score = 0, best = null, bestFit = -1;
    sought.forEach(function (item) {
      var total = 0;
      state.weights.forEach(function (row) {
        var text = clause.fields[row[0]] || "", times = count(text, item);
        if (times) {
          var average = state.lengths[row[0]] || 1;
          total += row[1] * times / (1 - figures.lengthShare + figures.lengthShare * text.length / average);
        }
      });
      score += item.worth * (total * (figures.saturation + 1) / (total + figures.saturation));
    });
    var topical = parts.some(function (item) {
      return item.piece.groups.some(function (group) {
        return group.kind === "topic" && has(clause.source.topics, group.id);
      });
    });
    if (topical) { score += figures.topic; }
    clause.source.duties.forEach(function (duty) {
      var fit = fitOf(duty, parts, question);
      if (fit > bestFit) { best = duty; bestFit = fit; }
    });
    if (!best) {
      bestFit = 0;
      parts.forEach(function (item) {
        bestFit += item.worth * shareIn(clause.fields.heading + "\n" + clause.fields.summary, item);
      });
    }
    return {
      clause: clause, duty: best, score: Math.round((score + figures.dutyWeight * bestFit) * 1e4) / 1e4,
      answers: !!best && answers(best, clause, parts, question)
    };
  }

  // ---- 层级（search/searcher.py）

  // 主题把相关的事归在一起：问的就是主题名，名下都算同义；问的是其中一样，别的只算相关。
  function sameNames(piece) {
    return [].concat.apply([], piece.groups.map(function (group) {
      var own = group.variants[0];
      if (group.kind !== "topic" || piece.plain === own) { return group.variants; }
      return group.variants.filter(function (name) { return name === own || piece.plain.indexOf(name) >= 0; });
    }));
  }

  function namesOf(piece, among, related) {
    var others = among.filter(function (other) { return other !== piece; });
    var all = [].concat.apply([], piece.groups.map(function (group) { return group.variants; }));
    var names = (related ? all : sameNames(piece)).filter(function (name) {
      return !others.some(function (other) {
        return name.indexOf(other.plain) >= 0 || other.plain.indexOf(name) >= 0;
      });
    });
    return unique([piece.plain].concat(names));
  }

  function seek(pieces, groups) {
    return pieces.map(function (piece, at) {
      var same = sameNames(piece), names = [], related = [];
      groups[at].slice(1).forEach(function (name) { (has(same, name) ? names : related).push(name); });
      return {piece: piece, names: names, related: related, worth: rarity(piece.plain)};
    });
  }

  function single(text) {
    return {plain: text, groups: []};
  }

  function differOnce(row, other) {
    var differing = row.filter(function (unit, at) { return unit !== other[at]; });
    return row.length === other.length && differing.length === 1;
  }

  function mended(piece) {
    var row = units(piece.plain);
    if (piece.groups.length || row.length < 3) { return piece; }
    var near = Object.keys(state.byWord).filter(function (word) {
      return word.length === piece.plain.length && differOnce(row, units(word));
    });
    return near.length ? {plain: near[0], groups: state.byWord[near[0]]} : piece;
  }

  function stepsOf(question) {
    var steps = [], pieces = question.pieces;
    function add(tier, groups, sought, area, fallback, minimum) {
      steps.push({
        tier: tier, groups: groups, sought: seek(sought, groups), area: area, fallback: !!fallback, same: false,
        minimum: minimum === undefined ? groups.length : minimum, path: question.path
      });
    }
    function each(list) {
      return list.map(function (piece) { return [piece.plain]; });
    }
    if (question.path) {
      add("exact", each(pieces), pieces, "anywhere");
      return steps;
    }
    var exact = unique([question.whole, question.core].filter(Boolean));
    ["content", "shared"].forEach(function (area) {
      exact.forEach(function (text) {
        var known = pieces.length === 1 && pieces[0].plain === text;
        add("exact", [[text]], [known ? pieces[0] : single(text)], area, area === "shared");
      });
    });
    if (pieces.length && (pieces.length > 1 || !has(exact, pieces[0].plain))) {
      // 报、开、配这样的单字，有更实的词时不必都有。
      var needed = pieces.some(strong) ? pieces.filter(strong) : pieces;
      add("all", each(needed), needed, "content");
      add("all", each(needed), needed, "anywhere", true);
    }
    // 先找同义词，再找词库放在一起的相关词。
    var same = pieces.map(function (piece) { return namesOf(piece, pieces, false); });
    var related = pieces.map(function (piece) { return namesOf(piece, pieces, true); });
    ["content", "anywhere"].forEach(function (area) {
      if (same.some(function (row) { return row.length > 1; })) {
        add("alias", same, pieces, area, area === "anywhere");
        steps[steps.length - 1].same = true;
      }
      if (String(related) !== String(same)) { add("alias", related, pieces, area, area === "anywhere"); }
    });
    var better = pieces.filter(strong).map(mended);
    // 一处也没有的词，占的字数又不多，就放下它；还找不到，就只找词库认得的。
    var heard = most(better, better.filter(function (piece) {
      return piece.groups.length || queryTerms(piece.plain).every(frequency);
    }));
    var known = most(better, better.filter(function (piece) { return piece.groups.length; }));
    function named(some) {
      add("close", some.map(function (piece) { return namesOf(piece, some, true); }), some, "content", true);
    }
    function alike(some, other) {
      return some.length === other.length && some.every(function (piece, at) { return piece === other[at]; });
    }
    if (heard.length && !alike(heard, pieces)) { named(heard); }
    var terms = unique(queryTerms(question.core)).map(plain);
    if (terms.length > 1) {
      var least = Math.max(2, Math.ceil(terms.length * state.figures.closeTenths / 10));
      add("close", terms.map(function (term) { return [term]; }), terms.map(single), "content", true, least);
    }
    if (!alike(known, heard)) { named(known); }
    return steps;
  }

  function matches(clause, step, places) {
    if (places.length && !meets(places, state.plans[clause.source.plan].places)) { return false; }
    if (step.path && !endsWith("/" + clause.source.path, "/" + step.path)) { return false; }
    var text = step.area === "content" ? clause.body
      : step.area === "shared" ? clause.frame : clause.body + "\n" + clause.frame;
    var held = step.groups.filter(function (names) {
      return names.some(function (name) { return text.indexOf(name) >= 0; });
    });
    return held.length >= step.minimum;
  }

  // 层级严的在前，同一层里答了所问的在前；严的层级没答所问，就把头一个答了的层级里的答案提到最前（词须是原词或同义词）。
  function inOrder(hits) {
    var order = ["exact", "all", "alias", "close"];
    function tells(hit) { return hit.answers && (hit.same || hit.tier !== "alias"); }
    var strictest = Math.min.apply(null, hits.filter(tells).map(function (hit) { return order.indexOf(hit.tier); }));
    hits.forEach(function (hit, at) {
      var tier = order.indexOf(hit.tier);
      hit.rank = [tells(hit) && tier === strictest ? 0 : 1, tier, hit.answers ? 0 : 1, at];
    });
    return hits.sort(function (one, two) {
      var apart = one.rank.map(function (part, at) { return part - two.rank[at]; });
      return apart[0] || apart[1] || apart[2] || apart[3];
    });
  }

  function run(question, places, close) {
    var parts = seek(question.pieces, question.pieces.map(function (piece) {
      return namesOf(piece, question.pieces, true);
    }));
    function told(hit) { return hit.answers; }
    var hits = [], seen = Object.create(null), tried = [], total = 0;
    stepsOf(question).forEach(function (step) {
      if (step.tier === "close" && (hits.length || !close)) { return; }
      // 条款自己说了的在前；都没答所问（如多久一次）时，再收按方案范围说的、答了所问的。
      var narrow = step.fallback && hits.length > 0;
      if (narrow && (!has(["owner", "deadline", "frequency", "quota"], question.asks) || hits.some(told))) { return; }
      if (!has(tried, step.tier)) { tried.push(step.tier); }
      var found = state.clauses.filter(function (clause) { return matches(clause, step, places); });
      var ranked = found.map(function (clause) {
        return rank(clause, step.sought, step.tier === "close" ? step.sought : parts, question);
      });
      ranked.sort(function (one, two) { return two.score - one.score || one.clause.order - two.clause.order; });
      ranked.forEach(function (item) {
        if (!seen[item.clause.order] && (item.answers || !narrow)) {
          seen[item.clause.order] = true;
          item.tier = step.tier;
          item.same = step.same;
          // 只是近似的词，不算答了所问。
          item.answers = item.answers && step.tier !== "close";
          hits.push(item);
        }
      });
      total = Math.max(total, narrow ? 0 : found.length, hits.length);
    });
    return {hits: inOrder(hits), total: total, tried: tried};
  }

  function nearest(question) {
    var asked = queryTerms(question.core).concat(question.core.match(HAN_UNIT) || []);
    function likeness(variant) {
      var terms = unique(queryTerms(variant));
      return terms.length ? terms.filter(function (term) { return has(asked, term); }).length / terms.length : 0;
    }
    var scored = [];
    state.groups.forEach(function (group, order) {
      var best = 0;
      group.variants.forEach(function (variant) { best = Math.max(best, likeness(variant)); });
      if (best > 0 && group.kind !== "every") { scored.push({best: best, order: order, name: group.name}); }
    });
    scored.sort(function (one, two) { return two.best - one.best || one.order - two.order; });
    return unique(scored.map(function (item) { return item.name; })).slice(0, state.figures.nearest);
  }

  function shown(hit) {
    var clause = hit.clause.source, duty = hit.duty, plan = state.plans[clause.plan];
    return {
      url: "plans/" + clause.plan + ".html#" + clause.anchor.slice(clause.plan.length + 1),
      anchor: clause.anchor, planId: clause.plan, plan: plan.title,
      cite: "《" + plan.title + "》" + clause.cite, where: clause.cite,
      heading: clause.heading, summary: clause.summary,
      duty: duty ? duty.do : null, owner: duty ? duty.owner : "", certainty: duty ? duty.certainty : "none",
      deadlines: (duty ? duty.deadlines : clause.due) || [], when: duty && duty.when || [],
      tier: hit.tier, score: hit.score
    };
  }

  function zerenkuSearch(query, options) {
    state = state || prepare();
    var limit = options && options.limit || 10, offset = options && options.offset || 0;
    var question = understand(String(query));
    var places = question.places.map(function (group) { return group.id; });
    var found = run(question, places, true);
    if (!found.hits.length && places.length) {
      var words = question.places.map(function (group) { return single(group.variants[0]); });
      var loose = {};
      Object.keys(question).forEach(function (key) { loose[key] = question[key]; });
      loose.core = question.named;
      loose.pieces = words.concat(question.pieces);
      var wider = run(loose, [], false);
      found = {hits: wider.hits, total: wider.total, tried: found.tried};
    }
    return {
      tier: found.hits.length ? found.hits[0].tier : null,
      total: found.total,
      hits: found.hits.slice(offset, offset + limit).map(shown),
      asks: question.asks,
      tried: found.tried,
      nearest: found.hits.length ? [] : nearest(question),
      next: offset + limit < found.hits.length ? offset + limit : null
    };
  }

  zerenkuSearch.plain = plain;
  zerenkuSearch.terms = queryTerms;
  window.zerenkuSearch = zerenkuSearch;
})();
