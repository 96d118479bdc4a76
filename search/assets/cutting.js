// 词库不认得的字：在条款里从不相连的地方切开，打错的改正，还找不到就拆成两字一对，与 search/cutting.py 同。
var zerenku = zerenku || {};

zerenku.cutting = (function () {
  "use strict";

  const { isHan, plain, units, queryTerms, unique } = zerenku.analyse;
  const { root } = zerenku.store;
  const { of } = zerenku.lexicon;
  const { near, spelt } = zerenku.sounds;
  const { frequencies, rarest } = zerenku.postings;
  const { distinct, strong, trim } = zerenku.question;
  const PAIR = 2;
  const NUMBER = 3;
  const JOINED = 6;

  /** Does every term of a plain text occur in some clause? @param {string} text */
  function isHeard(text) {
    return rarest(text) > 0;
  }

  /** Each piece once. @param {Piece[]} pieces */
  function once(pieces) {
    return distinct(pieces, (piece) => piece.plain);
  }

  /** Unknown pieces cut between characters that no clause has side by side. @param {Piece[]} pieces */
  function cut(pieces) {
    return once(pieces.flatMap((piece) => {
      // 大库里，最少见的几个词都有，就不再逐对去查。
      const whole = piece.groups.length > 0 || (!root().whole && isHeard(piece.plain));
      const runs = whole ? [] : runsOf(piece.plain);
      const kept = runs.filter((run) => run.length >= PAIR);
      const lost = runs.some((run) => run.length < PAIR && !root().tables.idle.includes(run));
      return lost || !kept.length ? [piece] : kept.map((run) => ({ plain: run, groups: of(run) }));
    }));
  }

  /** Stretches of Han characters each of which some clause joins to the next, and the words between them.
   * @param {string} text */
  function runsOf(text) {
    const row = units(text);
    const pairs = row.slice(1).map((unit, at) => (isHan(row[at]) && isHan(unit) ? row[at] + unit : ""));
    const asked = unique(pairs.filter(Boolean));
    const counts = new Map(frequencies(asked).map((count, at) => [asked[at], count]));
    /** @type {string[]} */
    const found = [];
    let run = "";
    row.forEach((unit, at) => {
      if (run && !(at && counts.get(pairs[at - 1]))) {
        found.push(plain(run));
        run = "";
      }
      run += unit;
    });
    return run ? [...found, plain(run)] : found;
  }

  /** The pieces with a misspelt word put right, or with letters read as pinyin. @param {Question} question */
  function mend(question) {
    const { core, pieces } = question;
    const found = near(core).find(([typed, word]) => slipped(typed, word)
      && !pieces.some((piece) => piece.groups.length && cutsInto(typed, piece.plain, core)));
    if (!found) {
      return once(sounded(pieces));
    }
    const [typed, word] = found, at = core.indexOf(typed);
    return once([
      ...known(core.slice(0, at)), { plain: word, groups: of(word) }, ...known(core.slice(at + typed.length)),
    ]);
  }

  /** Does a stretch of the core take a part of a known word and leave the rest?
   * @param {string} typed @param {string} word @param {string} core */
  function cutsInto(typed, word, core) {
    const start = core.indexOf(typed), first = core.indexOf(word);
    const end = start + typed.length, last = first + word.length;
    return first >= 0 && start < last && first < end && !(start <= first && last <= end);
  }

  /** Is the character in which they differ joined to its neighbours nowhere else? @param {string} typed @param {string} word */
  function slipped(typed, word) {
    const row = Array.from(typed), other = Array.from(word);
    const at = row.findIndex((char, place) => char !== other[place]);
    if (of(typed).length) {
      return false;
    }
    if (row.length === root().sounds.shortest && at !== 1 && !isFair(row, other, at)) {
      return false;
    }
    const pairs = [at - 1, at].filter((start) => start >= 0 && start <= row.length - PAIR)
      .map((start) => row.slice(start, start + PAIR).join(""));
    return !frequencies(pairs).some((count) => count > 0);
  }

  /** Is a word of three characters a fair guess for one that differs in its first or last?
   * @param {string[]} row @param {string[]} word @param {number} at */
  function isFair(row, word, at) {
    // 共有的两字自成一词，或者还跟许多别的字连用（安全帽的安全），看不出就是这个词。
    const shared = row.slice(at ? 0 : 1, at ? PAIR : row.length).join("");
    const other = word.slice(at ? 1 : 0, at ? word.length : PAIR).join("");
    const [often, told] = frequencies([shared, other]);
    // 连共有的两字条款里都没有，又没有这个词，只是碰巧（路灯坏了、桥坏了）。
    if (!often && !isHeard(word.join(""))) { return false; }
    return !of(shared).length && (!often || often <= root().tables.figures.common * told);
  }

  /** @param {string} text @returns {Piece[]} */
  function known(text) {
    return zerenku.lexicon.cut(plain(text)).map((piece) => {
      const word = piece.groups.length ? piece.plain : trim(piece.plain);
      return { plain: word, groups: piece.groups.length || !word ? piece.groups : of(word) };
    }).filter((piece) => piece.plain);
  }

  /** With Latin letters read as words; as many neighbours as will do are one word. @param {Piece[]} pieces
   * @returns {Piece[]} */
  function sounded(pieces) {
    /** @type {Piece[]} */
    const found = [];
    let at = 0;
    while (at < pieces.length) {
      let stop = at;
      while (stop < Math.min(pieces.length, at + JOINED) && isSpelling(pieces[stop])) {
        stop += 1;
      }
      /** @type {string[][]} */
      let words = [];
      for (; stop > at && !words.length; stop -= 1) {
        words = spelt(pieces.slice(at, stop).map((piece) => units(piece.plain)[0]).join(""));
      }
      found.push(...(words.length ? words.map((likes) => likes.find(isHeard) || likes[0])
        .map((word) => ({ plain: word, groups: of(word) })) : [pieces[at]]));
      at = words.length ? stop + 1 : at + 1;
    }
    return found;
  }

  /** @param {Piece} piece */
  function isSpelling(piece) {
    const row = units(piece.plain);
    return !(piece.groups.length || row.length > 1 || isHan(row[0]) || isHeard(piece.plain));
  }

  /** Unknown pieces as their pairs of neighbours; known ones as they are. @param {Piece[]} pieces */
  function scatter(pieces) {
    return once(pieces.flatMap((piece) => (piece.groups.length ? [piece]
      : queryTerms(piece.plain).map((term) => ({ plain: plain(term), groups: /** @type {Group[]} */ ([]) })))));
  }

  /** Is there a number that no clause has? @param {Piece[]} pieces */
  function hasStrangeNumber(pieces) {
    const numbers = pieces.filter((piece) => !piece.groups.length).flatMap((piece) => units(piece.plain))
      .filter((unit) => /^\d+$/.test(unit) && unit.length >= NUMBER);
    return frequencies(numbers).some((count) => !count);
  }

  /** Those that say something, all when none does. @param {Piece[]} pieces */
  function weighty(pieces) {
    return pieces.some(strong) ? pieces.filter(strong) : pieces;
  }

  return { isHeard, cut, mend, scatter, hasStrangeNumber, weighty };
})();
