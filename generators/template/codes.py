"""Word's own field codes in a template: some fetch files or start programs, so only harmless ones may stand there."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from zerenku.extract.refusal import Refusal
from zerenku.extract.word.names import w

HARMLESS: Final = frozenset(
    "PAGE NUMPAGES SECTION SECTIONPAGES PAGEREF REF NOTEREF SEQ STYLEREF TOC TC DATE TIME CREATEDATE SAVEDATE "
    "PRINTDATE TITLE SUBJECT NUMWORDS NUMCHARS EQ SYMBOL ADVANCE FORMTEXT FORMCHECKBOX FORMDROPDOWN".split()
)
NAME: Final = re.compile(r"\s*([^\s\\\"]*)(.*)", re.DOTALL)
INSIDE: Final = re.compile(r"\s*\\l\s")
"""A hyperlink to a bookmark of the same document."""
TEXTS: Final = frozenset({w("instrText"), w("delInstrText")})


def refuse_codes(root: etree._Element) -> None:
    """Refusal when some field of the part is not known to be harmless."""
    open_codes: list[str] = []
    for node in root.iter(w("fldSimple"), w("fldChar"), *TEXTS):
        if node.tag == w("fldSimple"):
            _refuse(node.get(w("instr"), ""))
        elif node.tag in TEXTS:
            if open_codes:
                open_codes[-1] += node.text or ""
            else:
                _refuse(node.text or "")
        elif node.get(w("fldCharType")) == "begin":
            open_codes.append("")
        elif node.get(w("fldCharType")) == "end" and open_codes:
            _refuse(open_codes.pop())
    for code in open_codes:
        _refuse(code)


def _refuse(code: str) -> None:
    """A field made up by another inside it has no name to judge by, and is refused."""
    found = NAME.match(code)
    name, rest = (found[1].upper(), found[2]) if found else ("", "")
    if name in HARMLESS or (name == "HYPERLINK" and INSIDE.match(rest)):
        return
    raise Refusal(
        f"模板里有不能保留的域（{name[:20] or '嵌套的域'}），可能读取外部文件；请选中它按 Ctrl+Shift+F9 变成文字后另存"
    )
