"""The rules on rendered pages, by LibreOffice."""

import subprocess
from pathlib import Path

import pytest

from tests.proof import papers
from tests.proof.rendered import BROKEN
from zerenku.extract.refusal import Refusal
from zerenku.extract.word import office
from zerenku.proof.page_rules import PAGE_RULES
from zerenku.proof.printed.pdf import read_sheets
from zerenku.proof.printed.render import render
from zerenku.proof.proving import prove_pages
from zerenku.proof.verdict import Verdict

Rendered = dict[str, tuple[bytes, bytes]]


@pytest.mark.parametrize("kind", papers.KINDS)
def test_our_own_papers_pass(rendered: Rendered, kind: str) -> None:
    proof = prove_pages(*rendered[kind])
    assert [(row.rule, row.measured) for row in proof.failed] == []
    assert proof.count(Verdict.PASSED) >= (1 if kind == "sheet" else 3)


def test_what_is_measured_on_a_notice(rendered: Rendered) -> None:
    rows = {row.rule.removeprefix("printed-"): row for row in prove_pages(*rendered["notice"]).rows}
    assert rows["characters"].measured.startswith("每行 28 字")
    assert rows["lines"].measured == "行距 10.20 毫米，每页 22 行"
    assert rows["rule"].measured.startswith("长 156.0 毫米")
    passed = {name for name, row in rows.items() if row.verdict is Verdict.PASSED}
    assert passed >= {"area", "lines", "characters", "mark", "rule", "page-numbers", "imprint", "signature"}


@pytest.mark.parametrize(("name", "rule"), [(name, rule) for name, _, _, rule in BROKEN])
def test_a_change_shows_on_the_page(rendered: Rendered, name: str, rule: str) -> None:
    assert f"printed-{rule}" in {row.rule for row in prove_pages(*rendered[name]).failed}


@pytest.mark.parametrize(("off", "verdict"), [(0, Verdict.PASSED), (1, Verdict.FAILED)])
def test_pages_against_the_estimate(rendered: Rendered, off: int, verdict: Verdict) -> None:
    docx, pdf = rendered["notice"]
    pages = len(read_sheets(pdf)[0])
    assert pages % 2 == 0
    row = prove_pages(docx, pdf, estimate=pages + off).rows[0]
    assert (row.rule, row.verdict) == ("printed-pages", verdict)
    assert prove_pages(docx, pdf).rows[0].verdict is Verdict.NOT_APPLICABLE


def test_other_fonts_in_place_of_the_official_ones_are_no_verdict(rendered: Rendered) -> None:
    row = prove_pages(*rendered["notice"]).rows[-1]
    assert (row.rule, row.verdict) == ("printed-fonts", Verdict.NOT_APPLICABLE)


def test_every_page_rule_has_a_manual() -> None:
    for rule in PAGE_RULES:
        assert rule.ID.startswith("printed-")
        assert "通过：" in (rule.__doc__ or ""), rule.ID


def test_without_libreoffice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "USUAL_PLACES", ())
    assert office.office() is None
    with pytest.raises(Refusal, match="LibreOffice"):
        render(b"")


@pytest.mark.parametrize(("script", "reason"), [("exit 3", "排不出"), ("sleep 20", "秒内没有排完")])
def test_libreoffice_that_fails_or_hangs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str, reason: str
) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr("zerenku.proof.printed.render.office", lambda: str(program))
    with pytest.raises(Refusal, match=reason):
        render(papers.plain(), seconds=1)
    running = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert str(program) not in running


def test_no_pdf_is_refused() -> None:
    with pytest.raises(Refusal):
        read_sheets(b"%PDF-1.4 nothing")
