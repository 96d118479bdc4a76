// Rows as a paper to print, made in the browser: Word's .docx with one table, on A4 across. Loaded after table-export.js.
var zerenku = zerenku || {};

zerenku.wordExport = (function () {
  "use strict";

  const { HEAD, PACKAGE, RELATIONS, relations, stored, xml } = zerenku.tableExport.office;
  // A name of a vocabulary, not an address: nothing is asked for there.
  const WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  // A4 across with 20 mm around it, in twentieths of a point.
  const LONG = 16838, SHORT = 11906, MARGIN = 1134;
  const TITLE = { font: "方正小标宋简体", size: 44 }, TOLD = { font: "楷体_GB2312", size: 24 };
  const TOP = { font: "黑体", size: 19 }, CELL = { font: "仿宋_GB2312", size: 19 };
  /** The number of the page: 4号半角宋体, between dashes (GB/T 9704—2012, 7.5). */
  const NUMBER = { font: "宋体", latin: "宋体", size: 28 };

  /** @typedef {{font: string, size: number, latin?: string}} Look its size in half points */

  /** @param {string} text @param {Look} look */
  function run(text, look) {
    const lines = text.split("\n").map((line) => '<w:t xml:space="preserve">' + xml(line) + "</w:t>").join("<w:br/>");
    const latin = look.latin || "Times New Roman";
    return '<w:r><w:rPr><w:rFonts w:ascii="' + latin + '" w:hAnsi="' + latin + '" w:eastAsia="' + look.font
      + '"/><w:sz w:val="' + look.size + '"/><w:szCs w:val="' + look.size + '"/></w:rPr>' + lines + "</w:r>";
  }

  /** @param {string} content runs @param {string} [side] */
  function paragraph(content, side) {
    return "<w:p>" + (side ? '<w:pPr><w:jc w:val="' + side + '"/></w:pPr>' : "") + content + "</w:p>";
  }

  /** @param {string[]} heads @param {string[][]} rows @param {number[]} widths shares of the line */
  function table(heads, rows, widths) {
    const share = (LONG - 2 * MARGIN) / widths.reduce((sum, width) => sum + width, 0);
    const columns = widths.map((width) => Math.floor(width * share));
    const edges = ["top", "left", "bottom", "right", "insideH", "insideV"]
      .map((edge) => "<w:" + edge + ' w:val="single" w:sz="4" w:space="0" w:color="auto"/>').join("");
    /** @param {string[]} row @param {Look} look @param {string} kind */
    const line = (row, look, kind) => "<w:tr><w:trPr><w:cantSplit/>" + kind + "</w:trPr>" + row.map((text, index) =>
      '<w:tc><w:tcPr><w:tcW w:w="' + columns[index] + '" w:type="dxa"/></w:tcPr>' + paragraph(run(text, look)) + "</w:tc>").join("") + "</w:tr>";
    return '<w:tbl><w:tblPr><w:tblW w:w="' + columns.reduce((sum, width) => sum + width, 0) + '" w:type="dxa"/><w:tblBorders>' + edges
      + '</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>' + columns.map((width) => '<w:gridCol w:w="' + width + '"/>').join("") + "</w:tblGrid>"
      // Every sheet of paper begins with the heads.
      + line(heads, TOP, "<w:tblHeader/>") + rows.map((row) => line(row, CELL, "")).join("") + "</w:tbl>";
  }

  /** The number of the page, as official papers write it. */
  function footer() {
    const number = '<w:fldSimple w:instr="PAGE">' + run("1", NUMBER) + "</w:fldSimple>";
    return HEAD + '<w:ftr xmlns:w="' + WORDS + '">' + paragraph(run("— ", NUMBER) + number + run(" —", NUMBER), "center") + "</w:ftr>";
  }

  /** A paper with a title, a line under it, and a table.
   * @param {string} title @param {string} says @param {string[]} heads @param {string[][]} rows @param {number[]} widths */
  function docx(title, says, heads, rows, widths) {
    const page = '<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:pgSz w:w="' + LONG + '" w:h="' + SHORT + '" w:orient="landscape"/><w:pgMar w:top="' + MARGIN + '" w:right="' + MARGIN
      + '" w:bottom="' + MARGIN + '" w:left="' + MARGIN + '" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';
    return stored({
      "[Content_Types].xml": HEAD + '<Types xmlns="' + PACKAGE + 'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="' + TYPE + 'document.main+xml"/><Override PartName="/word/footer1.xml" ContentType="' + TYPE + 'footer+xml"/></Types>',
      "_rels/.rels": relations([["officeDocument", "word/document.xml"]]),
      "word/_rels/document.xml.rels": relations([["footer", "footer1.xml"]]),
      "word/footer1.xml": footer(),
      "word/document.xml": HEAD + '<w:document xmlns:w="' + WORDS + '" xmlns:r="' + RELATIONS + '"><w:body>' + paragraph(run(title, TITLE), "center")
        + paragraph(run(says, TOLD), "center") + table(heads, rows, widths) + paragraph("") + page + "</w:body></w:document>",
    });
  }

  return { docx, TYPE: TYPE + "document" };
})();
