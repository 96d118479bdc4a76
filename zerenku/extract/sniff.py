"""What a file really is, by its first bytes; its suffix only decides between kinds of text."""

import re
from enum import StrEnum
from typing import Final

from zerenku.extract.refusal import Refusal


class Kind(StrEnum):
    """The readers that a file can be given to."""

    ZIP = "zip"
    OLE = "ole"
    RTF = "rtf"
    PDF = "pdf"
    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"


FOREIGN: Final = (
    (b"\x89PNG", "这是图片；请先用文字识别（OCR）软件转成 Word 或文本"),
    (b"\xff\xd8\xff", "这是图片；请先用文字识别（OCR）软件转成 Word 或文本"),
    (b"GIF8", "这是图片；请先用文字识别（OCR）软件转成 Word 或文本"),
    (b"II*\x00", "这是图片；请先用文字识别（OCR）软件转成 Word 或文本"),
    (b"MM\x00*", "这是图片；请先用文字识别（OCR）软件转成 Word 或文本"),
    (b"Rar!", "这是压缩包；请先解压，再导入里面的文件"),
    (b"7z\xbc\xaf", "这是压缩包；请先解压，再导入里面的文件"),
    (b"\x1f\x8b", "这是压缩包；请先解压，再导入里面的文件"),
    (b"PK\x05\x06", "这是空的压缩包；请换一份完整的文件"),
    (b"MIME-Version:", "这是网页存档（.mht）；请用浏览器或 Word 打开后另存为 .docx"),
    (b"%!PS", "这是 PostScript 打印文件；请另存为 PDF 或 .docx"),
)
PROMISES: Final = {
    ".docx": "Word 文档",
    ".docm": "Word 文档",
    ".doc": "Word 文档",
    ".pdf": "PDF",
    ".rtf": "RTF 文档",
    ".wps": "WPS 文档",
}
"""Suffixes that promise a binary format: plain text under such a name is a mistake, not a source."""
OTHER_TEXT: Final = frozenset({".csv", ".json", ".yml", ".yaml", ".xml", ".py", ".js", ".css", ".toml", ".ini", ".tex"})
TAG: Final = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|\?xml[^>]*\?>\s*(?:<!doctype\s+)?<?html|"
    r"(?:html|head|body|title|meta|style|script|div|p|span|section|article|main|center|font|"
    r"table|thead|tbody|tr|td|th|ul|ol|li|h[1-6]|br|b|strong)\b[^<>]*/?>)",
    re.IGNORECASE | re.DOTALL,
)


def sniff(data: bytes, suffix: str) -> Kind:
    """Which reader `data` needs; TEXT may still turn out to be HTML once decoded (`kind_of_text`).

    Raises Refusal for formats that no reader knows.
    """
    if data.startswith(b"PK\x03\x04"):
        return Kind.ZIP
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Kind.OLE
    if data[:16].lstrip().startswith(b"{\\rtf"):
        return Kind.RTF
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    for magic, reason in FOREIGN:
        if data.startswith(magic):
            raise Refusal(reason)
    if suffix in OTHER_TEXT:
        raise Refusal(f"不读 {suffix} 文件；请给 .docx、.doc、.pdf、.txt、.html 或 .md 文件")
    return Kind.TEXT


def kind_of_text(text: str, suffix: str) -> Kind:
    """HTML, MARKDOWN or TEXT. Raises Refusal for plain text under the name of a Word or PDF file."""
    if suffix in {".html", ".htm", ".xhtml", ".shtml"} or TAG.match(text):
        return Kind.HTML
    if suffix in PROMISES:
        raise Refusal(f"扩展名是 {suffix}，内容却不是 {PROMISES[suffix]}，可能已损坏；请重新取一份，或改用正确的扩展名")
    if text.lstrip().startswith("<?xml"):
        raise Refusal("这是 XML 文件；如果是 Word 的 XML 文档，请用 Word 打开后另存为 .docx")
    return Kind.MARKDOWN if suffix in {".md", ".markdown"} else Kind.TEXT
