"""The styles part: every face, size, indent and spacing of a paper lives here, never on a run."""

from __future__ import annotations

from typing import Final

from generators.word import measures as m
from generators.word.oxml import Element, exact, fonts, properties, size, w

LANGUAGE: Final = "zh-CN"
INDENT: Final = w("ind", firstLineChars=200, firstLine=m.TWO_IN)
FLUSH: Final = w("ind", firstLineChars=0, firstLine=0)
LEVEL_FACES: Final = (m.HEITI, m.KAITI, m.FANGSONG, m.FANGSONG, m.FANGSONG)


def _style(
    identity: str,
    title: str,
    *,
    paragraph: tuple[Element, ...] = (),
    text: tuple[Element, ...] = (),
    kind: str = "paragraph",
    based_on: str = "Normal",
    following: str = "",
    builtin: bool = False,
) -> Element:
    """One style; a style that stands on another still names its own fonts, so that a reader of the part sees them."""
    origin = {} if builtin else {"customStyle": 1}
    made = w("style", w("name", val=title), type=kind, styleId=identity, **origin)
    if based_on:
        made.append(w("basedOn", val=based_on))
    if following:
        made.append(w("next", val=following))
    made.append(w("qFormat"))
    if paragraph:
        made.append(properties("pPr", *paragraph))
    if text:
        made.append(properties("rPr", *text))
    return made


def _normal() -> Element:
    """Normal: 三号仿宋 on the grid of 28 × 22, no indent, no automatic space between Chinese and digits."""
    made = w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default=1, styleId="Normal")
    made.append(
        properties(
            "pPr",
            w("widowControl", val=0),
            w("autoSpaceDE", val=0),
            w("autoSpaceDN", val=0),
            exact(m.LINE),
            w("jc", val="both"),
        )
    )
    made.append(properties("rPr", *_face(m.FANGSONG, m.SIZE_3), w("spacing", val=m.CONDENSE), w("kern", val=0)))
    return made


def _face(face: str, half_points: int) -> tuple[Element, ...]:
    return fonts(face), *size(half_points)


def _off_grid(line: int, *, before: int = 0, after: int = 0) -> tuple[Element, Element]:
    """Exact spacing that the line grid must not stretch: on every paragraph whose size is not 三号."""
    return w("snapToGrid", val=0), exact(line, before=before, after=after)


def _masthead(mark_size: int) -> list[Element]:
    red_rule = w("pBdr", w("bottom", val="single", sz=12, space=7, color=m.RED))
    mark = (*_off_grid(m.mark_line(mark_size), before=m.mark_before(mark_size)), w("jc", val="center"))
    red = (*_face(m.XIAOBIAOSONG, 2 * mark_size), w("color", val=m.RED), w("spacing", val=0))
    joint = (*_off_grid(m.mark_line(mark_size)), w("jc", val="distribute"))
    return [
        _style("Mark", "发文机关标志", paragraph=mark, text=red),
        _style("JointMark", "联合发文机关标志", paragraph=joint, text=red),
        _style("Number", "发文字号", paragraph=(red_rule, w("jc", val="center")), text=_face(m.FANGSONG, m.SIZE_3)),
    ]


def _titles() -> list[Element]:
    text = (*_face(m.XIAOBIAOSONG, m.SIZE_2), w("spacing", val=0))
    lines = (*_off_grid(m.TITLE_LINE), w("jc", val="center"))
    label = (w("keepNext"), w("outlineLvl", val=0))
    return [
        _style("PaperTitle", "公文标题", paragraph=lines, text=text),
        _style("AttachmentTitle", "附件标题", paragraph=(*lines, w("keepNext")), text=text),
        _style("AttachmentLabel", "附件", paragraph=label, text=_face(m.HEITI, m.SIZE_3)),
    ]


def _headings() -> list[Element]:
    """Word's own heading names, so that its navigation pane and other readers know the levels."""
    return [
        _style(
            f"Heading{index}",
            f"heading {index}",
            paragraph=(w("keepNext"), INDENT, w("outlineLvl", val=index)),
            text=_face(face, m.SIZE_3),
            following="BodyText",
            builtin=True,
        )
        for index, face in enumerate(LEVEL_FACES, start=1)
    ]


def _body() -> list[Element]:
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


def _ends() -> list[Element]:
    """版记, page number, banner, table text and the smallest paragraph Word allows."""
    small = (*_face(m.FANGSONG, m.SIZE_4), w("spacing", val=0))
    digits = (*_face(m.SONGTI, m.SIZE_4), w("spacing", val=0))
    tab = w("tabs", w("tab", val="right", pos=m.AREA_WIDTH - 280))
    number = _off_grid(m.FOOTER_LINE, before=m.FOOTER_BEFORE)
    cells = (*_off_grid(m.CELL_LINE), w("jc", val="center"))
    return [
        _style(
            "Copied",
            "版记抄送",
            paragraph=(*_off_grid(m.IMPRINT_LINE), w("ind", left=1120, hanging=840, right=280)),
            text=small,
        ),
        _style(
            "Printed",
            "版记印发",
            paragraph=(tab, *_off_grid(m.IMPRINT_LINE), w("ind", left=280, right=280)),
            text=small,
        ),
        _style(
            "NumberOdd",
            "单页页码",
            paragraph=(*number, w("ind", right=280, rightChars=100), w("jc", val="right")),
            text=digits,
        ),
        _style(
            "NumberEven",
            "双页页码",
            paragraph=(*number, w("ind", left=280, leftChars=100), w("jc", val="left")),
            text=digits,
        ),
        _style(
            "Banner",
            "样稿提示",
            paragraph=(*_off_grid(300), w("jc", val="center")),
            text=_face(m.KAITI, m.SIZE_SMALL_4),
        ),
        _style("TableHead", "表头", paragraph=cells, text=(*_face(m.HEITI, m.SIZE_SMALL_4), w("spacing", val=0))),
        _style("TableCell", "表文", paragraph=cells, text=(*_face(m.FANGSONG, m.SIZE_SMALL_4), w("spacing", val=0))),
        _style("Sliver", "占位", paragraph=_off_grid(20), text=_face(m.FANGSONG, 2)),
    ]


def _tones() -> list[Element]:
    faces = (
        ("LeadIn1", "接排一级标题", m.HEITI),
        ("LeadIn2", "接排二级标题", m.KAITI),
        ("Aside", "责任和时限", m.KAITI),
    )
    return [_style(name, title, text=(fonts(face),), kind="character", based_on="") for name, title, face in faces]


def styles_part(*, mark_size: int) -> Element:
    """The whole `w:styles`; the red mark's size in points is the one measure that differs from paper to paper."""
    defaults = w(
        "docDefaults",
        w(
            "rPrDefault",
            properties("rPr", *_face(m.FANGSONG, m.SIZE_3), w("lang", val="en-US", eastAsia=LANGUAGE, bidi="ar-SA")),
        ),
        w("pPrDefault", properties("pPr", exact(m.LINE))),
    )
    table = w("style", w("name", val="Normal Table"), type="table", default=1, styleId="TableNormal")
    table.append(
        properties(
            "tblPr",
            w("tblInd", w=0, type="dxa"),
            w("tblCellMar", *(w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right"))),
        )
    )
    character = w("style", w("name", val="Default Paragraph Font"), type="character", default=1, styleId="DefaultFont")
    groups = (_masthead(mark_size), _titles(), _headings(), _body(), _ends(), _tones())
    return w("styles", defaults, _normal(), character, table, *(style for group in groups for style in group))


def font_table_part() -> Element:
    """`w:fonts`: under which other names Word finds each font."""
    listed = [
        w(
            "font",
            w("altName", val=face.others),
            w("panose1", val=face.panose),
            w("charset", val="86"),
            w("family", val="modern"),
            w("pitch", val="fixed"),
            name=face.name,
        )
        for face in m.FACES
    ]
    return w("fonts", *listed)


def settings_part() -> Element:
    """`w:settings`: odd and even pages differ, punctuation keeps its full width, layout follows current Word."""
    uri = "http://schemas.microsoft.com/office/word"
    modes = (
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
    )
    return w(
        "settings",
        w("zoom", percent=100),
        w("evenAndOddHeaders"),
        w("drawingGridVerticalSpacing", val=m.LINE),
        w("characterSpacingControl", val="doNotCompress"),
        w(
            "compat",
            w("spaceForUL"),
            w("balanceSingleByteDoubleByteWidth"),
            w("doNotLeaveBackslashAlone"),
            w("ulTrailSpace"),
            w("doNotExpandShiftReturn"),
            w("adjustLineHeightInTable"),
            w("useFELayout"),
            *(w("compatSetting", name=key, uri=uri, val=value) for key, value in modes),
        ),
    )
