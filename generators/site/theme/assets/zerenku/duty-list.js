// The list of duties of a department as a workbook or a paper, made from the page as it stands: what is left out stays
// out, unless nothing else is there.
(function () {
  "use strict";

  const HEADS = ["身份", "方案", "事项（摘编，以原文为准）", "由谁做、由谁报", "时限、频次或报给谁", "责任单位或何时报", "出处"];
  const WIDTHS = [12, 30, 50, 24, 22, 30, 18];
  /** The same as shares of a line of paper, where owners fill most rows. */
  const ON_PAPER = [9, 18, 40, 15, 15, 45, 13];

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

  /** Load a writer, once. @param {string} name */
  const writer = (name) => zerenku.box.script(zerenku.box.base + "assets/zerenku/" + name + ".js");
  const told = () => "查看日期：" + zerenku.days.text(zerenku.days.today()) + "　文字系摘编，以原文为准";

  /** @type {Record<string, (title: string, cells: string[][]) => Promise<void>>} */
  const writers = {
    xlsx: (title, cells) => writer("table-export").then(() => {
      const { xlsx, save, TYPES } = zerenku.tableExport;
      save(title + ".xlsx", xlsx(HEADS, cells, WIDTHS, "责任清单"), TYPES.xlsx);
    }),
    docx: (title, cells) => writer("table-export").then(() => writer("word-export")).then(() => {
      const { docx, TYPE } = zerenku.wordExport;
      zerenku.tableExport.save(title + ".docx", docx(title, told(), HEADS, cells, ON_PAPER), TYPE);
    }),
  };

  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("[data-zk-list]"))) {
    button.addEventListener("click", () => {
      const listed = rows(false);
      writers[button.dataset.zkForm || "xlsx"]((button.dataset.zkList || "部门") + "责任清单", listed.length ? listed : rows(true));
    });
    button.hidden = false;
  }
})();
