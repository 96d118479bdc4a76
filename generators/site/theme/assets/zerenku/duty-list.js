// The list of duties of a department as a workbook, made from the page as it stands: what is left out stays out.
(function () {
  "use strict";

  const HEADS = ["身份", "方案", "事项（摘编，以原文为准）", "由谁做、由谁报", "时限、频次或报给谁", "责任单位或何时报", "出处"];
  const WIDTHS = [12, 30, 50, 24, 22, 30, 18];
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-zk-list]"));
  if (!button) {
    return;
  }

  /** A cell's words, its lines apart; what scripts wrote into it about today does not go along. @param {Element} cell */
  function words(cell) {
    const copy = /** @type {Element} */ (cell.cloneNode(true));
    copy.querySelectorAll(".zk-left").forEach((left) => left.remove());
    copy.querySelectorAll(".zk-line").forEach((line) => line.prepend("\n"));
    return (copy.textContent || "").split("\n").map((line) => line.replace(/\s+/g, " ").trim()).filter(Boolean).join("\n");
  }

  /** @param {boolean} whole */
  function rows(whole) {
    /** @type {string[][]} */
    const found = [];
    for (const section of document.querySelectorAll("[data-zk-role]")) {
      for (const part of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll(".zk-of-plan"))) {
        const plan = part.querySelector("h3 a");
        for (const row of whole || !part.hidden ? part.querySelectorAll("tbody tr") : []) {
          const role = section.getAttribute("data-zk-role") || "";
          found.push([role, plan ? words(plan) : "", ...Array.from(row.children, words)]);
        }
      }
    }
    return found;
  }

  button.addEventListener("click", () => {
    zerenku.box.script(zerenku.box.base + "assets/zerenku/table-export.js").then(() => {
      const { xlsx, save, TYPES } = zerenku.tableExport;
      const listed = rows(false);
      const cells = listed.length ? listed : rows(true);
      save((button.dataset.zkList || "部门") + "责任清单.xlsx", xlsx(HEADS, cells, WIDTHS, "责任清单"), TYPES.xlsx);
    });
  });
  button.hidden = false;
})();
