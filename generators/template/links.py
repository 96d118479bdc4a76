"""What a relationship in a template leads to, and what becomes of it: kept, cut with a word, or refused."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from lxml import etree

from zerenku.extract.word.names import w

PICTURE: Final = "image"
KEPT: Final = frozenset(
    "styles settings fontTable theme numbering header footer footnotes endnotes comments image".split()
)
SILENT: Final = frozenset(
    "customXml webSettings thumbnail printerSettings font glossaryDocument stylesWithEffects commentsExtended "
    "commentsIds commentsExtensible people documenttasks keyMapCustomizations".split()
)
"""Harmless, and a filled paper lacks nothing without them."""
CUT: Final = {
    "hyperlink": "模板里的超链接已去掉，只留文字",
    "attachedTemplate": "模板与外部模板文件的关联已去掉",
    "mailMergeSource": "模板的邮件合并数据源已去掉",
    "mailMergeHeaderSource": "模板的邮件合并数据源已去掉",
    "recipientData": "模板的邮件合并数据源已去掉",
    "transform": "模板的外部转换文件已去掉",
}
REFUSED: Final = {
    "vbaProject": "模板带有宏；请用 Word 打开，另存为不带宏的 .docx",
    "wordVbaData": "模板带有宏；请用 Word 打开，另存为不带宏的 .docx",
    "attachedToolbars": "模板带有自定义工具栏；请用 Word 打开，另存为不带宏的 .docx",
    "oleObject": "模板里嵌有别的程序的对象（OLE）；请删去后另存",
    "package": "模板里嵌有别的文件；请删去后另存",
    "control": "模板里有 ActiveX 控件；请删去后另存",
    "aFChunk": "模板里夹着别的文件（altChunk）；请用 Word 打开后另存",
    "subDocument": "模板引用了子文档；请把文字并入后另存",
    "frame": "模板里有网页框架；请删去后另存",
}
ADDRESS: Final = "模板里图形所带的外部地址已去掉"
ADDRESSES: Final = frozenset({"src", "href", "althref"})
OUTSIDE_PICTURE: Final = "模板里有链接到外部的图片；请改为插入图片（不要选“链接到文件”）后另存"
RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SETTINGS: Final = (w("mailMerge"), w("attachedTemplate"))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a relationship; `remark` and `refused` are Chinese, empty when there is nothing to say."""

    kept: bool = False
    remark: str = ""
    refused: str = ""


def judge(kind: str, *, external: bool) -> Verdict:
    """The verdict on a relationship of that kind (the last word of its type)."""
    if kind in REFUSED:
        return Verdict(refused=REFUSED[kind])
    if kind in CUT:
        return Verdict(remark=CUT[kind])
    if kind in SILENT:
        return Verdict()
    if external:
        return Verdict(refused=OUTSIDE_PICTURE if kind == PICTURE else f"模板引用了外部文件（{kind}）；请删去后另存")
    if kind in KEPT:
        return Verdict(kept=True)
    return Verdict(refused=f"模板里有不支持的内容（{kind}，如图表、智能图形）；请删去或换成图片后另存")


def cut(root: etree._Element, marks: Collection[str]) -> bool:
    """Take out of a part what hangs on the relationships cut; True when an address in an attribute went, too.

    A hyperlink keeps its text; anything else that only points there goes as a whole.
    """
    addresses = False
    for node in list(root.iter()):
        if node.tag in SETTINGS:
            _remove(node)
            continue
        for name in map(str, node.attrib):
            if name.startswith(RELATION) and node.get(name) in marks:
                if node.tag == w("hyperlink"):
                    del node.attrib[name]
                else:
                    _remove(node)
                    break
            elif name.rpartition("}")[2] in ADDRESSES and not node.get(name, "").startswith("#"):
                del node.attrib[name]
                addresses = True
    return addresses


def _remove(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)
