"""WordprocessingML names as lxml writes them, and the two ways a property says yes or no."""

from typing import Final

from lxml import etree

NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
MATH_TEXT: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
COMPATIBILITY: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TEXT_PATH: Final = "{urn:schemas-microsoft-com:vml}textpath"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str) -> str:
    """`p` → `{…wordprocessingml…}p`."""
    return f"{{{NAMESPACE}}}{name}"


VAL: Final = w("val")
OFF: Final = frozenset({"0", "false", "off", "none"})


def value(parent: etree._Element | None, name: str) -> str | None:
    """The `w:val` of the child called `name`, or None without the child."""
    child = None if parent is None else parent.find(w(name))
    return None if child is None else child.get(VAL, "")


def switch(parent: etree._Element | None, name: str) -> bool | None:
    """An on-off property: True, False, or None where `parent` does not mention it."""
    child = None if parent is None else parent.find(w(name))
    return None if child is None else child.get(VAL, "1") not in OFF


def integer(text: str | None) -> int | None:
    """A number as written in an attribute; None for anything else or beyond what a document can mean."""
    try:
        number = int(text or "")
    except ValueError:
        return None
    return number if -1_000_000 < number < 1_000_000 else None
