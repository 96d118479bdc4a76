"""A chart in a paper: Word's own, with its figures inside, as high as it is reckoned to be."""

import io
import zipfile
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from lxml import etree

from generators import blocks as b
from generators.word.chart import chart_height
from generators.word.writer import write_docx
from tests.generators.word.measured import measure

C = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
BARS = (("甲村<1>", Decimal("98.5")), ("乙村", Decimal(100)), ("丙村", Decimal("0.0")))
CHART = b.Chart("各村隐患整改率（%）", BARS)
PAPER = b.Document(title="总结", blocks=(b.Title(("总结",)), b.Para.of("见图。"), CHART, b.Para.of("图后。")))


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    """The files of the paper."""
    with zipfile.ZipFile(io.BytesIO(write_docx(PAPER))) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_names_and_figures_stand_in_the_part_itself(parts: dict[str, bytes]) -> None:
    chart = etree.fromstring(parts["word/chart.xml"])
    names, figures = ([item.text for item in chart.iterfind(f".//c:{kind}//c:v", C)] for kind in ("cat", "val"))
    assert list(zip(names, figures, strict=True)) == [("甲村<1>", "98.5"), ("乙村", "100"), ("丙村", "0")]
    assert chart.find(".//c:externalData", C) is None


def test_word_finds_the_part(parts: dict[str, bytes]) -> None:
    kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    assert f'PartName="/word/chart.xml" ContentType="{kind}"' in parts["[Content_Types].xml"].decode()
    assert parts["word/document.xml"].count(b'r:id="rId-chart"') == 1
    assert 'descr="各村隐患整改率（%）：甲村&lt;1&gt;98.5，乙村100，丙村0"' in parts["word/document.xml"].decode()
    package = docx.Document(io.BytesIO(write_docx(PAPER))).part
    assert package.rels["rId-chart"].reltype.endswith("/chart")


def test_a_paper_without_a_chart_has_no_such_part() -> None:
    plain = b.Document(title="总结", blocks=(b.Para.of("无图。"),))
    with zipfile.ZipFile(io.BytesIO(write_docx(plain))) as package:
        assert "word/chart.xml" not in package.namelist()
        assert b"chart" not in package.read("[Content_Types].xml")


def test_the_text_goes_on_where_it_is_reckoned_to(tmp_path: Path) -> None:
    (page,) = measure({"chart": write_docx(PAPER)}, tmp_path)["chart"]
    assert page.line("各村隐患整改率").left > page.line("甲村").left >= 28
    down = page.line("图后").top - page.line("见图").top
    assert down == pytest.approx((chart_height(CHART) + 579) / 1440 * 25.4, abs=0.7)
