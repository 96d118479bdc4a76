"""The styles part: every face, size, indent and spacing of a paper lives here, never on a run."""

from __future__ import annotations

from typing import Final

from generators.word import measures as m
from generators.word.oxml import Xml, exact, fonts, properties, size, w

LANGUAGE: Final = "zh-CN"
INDENT: Final = w("ind", firstLineChars=200, firstLine=m.TWO_IN)
FLUSH: Final = w("ind", firstLineChars=0, firstLine=0)
RED_RULE: Final = m.RED_RULE * 8 // m.TWIPS_PER_POINT  # in eighths of a point
LEVEL_FACES: Final = (m.HEITI, m.KAITI, m.FANGSONG, m.FANGSONG, m.FANGSONG)


def _style(
    identity: str,
    title: str,
    *,
    paragraph: tuple[Xml, ...] = (),
    text: tuple[Xml, ...] = (),
    kind: str = "paragraph",
    based_on: str = "Normal",
    following: str = "",
    builtin: bool = False,
) -> Xml:
    """One style; a style that stands on another still names its own fonts, so that a reader of the part sees them."""
    origin = {} if builtin else {"customStyle": 1}
    content = [w("name", val=title)]
    if based_on:
        content.append(w("basedOn", val=based_on))
    if following:
        content.append(w("next", val=following))
    content.append(w("qFormat"))
    if paragraph:
        content.append(properties("pPr", *paragraph))
    if text:
        content.append(properties("rPr", *text))
    return w("style", *content, type=kind, styleId=identity, **origin)


def _normal() -> Xml:
    """Normal: 三号仿宋 on the grid of 28 × 22, no indent, no automatic space between Chinese and digits."""
    lines = (w("widowControl", val=0), w("autoSpaceDE", val=0), w("autoSpaceDN", val=0), exact(m.LINE))
    return w(
        "style",
        w("name", val="Normal"),
        w("qFormat"),
        properties("pPr", *lines, w("jc", val="both")),
        properties("rPr", *_face(m.FANGSONG, m.SIZE_3), w("spacing", val=m.CONDENSE), w("kern", val=0)),
        type="paragraph",
        default=1,
        styleId="Normal",
    )


def _face(face: str, half_points: int) -> tuple[Xml, ...]:
    return fonts(face), *size(half_points)


def _free_line() -> tuple[Xml, Xml]:
    """A line as high as the picture in it: an exact one would cut it off."""
    return w("snapToGrid", val=0), w("spacing", before=0, after=0, line=240, lineRule="auto")


def _off_grid(line: int, *, before: int = 0, after: int = 0) -> tuple[Xml, Xml]:
    """Exact spacing that the line grid must not stretch: on every paragraph whose size is not 三号."""
    return w("snapToGrid", val=0), exact(line, before=before, after=after)


def mark_styles(*, mark_size: int, mark_before: int) -> Xml:
    """The styles that differ from paper to paper, with the size and the place of the red mark."""
    mark = (*_off_grid(m.mark_line(mark_size), before=mark_before), w("jc", val="center"))
    red = (*_face(m.XIAOBIAOSONG, 2 * mark_size), w("color", val=m.RED), w("spacing", val=0))
    joint = (*_off_grid(m.mark_line(mark_size)), w("jc", val="distribute"))
    # Under its line, for of a rule over a line LibreOffice draws the thin part first, of one under it as Word does.
    rule = w("pBdr", w("bottom", val="thickThinSmallGap", sz=24, space=0, color=m.RED))
    upper = (*_off_grid(m.SLIVER, before=m.letter_drop(mark_size) - m.SLIVER), rule, _wide())
    return "".join(
        (
            _style("Mark", "发文机关标志", paragraph=mark, text=red),
            _style("JointMark", "联合发文机关标志", paragraph=joint, text=red),
            _style("LetterMark", "信函标志", paragraph=mark, text=red),
            _style("LetterRule", "信函上双线", paragraph=upper, text=_face(m.FANGSONG, 2)),
        )
    )


def _heads() -> list[Xml]:
    """版头 but the mark. A letter's double rules stand in header and footer, beyond the type area."""
    plain, tiny = _face(m.FANGSONG, m.SIZE_3), _face(m.FANGSONG, 2)
    apart = (*_off_grid(m.RED_RULE_DROP), w("pBdr", w("bottom", val="single", sz=RED_RULE, space=0, color=m.RED)))
    upward = (w("ind", left=m.SIZE_3 * 10, leftChars=100), w("jc", val="left"))
    under = w("pBdr", w("bottom", val="thinThickSmallGap", sz=24, space=0, color=m.RED))
    foot = _off_grid(m.SLIVER, before=m.BOTTOM - m.LETTER_FOOT - m.SLIVER - m.LETTER_RULE)
    right = (*_off_grid(m.LINE), w("jc", val="right"))
    return [
        _style("Secrecy", "密级和紧急程度", paragraph=(w("jc", val="left"),), text=_face(m.HEITI, m.SIZE_3)),
        _style("Number", "发文字号", paragraph=(_red_rule(), w("jc", val="center")), text=plain),
        _style("OrderNumber", "令号", paragraph=(w("jc", val="center"),), text=plain),
        _style("NumberUpward", "上行文发文字号和签发人", paragraph=upward, text=plain),
        _style("LetterNumber", "信函发文字号", paragraph=right, text=plain),
        _style("RedRule", "红色分隔线", paragraph=apart, text=tiny),
        _style("LetterFoot", "信函下双线", paragraph=(*foot, under, _wide()), text=tiny),
    ]


def _wide() -> Xml:
    return w("ind", left=m.LETTER_OUT, right=m.LETTER_OUT)


def _red_rule() -> Xml:
    """A paragraph's rule is as long as the paragraph, so this one serves only a number without indents."""
    drop = m.RED_RULE_DROP // m.TWIPS_PER_POINT
    return w("pBdr", w("bottom", val="single", sz=RED_RULE, space=drop, color=m.RED))


def _titles() -> list[Xml]:
    """Titles open the outline of Word's navigation pane; an attachment's label does for its title."""
    text = (*_face(m.XIAOBIAOSONG, m.SIZE_2), w("spacing", val=0))
    lines = (*_off_grid(m.TITLE_LINE), w("jc", val="center"))
    kept, top = w("keepNext"), w("outlineLvl", val=0)
    lead = (*_off_grid(m.SMALL_LINE, after=m.SMALL_AFTER), w("jc", val="left"), kept)
    return [
        _style("PaperTitle", "公文标题", paragraph=(*lines, top), text=text),
        _style("SheetTitle", "表格标题", paragraph=(*lines, kept, top), text=text),
        _style("SheetLead", "表格说明", paragraph=lead, text=(*_face(m.FANGSONG, m.SIZE_SMALL_4), w("spacing", val=0))),
        _style("AttachmentTitle", "附件标题", paragraph=(*lines, kept), text=text),
        _style("AttachmentLabel", "附件", paragraph=(kept, top), text=_face(m.HEITI, m.SIZE_3)),
    ]


def _headings() -> list[Xml]:
    """Word's own heading names, so that its navigation pane and other readers know the levels."""
    return [
        _style(
            f"Heading{index}",
            f"heading {index}",
            paragraph=(w("keepNext"), INDENT, w("outlineLvl", val=index - 1)),
            text=_face(face, m.SIZE_3),
            following="BodyText",
            builtin=True,
        )
        for index, face in enumerate(LEVEL_FACES, start=1)
    ]


def _body() -> list[Xml]:
    note_first = w("ind", left=5 * m.PITCH, hanging=3 * m.PITCH)
    numbered_first = w("ind", left=6 * m.PITCH, hanging=4 * m.PITCH)
    numbered_next = w("ind", left=6 * m.PITCH, hanging=m.PITCH)
    plain = _face(m.FANGSONG, m.SIZE_3)
    return [
        _style("BodyText", "公文正文", paragraph=(INDENT,), text=plain),
        _style("Addressees", "主送机关", paragraph=(FLUSH,), text=plain, following="BodyText"),
        _style("Note", "说明", paragraph=(INDENT,), text=_face(m.KAITI, m.SIZE_3)),
        _style("AttachmentNote", "附件说明", paragraph=(note_first,), text=plain),
        _style("AttachmentNoteFirst", "附件说明首项", paragraph=(numbered_first,), text=plain),
        _style("AttachmentNoteNext", "附件说明续项", paragraph=(numbered_next,), text=plain),
        _style("Signature", "署名和成文日期", paragraph=(w("jc", val="right"),), text=plain),
    ]


def _ends(*, centred: bool) -> list[Xml]:
    """版记, page number, banner, table text and the smallest paragraph Word allows."""
    odd = () if centred else (w("ind", right=280, rightChars=100),)
    even = () if centred else (w("ind", left=280, leftChars=100),)
    small = (*_face(m.FANGSONG, m.SIZE_4), w("spacing", val=0))
    digits = (*_face(m.SONGTI, m.SIZE_4), w("spacing", val=0))
    tab = w("tabs", w("tab", val="right", pos=m.AREA_WIDTH - 280))
    number = _off_grid(m.FOOTER_LINE, before=m.FOOTER_BEFORE)
    cell, cells = (*_face(m.FANGSONG, m.SIZE_SMALL_4), w("spacing", val=0)), _off_grid(m.CELL_LINE)
    left, centre = w("jc", val="left"), w("jc", val="center")
    return [
        _style(
            "Copied",
            "版记抄送",
            paragraph=(*_off_grid(m.IMPRINT_LINE), w("ind", left=1120, hanging=840, right=280), left),
            text=small,
        ),
        _style(
            "Printed",
            "版记印发",
            paragraph=(tab, *_off_grid(m.IMPRINT_LINE), w("ind", left=280, right=280), left),
            text=small,
        ),
        _style(
            "NumberOdd",
            "单页页码",
            paragraph=(*number, *odd, w("jc", val="center" if centred else "right")),
            text=digits,
        ),
        _style(
            "NumberEven",
            "双页页码",
            paragraph=(*number, *even, w("jc", val="center" if centred else "left")),
            text=digits,
        ),
        _style(
            "Banner",
            "样稿提示",
            paragraph=(*_off_grid(m.BANNER_LINE), centre),
            text=_face(m.KAITI, m.SIZE_SMALL_4),
        ),
        _style(
            "TableHead",
            "表头",
            paragraph=(*cells, centre),
            text=(*_face(m.HEITI, m.SIZE_SMALL_4), w("spacing", val=0)),
        ),
        _style("TableCell", "表文", paragraph=(*cells, left), text=cell),
        _style("TableCentred", "表文居中", paragraph=(*cells, centre), text=cell),
    ]


def _holders() -> list[Xml]:
    """Paragraphs without text: what holds a picture, and what only keeps two things apart."""
    picture = (*_free_line(), w("jc", val="center"))
    return [
        _style("Chart", "图", paragraph=picture, text=_face(m.FANGSONG, 2)),
        _style("Sliver", "占位", paragraph=_off_grid(m.SLIVER), text=_face(m.FANGSONG, 2)),
    ]


def _tones() -> list[Xml]:
    faces = (
        ("LeadIn1", "接排一级标题", m.HEITI),
        ("LeadIn2", "接排二级标题", m.KAITI),
        ("Aside", "责任和时限", m.KAITI),
        ("Signer", "签发人姓名", m.KAITI),
    )
    return [_style(name, title, text=(fonts(face),), kind="character", based_on="") for name, title, face in faces]


def settled_styles(*, centred: bool = False) -> Xml:
    """Defaults and the styles that are the same in every paper; `centred` page numbers are an issuer's habit."""
    text = properties("rPr", *_face(m.FANGSONG, m.SIZE_3), w("lang", val="en-US", eastAsia=LANGUAGE, bidi="ar-SA"))
    defaults = w("docDefaults", w("rPrDefault", text), w("pPrDefault", properties("pPr", exact(m.LINE))))
    white = (w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right"))
    table = w(
        "style",
        w("name", val="Normal Table"),
        properties("tblPr", w("tblInd", w=0, type="dxa"), w("tblCellMar", *white)),
        type="table",
        default=1,
        styleId="TableNormal",
    )
    character = w("style", w("name", val="Default Paragraph Font"), type="character", default=1, styleId="DefaultFont")
    groups = (_heads(), _titles(), _headings(), _body(), _ends(centred=centred), _holders(), _tones())
    return "".join((defaults, _normal(), character, table, *(style for group in groups for style in group)))
