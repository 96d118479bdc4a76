"""Word documents written by hand for the tests: `document(p("甲"), p("乙", num=1))` → bytes of a .docx."""

import io
import zipfile
from collections.abc import Mapping
from html import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
TYPES = {
    "word/document.xml": "document.main",
    "word/styles.xml": "styles",
    "word/numbering.xml": "numbering",
    "word/settings.xml": "settings",
    "word/footnotes.xml": "footnotes",
    "word/endnotes.xml": "endnotes",
}
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PAGE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/>'


def run(text: str, *, props: str = "") -> str:
    return f'<w:r>{props and f"<w:rPr>{props}</w:rPr>"}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*texts: str, num: int | None = None, level: int = 0, style: str = "", props: str = "") -> str:
    """A paragraph of plain texts and ready-made XML (anything that begins with `<`)."""
    inner = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num is not None:
        inner += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    runs = "".join(text if text.startswith("<") else run(text) for text in texts)
    return f"<w:p><w:pPr>{inner}{props}</w:pPr>{runs}</w:p>"


def table(*rows: str) -> str:
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid/>{"".join(rows)}</w:tbl>'


def tr(*cells: str, props: str = "") -> str:
    return f"<w:tr>{props and f'<w:trPr>{props}</w:trPr>'}{''.join(cells)}</w:tr>"


def tc(*blocks: str, props: str = "") -> str:
    """A cell of plain texts, each a paragraph, and ready-made blocks."""
    inner = "".join(block if block.startswith("<") else p(block) for block in blocks)
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{props}</w:tcPr>{inner}</w:tc>'


def lvl(
    index: int, pattern: str, form: str = "decimal", *, start: int = 1, more: str = "", suffix: str = "nothing"
) -> str:
    """`more`: lvlRestart, pStyle, isLgl, in that order."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:suff w:val="{suffix}"/>'
        f'<w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def lists(*abstracts: str, nums: Mapping[int, tuple[int, str]] | None = None) -> str:
    """numbering.xml: abstract lists 0, 1, …, and nums as id → (abstract, overrides); else num n is abstract n-1."""
    nums = nums or {index + 1: (index, "") for index in range(len(abstracts))}
    return "".join(
        f'<w:abstractNum w:abstractNumId="{index}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        for index, levels in enumerate(abstracts)
    ) + "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
        for key, (abstract, overrides) in nums.items()
    )


def document(*blocks: str, section: str = "", parts: Mapping[str, str] | None = None, spaces: str = SPACES) -> bytes:
    """A .docx; `parts` maps styles, numbering, footnotes, settings, header1, footer1 … to what their root holds."""
    parts = dict(parts or {})
    body = "".join(blocks) + f"<w:sectPr>{section}{PAGE}</w:sectPr>"
    files = {"word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>"}
    links = ""
    for name, inner in parts.items():
        kind = name.rstrip("0123456789")
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        files[f"word/{name}.xml"] = f"<w:{root} {SPACES}>{inner}</w:{root}>"
        links += f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{name}.xml"/>'
    kinds = "".join(f'<Override PartName="/{name}" ContentType="{WORD}.{_kind(name)}+xml"/>' for name in files)
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    files["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{relations}">{links}</Relationships>'
    files["_rels/.rels"] = (
        f'<Relationships xmlns="{relations}">'
        f'<Relationship Id="r" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    files["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{kinds}</Types>'
    )
    return packed(files)


def _kind(name: str) -> str:
    return TYPES.get(name) or name.removeprefix("word/").removesuffix(".xml").rstrip("0123456789")


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """A zip of these files, in this order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(name, text)
    return buffer.getvalue()
