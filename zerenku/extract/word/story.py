"""One story of a Word document (body, a note, a header) → lines: paragraphs, table rows, text boxes, notes.

Tracked changes count as accepted; hidden text, field codes and tables of contents are not there for a reader.
"""

from collections.abc import Iterable
from typing import Final

from lxml import etree

from zerenku.extract.cleaning import clean, inner_lines
from zerenku.extract.refusal import Refusal
from zerenku.extract.tables import Row, row_lines
from zerenku.extract.word.fields import Fields
from zerenku.extract.word.names import COMPATIBILITY, TEXT_PATH, VAL, integer, switch, value, w
from zerenku.extract.word.numbering import Numbering
from zerenku.extract.word.runs import Run, RunReader, chosen
from zerenku.extract.word.styles import Styles, style_of
from zerenku.model.outline import LineKind

Line = tuple[str, LineKind]
GONE: Final = frozenset(map(w, ("del", "moveFrom", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr")))
PARAGRAPH, TABLE, CONTENT, CONTROL = w("p"), w("tbl"), w("sdtContent"), w("sdt")
ALTERNATE: Final = f"{COMPATIBILITY}AlternateContent"


class Story:
    """Reads stories one after the other; the automatic numbers count on through all of them."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: dict[str, etree._Element]) -> None:
        self._styles, self._numbering = styles, numbering
        self._notes = notes.copy()
        """Those not read yet: each is read where it is first referred to, even if notes refer to one another."""
        self._fields = Fields()
        self._runs = RunReader(styles, self._fields)

    def lines(self, parent: etree._Element) -> list[Line]:
        """The lines of all blocks in `parent`, in reading order."""
        found: list[Line] = []
        carried: list[str] = []
        for node in parent:
            if node.tag == PARAGRAPH:
                self._paragraph(node, found, carried)
            elif node.tag not in GONE:
                found += self._block(node)
        if carried:
            found += _printed("".join(carried))
        return found

    def _block(self, node: etree._Element) -> list[Line]:
        """Anything that may stand between paragraphs; what we do not know is searched for text."""
        if node.tag == TABLE:
            return self._table(node)
        if node.tag == CONTROL:
            gallery = node.find(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}")
            content = node.find(CONTENT)
            listed = gallery is not None and gallery.get(VAL, "").lower() == "table of contents"
            return [] if content is None or listed else self.lines(content)
        if node.tag == ALTERNATE:
            return self.lines(chosen(node))
        if node.tag in {w("altChunk"), w("subDoc")}:
            raise Refusal("文档里嵌有别的文件，文字不在本文件内；请用 Word 打开后全选复制到新文档，另存为 .docx")
        return self.lines(node)

    def _paragraph(self, node: etree._Element, found: list[Line], carried: list[str]) -> None:
        """Append the paragraph's lines; if its end mark is deleted or hidden, its text goes on in the next one."""
        properties = node.find(w("pPr"))
        style = style_of(properties, "pStyle") or self._styles.default
        run = self._runs.paragraph(node, hidden=self._styles.hides(style))
        if self._styles.is_contents(style):
            return
        mark = None if properties is None else properties.find(w("rPr"))
        deleted = mark is not None and (mark.find(w("del")) is not None or mark.find(w("moveFrom")) is not None)
        stated = switch(mark, "vanish")
        hidden = self._styles.hides(style) if stated is None else stated
        if not (run.text or run.boxes or run.notes) and (deleted or hidden):
            return
        label = "" if deleted else self._label(properties, style)
        text = label + "".join(carried) + run.text if not hidden else "".join(carried) + label + run.text
        carried.clear()
        if deleted or hidden:
            carried.append(text)
        else:
            found += _printed(text)
        found += self._aside(run)

    def _label(self, properties: etree._Element | None, style: str | None) -> str:
        direct = None if properties is None else properties.find(w("numPr"))
        num_id, level = value(direct, "numId"), integer(value(direct, "ilvl"))
        if num_id is None:
            stated = self._styles.numbering(style)
            if stated is None:
                return ""
            num_id, of_style, name = stated
            if level is None:
                tied = (self._numbering.level_of_style(num_id, tie) for tie in (style or name, name))
                own, inherited = tied
                level = next((found for found in (own, of_style, inherited) if found is not None), 0)
        return self._numbering.label(num_id, level or 0)

    def _aside(self, run: Run) -> list[Line]:
        """Text boxes and notes, after the paragraph that they hang on."""
        found: list[Line] = []
        for box in run.boxes:
            if box.tag == TEXT_PATH:
                found += _printed(box.get("string", ""))
                continue
            with self._fields.apart():
                found += [line for line in self.lines(box) if line[0].strip()]
        for key in run.notes:
            if (note := self._notes.pop(key, None)) is not None:
                with self._fields.apart():
                    found += [(text, LineKind.NOTE) for text, _ in self.lines(note) if text.strip()]
        return found

    def _table(self, table: etree._Element) -> list[Line]:
        rows = [self._row(node) for node in _members(table, "tr") if not _row_gone(node)]
        wide = max((len(row) for row in rows), default=0)
        return [line for row in rows for line in row_lines(row, alone=wide == 1)]

    def _row(self, node: etree._Element) -> Row:
        """Cells as their lines; a cell that only continues the one above is empty, as the columns must stay in step."""
        properties = node.find(w("trPr"))
        cells: Row = [[] for _ in range(min(integer(value(properties, "gridBefore")) or 0, 60))]
        for cell in _members(node, "tc"):
            properties = cell.find(w("tcPr"))
            if properties is not None and properties.find(w("cellDel")) is not None:
                continue
            merge = None if properties is None else properties.find(w("vMerge"))
            lines = self.lines(cell)
            cells.append([] if merge is not None and merge.get(VAL, "continue") == "continue" else lines)
            span = integer(value(properties, "gridSpan")) or 1
            cells += [[] for _ in range(min(span, 60) - 1)]
        return cells


def _members(parent: etree._Element, tag: str) -> Iterable[etree._Element]:
    """Rows of a table or cells of a row, also inside content controls and other wrappers."""
    for node in parent:
        if node.tag == w(tag):
            yield node
        elif node.tag in {CONTROL, CONTENT, w("customXml"), w("ins"), w("moveTo")}:
            yield from _members(node, tag)
        elif node.tag == ALTERNATE:
            yield from _members(chosen(node), tag)


def _row_gone(row: etree._Element) -> bool:
    properties = row.find(w("trPr"))
    return properties is not None and (bool(switch(properties, "hidden")) or properties.find(w("del")) is not None)


def _printed(text: str) -> list[Line]:
    return [(clean(line), LineKind.PARAGRAPH) for line in inner_lines(text)]
