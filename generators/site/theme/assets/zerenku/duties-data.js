// The rows of the table of duties, brought as scripts when somebody first asks; and the names that they share.
var zerenku = zerenku || {};

/**
 * A duty as `generators/site/views/duties.py` packs it; lists hold numbers into the lists of names.
 * @typedef {object} TableDuty
 * @property {number} index
 * @property {any} plan one of Names.plans
 * @property {string} page what follows the plan's own address
 * @property {string} fragment
 * @property {string} citation
 * @property {string} task
 * @property {string} obliged
 * @property {number} certainty
 * @property {string} owner
 * @property {string} lead
 * @property {string} support
 * @property {number[]} departments
 * @property {number[]} kinds
 * @property {number[]} topics
 * @property {string[]} dues ISO days in order
 * @property {number[]} everies
 * @property {string} rules
 * @property {string} targets
 * @property {string} evidence
 * @property {boolean} doubted
 * @property {string} text what words are looked for in
 */
zerenku.duties = (function () {
  "use strict";

  const PLAN = ["id", "title", "number", "place", "name", "from", "until", "count"];
  const ENTRY = ["id", "name", "place", "page"];
  const DUTY = [
    "plan", "page", "fragment", "citation", "task", "obliged", "certainty", "owner", "lead", "support", "departments",
    "kinds", "topics", "dues", "everies", "rules", "targets", "evidence", "doubted",
  ];

  /** @param {string[]} keys @param {any[]} values */
  function named(keys, values) {
    /** @type {any} */
    const found = {};
    keys.forEach((key, index) => { found[key] = values[index]; });
    return found;
  }

  /** Whether the script came. @param {string} address @returns {Promise<boolean>} */
  function load(address) {
    return zerenku.box.script(address).then(() => true, () => false);
  }

  /** The names, or null when their script did not come. @param {string} address */
  function names(address) {
    /** @type {any} */
    let found = null;
    /** @type {any} */ (window).zerenkuDutyNames = (/** @type {any} */ packed) => {
      found = Object.assign({}, packed, {
        plans: packed.plans.map((/** @type {any[]} */ row) => named(PLAN, row)),
        places: packed.places.map((/** @type {any[]} */ row) => named(["id", "name", "parent"], row)),
      });
      for (const list of ["departments", "enterprises", "topics", "certainties", "everies"]) {
        found[list] = packed[list].map((/** @type {any[]} */ row) => named(ENTRY, row));
      }
    };
    return load(address).then(() => found);
  }

  /** All rows in order, and how many scripts did not come. @param {string[]} addresses @param {any} shared */
  function rows(addresses, shared) {
    /** @type {any[][]} */
    const sheets = [];
    /** @type {any} */ (window).zerenkuDutyRows = (/** @type {number} */ number, /** @type {any[]} */ packed) => {
      sheets[number] = packed;
    };
    return Promise.all(addresses.map(load)).then((came) => {
      /** @type {TableDuty[]} */
      const all = [];
      for (const sheet of sheets) {
        for (const row of sheet || []) {
          const duty = named(DUTY, row);
          duty.index = all.length;
          duty.plan = shared.plans[duty.plan];
          duty.text = [duty.task, duty.obliged, duty.owner, duty.targets, duty.evidence, duty.plan.title, duty.plan.name, duty.citation]
            .join(" ").replace(/\s+/g, "").toLowerCase();
          all.push(duty);
        }
      }
      return { all, missing: came.filter((yes) => !yes).length };
    });
  }

  return { names, rows };
})();
