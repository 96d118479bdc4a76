"""Templates made as a clerk would make them, and by somebody who means no good."""

import io
import zipfile
from collections.abc import Callable, Mapping

from docx import Document
from docx.document import Document as Docx

from generators.template.values import Row

MARK = "样稿，文字系摘编，以原文为准"
VALUES: Row = {
    "样稿": MARK,
    "联系人": "某某",
    "方案": {"名称": "柳塘镇消防整治方案", "期限": "2030年1月至2030年12月", "摘要": ""},
    "责任": [
        {"序号": 1, "任务": "日常巡查", "要求": "每日巡查 <仓库> & 车间", "牵头单位": "安办"},
        {"序号": 2, "任务": "日常巡查", "要求": "登记隐患\n逐项销号", "牵头单位": "派出所"},
        {"序号": 3, "任务": "宣传", "要求": "张贴提示", "牵头单位": "镇政府"},
    ],
    "部门": [{"名称": "安办", "牵头": [{"要求": "每日巡查"}]}],
}


def template(*paragraphs: str, change: Callable[[Docx], None] | None = None) -> bytes:
    """A template with these paragraphs."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if change:
        change(document)
    return saved(document)


def table(*rows: tuple[str, ...]) -> bytes:
    """A template with one table."""
    document = Document()
    grid = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    for row, cells in zip(grid.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=False):
            cell.text = text
    return saved(document)


def saved(document: Docx) -> bytes:
    """The document as a file's bytes."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def changed(data: bytes, edits: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """The package with some entries rewritten."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, edits.get(name, bytes)(source.read(name)))
    return packed.getvalue()


def added(data: bytes, name: str, text: bytes) -> bytes:
    """The package with one more entry."""
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
    return stream.getvalue()


def body(data: bytes, old: str, new: str) -> bytes:
    """The template with some XML of its body replaced."""
    return changed(data, {"word/document.xml": lambda text: text.replace(old.encode(), new.encode(), 1)})


def linked(data: bytes, kind: str, target: str, *, external: bool = True) -> bytes:
    """The template with one more relationship of its body, `rId99`."""
    mode = ' TargetMode="External"' if external else ""
    row = (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        f'{kind}" Target="{target}"{mode}/></Relationships>'
    )
    return changed(data, {"word/_rels/document.xml.rels": lambda text: text.replace(b"</Relationships>", row.encode())})


def opened(data: bytes) -> Docx:
    """The paper as python-docx reads it."""
    return Document(io.BytesIO(data))


def texts(data: bytes) -> list[str]:
    """The paragraphs of the body."""
    return [paragraph.text for paragraph in opened(data).paragraphs]


def rows(data: bytes) -> list[list[str]]:
    """The cells of the first table."""
    return [[cell.text for cell in row.cells] for row in opened(data).tables[0].rows]


def parts(data: bytes) -> dict[str, bytes]:
    """The entries of the package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
