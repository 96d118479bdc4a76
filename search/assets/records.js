// 条款：要显示或核对的才载入，几条一片（见 search/browser/records.py）。
var zerenku = zerenku || {};

/**
 * @typedef {object} Duty
 * @property {string} do
 * @property {string} [owner]
 * @property {string} certainty
 * @property {string[]} [deadlines]
 * @property {string[]} [when]
 * @property {string[]} [every]
 * @property {string[]} [targets]
 * @property {string[]} [leads]
 * @property {string[]} [supports]
 * @property {string[]} [bearers]
 * @property {boolean} [enterprise]
 * @property {string} [facts]
 * @property {string} [parties]
 * @property {string} plain
 */
/**
 * @typedef {object} Source
 * @property {string} plan
 * @property {string} url
 * @property {string} path
 * @property {string} cite
 * @property {string} [heading]
 * @property {string} [summary]
 * @property {string[]} [topics]
 * @property {string[]} [due]
 * @property {Record<string, number>} [fields]
 * @property {Duty[]} [duties]
 * @property {string} [rows]
 */
/**
 * A clause: `fields` are its plain texts, `body` its own, `frame` those it shares with its plan.
 * @typedef {object} Clause
 * @property {number} order
 * @property {Source} source
 * @property {{title: string, places: string[], period?: string[]}} plan
 * @property {Duty[]} duties
 * @property {Record<string, string>} fields
 * @property {string} body
 * @property {string} frame
 */

zerenku.records = (function () {
  "use strict";

  const { plain, unique } = zerenku.analyse;
  const { need, root } = zerenku.store;
  /** @type {Map<number, Clause>} */
  const kept = new Map();

  /** The shard of a clause and the first clause in it. @param {number} order @returns {[string, number]} */
  function shardOf(order) {
    const { chunk, sections } = root();
    let at = 0, start = 0;
    while (order >= start + sections[at][1]) {
      start += sections[at][1];
      at += 1;
    }
    const number = Math.floor((order - start) / chunk);
    return [`c-${sections[at][0]}.${number}`, start + number * chunk];
  }

  /** Clauses by number, all their shards at once. @param {ArrayLike<number>} orders */
  function clauses(orders) {
    const wanted = Array.from(orders);
    const shards = [...new Map(wanted.filter((order) => !kept.has(order)).map(shardOf))];
    need(shards.map(([name]) => name)).forEach((data, at) => {
      data.clauses.forEach((/** @type {Source} */ source, /** @type {number} */ place) => {
        const order = shards[at][1] + place;
        kept.set(order, read(source, order, data));
      });
    });
    return wanted.map((order) => /** @type {Clause} */ (kept.get(order)));
  }

  /** @param {Source} source @param {number} order @param {any} data @returns {Clause} */
  function read(source, order, data) {
    const { weights, shared } = root().tables;
    const duties = source.duties || [];
    /** @type {string[]} */
    const rows = [];
    for (const duty of duties) {
      const facts = (duty.facts || "").split("\n");
      duty.plain = [plain(duty.do), plain(duty.owner || ""), ...facts, duty.parties || ""].join("\n");
      rows.push(plain(duty.do), ...facts);
    }
    rows.push(source.rows || "");
    /** @type {Record<string, string>} */
    const fields = {
      heading: plain(source.heading || ""),
      summary: plain(source.summary || ""),
      duties: unique(rows.filter(Boolean)).join("\n"),
    };
    for (const [name, number] of Object.entries(source.fields || {})) {
      fields[name] = data.texts[number];
    }
    /** @param {boolean} wanted */
    const texts = (wanted) => weights.filter(([name]) => shared.includes(name) === wanted)
      .map(([name]) => fields[name] || "").join("\n");
    return { order, source, plan: data.plans[source.plan], duties, fields, body: texts(false), frame: texts(true) };
  }

  return { clauses };
})();
