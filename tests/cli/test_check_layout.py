"""`zerenku check` on Word files: the layout beside the text, one line for each kind of deviation."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Zerenku
from tests.proof.papers import Change, changed, notice, packed, style


@pytest.fixture
def paper(root: Path) -> Path:
    path = root / "通知.docx"
    path.write_bytes(
        changed(notice(), style("BodyText", "w:rPr/w:sz", val="30"), style("PaperTitle", "w:rPr/w:sz", val="36"))
    )
    return path


def layout(said: str) -> list[str]:
    return [line for line in said.splitlines() if "[layout-" in line]


def test_our_own_paper_has_no_layout_finding(zerenku: Zerenku, root: Path) -> None:
    (root / "通知.docx").write_bytes(notice())
    assert layout(zerenku("check", "通知.docx").out) == []


def test_one_line_for_each_kind_at_its_first_place(zerenku: Zerenku, paper: Path) -> None:
    done = zerenku("check", "通知.docx")
    assert (done.code, done.err) == (0, "")
    title, text = layout(done.out)
    assert title.startswith("通知.docx:7:1: warning 标题字号：18 磅；应为2号（22 磅）（GB/T 9704—2012 第 7.3.1 条）；")
    assert text.startswith("通知.docx:10:1: warning 正文字号：15 磅，共 ")
    assert text.endswith("[layout-body-size]")
    assert zerenku("check", "通知.docx", "--strict").code == 1


def test_json(zerenku: Zerenku, paper: Path) -> None:
    found = [item for item in json.loads(zerenku("check", paper, "--json").out) if item["rule"] == "layout-title-size"]
    said = [(item["line"], item["severity"], item["text"]) for item in found]
    assert said == [(7, "warning", "关于开展仓库检查的通知")]


def test_page_shows_the_manual(zerenku: Zerenku, root: Path, paper: Path) -> None:
    assert zerenku("check", "通知.docx", "--format", "html", "-o", "检查.html").code == 0
    page = (root / "检查.html").read_text(encoding="utf-8")
    assert "<dt>layout-body-size</dt>" in page
    assert "正文和各要素一般用3号字" in page


def test_a_finding_of_the_whole_paper_stands_in_its_first_line(zerenku: Zerenku, root: Path) -> None:
    margins = Change("word/document.xml", "(//w:sectPr)[1]/w:pgMar", (("top", "1440"),))
    (root / "通知.docx").write_bytes(changed(notice(), margins))
    (line,) = layout(zerenku("check", "通知.docx").out)
    assert line.startswith("通知.docx:1:1: warning 页边：上 25.4、")


def test_waiver(zerenku: Zerenku, root: Path, paper: Path) -> None:
    rules = "".join(
        f'[[waivers]]\nrule = "layout-{rule}"\nreason = "本单位内部用纸"\n' for rule in ("body-size", "title-size")
    )
    (root / "zerenku.toml").write_text(rules, encoding="utf-8")
    done = zerenku("check", "通知.docx")
    assert layout(done.out) == []
    assert "已豁免 2 处" in done.out


def test_layout_that_cannot_be_measured_is_said(zerenku: Zerenku, root: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(notice())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["docProps/core.xml"] = b"<broken"
    (root / "通知.docx").write_bytes(packed(parts))
    done = zerenku("check", "通知.docx")
    assert done.code == 0
    (line,) = layout(done.out)
    assert "info 版式没有核对：" in line
    assert line.endswith("[layout-unmeasured]")


def test_text_files_have_no_layout(zerenku: Zerenku, root: Path) -> None:
    (root / "通知.txt").write_text("关于检查的通知\n各村：\n请按时检查。\n", encoding="utf-8")
    assert layout(zerenku("check", "通知.txt").out) == []
