"""A bar chart as Word's own: black bars, each with its figure, the figures inside the part itself.

No workbook goes with it, so that the paper stays one file of text; whoever wants other figures drafts it again.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from generators import blocks as b
from generators.word import measures as m
from generators.word.oxml import DECLARATION, NAMESPACES, Xml, escaped, node, paragraph, w
from generators.word.package import CHART, relation_id

URI: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
POINTS: Final = m.SIZE_SMALL_4 * 50  # hundredths of a point
LEAST_LINES: Final = 6
BARS_IN_LINES: Final = 1.5
"""Bars in the height of one line of text."""
UNDER: Final = 10
"""Twips by which the picture is lower than its lines, for what the font of its own line reaches below it."""
BLACK: Final = node("a:solidFill", node("a:srgbClr", val="000000"))
CATEGORIES: Final = 1
VALUES: Final = 2
LABELS: Final = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
"""What could stand at a bar, in the order of the schema."""
DRAWING: Final = 3
"""Its number among the drawings of the paper, behind the page numbers of turned sheets."""


def chart_height(block: b.Chart) -> int:
    """How much of the type area it takes, in twips: whole lines."""
    return m.LINE * max(LEAST_LINES, 2 + round(len(block.bars) / BARS_IN_LINES))


def chart_paragraph(block: b.Chart) -> Xml:
    """The paragraph that holds the chart, as wide as the type area."""
    height = (chart_height(block) - UNDER) * m.EMU_PER_TWIP
    told = "，".join(f"{name}{figure.normalize():f}" for name, figure in block.bars)
    shown = node("c:chart", **{"xmlns:c": URI, "xmlns:r": NAMESPACES["r"], "r:id": relation_id(CHART)})
    inline = node(
        "wp:inline",
        node("wp:extent", cx=m.AREA_WIDTH * m.EMU_PER_TWIP, cy=height),
        node("wp:effectExtent", l=0, t=0, r=0, b=0),
        node("wp:docPr", id=DRAWING, name="图1", descr=f"{block.title}：{told}"),
        node("wp:cNvGraphicFramePr"),
        node("a:graphic", node("a:graphicData", shown, uri=URI), **{"xmlns:a": NAMESPACES["a"]}),
        distT=0,
        distB=0,
        distL=0,
        distR=0,
        **{"xmlns:wp": NAMESPACES["wp"]},
    )
    return paragraph("Chart", w("r", w("drawing", inline)))


def chart_part(block: b.Chart) -> Xml:
    """The chart itself: horizontal bars, the first on top, no axis of values since each bar says its own."""
    bars = node(
        "c:barChart",
        node("c:barDir", val="bar"),
        node("c:grouping", val="clustered"),
        node("c:varyColors", val=0),
        _series(block),
        node("c:gapWidth", val=100),
        node("c:axId", val=CATEGORIES),
        node("c:axId", val=VALUES),
    )
    plot = node("c:plotArea", node("c:layout"), bars, _category_axis(), _value_axis())
    chart = node("c:chart", _title(block.title), node("c:autoTitleDeleted", val=0), plot, node("c:plotVisOnly", val=1))
    plain = node("c:spPr", node("a:noFill"), node("a:ln", node("a:noFill")))
    names = {"xmlns:c": URI, "xmlns:a": NAMESPACES["a"]}
    corners = node("c:roundedCorners", val=0)
    return f"{DECLARATION}{node('c:chartSpace', corners, chart, plain, _text(), **names)}"


def _series(block: b.Chart) -> Xml:
    count = node("c:ptCount", val=len(block.bars))
    names = node("c:strLit", count, *_points(name for name, _ in block.bars))
    figures = node(
        "c:numLit",
        node("c:formatCode", "General"),
        count,
        *_points(f"{figure.normalize():f}" for _, figure in block.bars),
    )
    return node(
        "c:ser",
        node("c:idx", val=0),
        node("c:order", val=0),
        node("c:spPr", BLACK),
        node("c:invertIfNegative", val=0),
        node("c:dLbls", *(node(f"c:show{what}", val=int(what == "Val")) for what in LABELS)),
        node("c:cat", names),
        node("c:val", figures),
    )


def _points(texts: Iterable[str]) -> Iterable[Xml]:
    return (node("c:pt", node("c:v", escaped(text)), idx=index) for index, text in enumerate(texts))


def _title(text: str) -> Xml:
    said = node("a:r", _letters("a:rPr", m.HEITI), node("a:t", escaped(text)))
    line = node("a:p", node("a:pPr", _letters("a:defRPr", m.HEITI)), said)
    return node("c:title", node("c:tx", node("c:rich", node("a:bodyPr"), line)), node("c:overlay", val=0))


def _text() -> Xml:
    """How names and figures look."""
    line = node("a:p", node("a:pPr", _letters("a:defRPr", m.FANGSONG)), node("a:endParaRPr"))
    return node("c:txPr", node("a:bodyPr"), line)


def _letters(tag: str, face: str) -> Xml:
    faces = (node(f"a:{script}", typeface=face) for script in ("latin", "ea", "cs"))
    return node(tag, BLACK, *faces, sz=POINTS, b=0)


def _category_axis() -> Xml:
    """The names, with a line along which the bars begin."""
    return node(
        "c:catAx",
        node("c:axId", val=CATEGORIES),
        node("c:scaling", node("c:orientation", val="maxMin")),
        node("c:delete", val=0),
        node("c:axPos", val="l"),
        node("c:majorTickMark", val="none"),
        node("c:minorTickMark", val="none"),
        node("c:tickLblPos", val="low"),
        node("c:spPr", node("a:ln", BLACK, w=6350)),
        node("c:crossAx", val=VALUES),
        node("c:crosses", val="autoZero"),
        node("c:noMultiLvlLbl", val=1),
    )


def _value_axis() -> Xml:
    """From zero, and not shown."""
    return node(
        "c:valAx",
        node("c:axId", val=VALUES),
        node("c:scaling", node("c:orientation", val="minMax"), node("c:min", val=0)),
        node("c:delete", val=1),
        node("c:axPos", val="t"),
        node("c:majorTickMark", val="none"),
        node("c:minorTickMark", val="none"),
        node("c:tickLblPos", val="none"),
        node("c:crossAx", val=CATEGORIES),
        node("c:crosses", val="autoZero"),
    )
