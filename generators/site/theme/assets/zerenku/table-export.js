// Rows as files to save, made in the browser: CSV, and Excel's .xlsx as a ZIP of XML without compression.
var zerenku = zerenku || {};

zerenku.tableExport = (function () {
  "use strict";

  // What a spreadsheet takes for the beginning of a formula, or skips before one.
  const RUNNING = /^[=+\-@\t\r]/;
  // Names of vocabularies, not addresses: nothing is asked for there.
  const SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

  /** UTF-8 with its mark, CRLF, and no cell that would run. @param {string[]} heads @param {string[][]} rows */
  function csv(heads, rows) {
    const cell = (/** @type {string} */ text) => {
      const safe = RUNNING.test(text) ? "'" + text : text;
      return /[",\r\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
    };
    const lines = [heads, ...rows].map((row) => row.map(cell).join(",") + "\r\n");
    return new TextEncoder().encode("\ufeff" + lines.join(""));
  }

  /** A workbook of one sheet; every cell is text, so none is a formula.
   * @param {string[]} heads @param {string[][]} rows @param {number[]} widths @param {string} sheet */
  function xlsx(heads, rows, widths, sheet) {
    return stored({
      "[Content_Types].xml": HEAD + '<Types xmlns="' + PACKAGE + 'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="' + TYPE + 'sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="' + TYPE + 'worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="' + TYPE + 'styles+xml"/></Types>',
      "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
      "xl/workbook.xml": HEAD + '<workbook xmlns="' + SHEETS + '" xmlns:r="' + RELATIONS + '"><sheets><sheet name="' + xml(sheet) + '" sheetId="1" r:id="rId1"/></sheets></workbook>',
      "xl/_rels/workbook.xml.rels": relations([["worksheet", "worksheets/sheet1.xml"], ["styles", "styles.xml"]]),
      "xl/styles.xml": HEAD + '<styleSheet xmlns="' + SHEETS + '"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="黑体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fontId="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
      "xl/worksheets/sheet1.xml": worksheet(heads, rows, widths),
    });
  }

  /** A ZIP of texts by their names. @param {Record<string, string>} entries */
  function stored(entries) {
    const encoder = new TextEncoder();
    return zip(Object.entries(entries).map(([name, text]) => ({ name: encoder.encode(name), data: encoder.encode(text) })));
  }

  /** @param {string[][]} targets */
  function relations(targets) {
    const lines = targets.map(([type, target], index) => '<Relationship Id="rId' + (index + 1) + '" Type="' + RELATIONS + "/" + type + '" Target="' + target + '"/>');
    return HEAD + '<Relationships xmlns="' + PACKAGE + 'relationships">' + lines.join("") + "</Relationships>";
  }

  /** @param {string[]} heads @param {string[][]} rows @param {number[]} widths */
  function worksheet(heads, rows, widths) {
    const line = (/** @type {string[]} */ row, /** @type {number} */ number) => '<row r="' + number + '">'
      + row.map((text, column) => text ? '<c r="' + letters(column) + number + '" t="inlineStr"' + (number === 1 ? ' s="1"' : "") + '><is><t xml:space="preserve">' + xml(text) + "</t></is></c>" : "").join("")
      + "</row>";
    const last = letters(heads.length - 1) + (rows.length + 1);
    return HEAD + '<worksheet xmlns="' + SHEETS + '"><dimension ref="A1:' + last + '"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>'
      + widths.map((width, index) => '<col min="' + (index + 1) + '" max="' + (index + 1) + '" width="' + width + '" customWidth="1"/>').join("")
      + "</cols><sheetData>" + line(heads, 1) + rows.map((row, index) => line(row, index + 2)).join("")
      + '</sheetData><autoFilter ref="A1:' + last + '"/></worksheet>';
  }

  /** 0 → A, 26 → AA. @param {number} column @returns {string} */
  function letters(column) {
    return (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + column % 26);
  }

  /** Text in XML: what XML may not hold at all is left out. @param {string} text */
  function xml(text) {
    // eslint-disable-next-line no-control-regex
    return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
  }

  /** A ZIP of stored entries. @param {{name: Uint8Array, data: Uint8Array}[]} entries */
  function zip(entries) {
    /** @type {Uint8Array[]} */
    const parts = [];
    /** @type {Uint8Array[]} */
    const directory = [];
    let offset = 0;
    for (const { name, data } of entries) {
      // Version 2.0, names in UTF-8, stored, 1980-01-01: the same rows give the same file.
      const facts = [...half(20), ...half(0x800), ...half(0), ...half(0), ...half(0x21), ...word(crc(data)), ...word(data.length), ...word(data.length), ...half(name.length), ...half(0)];
      const local = Uint8Array.from([...word(0x04034b50), ...facts]);
      directory.push(Uint8Array.from([...word(0x02014b50), ...half(20), ...facts, ...half(0), ...half(0), ...half(0), ...word(0), ...word(offset)]), name);
      parts.push(local, name, data);
      offset += local.length + name.length + data.length;
    }
    const size = directory.reduce((sum, part) => sum + part.length, 0);
    const end = Uint8Array.from([...word(0x06054b50), ...half(0), ...half(0), ...half(entries.length), ...half(entries.length), ...word(size), ...word(offset), ...half(0)]);
    const whole = new Uint8Array(offset + size + end.length);
    let at = 0;
    for (const part of [...parts, ...directory, end]) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  const half = (/** @type {number} */ value) => [value & 255, value >>> 8 & 255];
  const word = (/** @type {number} */ value) => [...half(value & 65535), ...half(value >>> 16)];

  /** @param {Uint8Array} data */
  function crc(data) {
    let sum = 0xffffffff;
    for (const byte of data) {
      sum = sum >>> 8 ^ TABLE[(sum ^ byte) & 255];
    }
    return (sum ^ 0xffffffff) >>> 0;
  }

  const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) {
      value = value & 1 ? value >>> 1 ^ 0xedb88320 : value >>> 1;
    }
    return value >>> 0;
  });

  /** Hand a file to the reader. @param {string} name @param {Uint8Array} data @param {string} type */
  function save(name, data, type) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([/** @type {any} */ (data)], { type }));
    link.download = name;
    link.hidden = true;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  const TYPES = { csv: "text/csv;charset=utf-8", xlsx: TYPE + "sheet" };
  /** What other writers of office files need. */
  const office = { HEAD, PACKAGE, RELATIONS, relations, stored, xml };
  return { csv, xlsx, save, TYPES, office };
})();
