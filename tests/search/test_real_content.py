"""The questions that the product must answer from its own content."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from search.answer import who, who_json
from search.searcher import Searcher
from search.vocabulary import Tier
from tests.repository import ROOT
from tests.search.cases import cases
from zerenku.catalogue.catalogue import Catalogue


def test_monthly_check_of_enterprises(real: Searcher) -> None:
    answer = who_json(who(real, "企业每月隐患排查"))["answer"]
    assert answer["anchor"] == "haimen-2023/4-3"
    assert "每月" in answer["duty"]
    assert answer["certainty"] == "none"
    assert answer["lead"] == []
    assert answer["subject"] == ["所有相关企业"]
    assert answer["owner"] == "原文未写责任单位（文中主体：所有相关企业）"
    assert answer["citation"].endswith("专项行动实施方案》四（三）")


def test_landlord_of_shared_plants(real: Searcher) -> None:
    answer = who_json(who(real, "厂中厂 出租方"))["answer"]
    assert answer["anchor"] in {"yangkou-2024/2-1-4", "yangkou-2024/2-4-12"}
    assert "出租方" in answer["duty"]
    assert answer["certainty"] == "none"


def test_combustible_dust(real: Searcher) -> None:
    hits = real.search("粉尘涉爆").hits
    assert hits[0].document.anchor == "haimen-2023/2"
    assert hits[0].tier == Tier.EXACT
    assert all("粉尘涉爆" in "".join(hit.document.content) for hit in hits if hit.tier == Tier.EXACT)


@pytest.mark.parametrize("case", cases("real"), ids=lambda case: case["query"])
def test_questions_people_phone_about(real: Searcher, case: dict[str, str]) -> None:
    first = who(real, case["query"]).hits[0]
    assert first.document.anchor == case["first"]
    assert case.get("do", "") in (first.duty.do if first.duty else "")


@pytest.mark.parametrize(
    "question", ["公交改线找谁", "网络诈骗归谁管", "广场舞太吵哪个部门管", "拆迁补偿谁发", "路灯坏了找谁修"]
)
def test_a_word_that_is_there_by_chance_is_no_answer(real: Searcher, question: str) -> None:
    assert who_json(who(real, question))["answer"] is None


def test_what_a_plan_goes_by_stands_at_its_head(real: Searcher) -> None:
    assert real.search("城市建设专项整治方案的依据文件").hits[0].document.anchor == "nanyang-2020/fj7-p1"


@pytest.mark.parametrize(("today", "due"), [("2024-06-01", "2024-12-31"), ("2026-11-22", "2026-12-31")])
def test_the_end_of_the_year_is_that_of_the_clock(real: Searcher, today: str, due: str) -> None:
    duty = who(real, "年底前洋口要完成什么", today=today).hits[0].duty
    assert duty is not None
    assert due in duty.deadlines


def test_a_document_number_in_any_brackets(real: Searcher) -> None:
    for written in ("海应急〔2023〕5号", "海应急[2023]5号", "海应急（2023）5号", "海应急2023 5号"):
        assert {hit.document.plan for hit in real.search(written).hits} == {"haimen-2023"}


def test_every_heading_finds_its_clause(real: Searcher, content: Catalogue) -> None:
    """A heading typed as it stands gives a clause of that heading first."""
    for clause in content.clauses:
        if heading := clause.clause.heading:
            first = real.search(heading).hits[0]
            assert first.tier == Tier.EXACT, heading
            assert heading in {first.document.heading, clause.clause.heading}, heading


def test_who_is_quick_from_a_cold_command_line(tmp_path: Path) -> None:
    """Half a second is the aim; the bound here leaves room for a machine that is busy with the rest of the suite."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    command = [
        sys.executable,
        "-c",
        "from zerenku.cli import main; main()",
        "-C",
        str(tmp_path),
        "who",
        "企业每月隐患排查",
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=60)
    times = []
    for _ in range(3):
        start = time.perf_counter()
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=60)
        times.append(time.perf_counter() - start)
        assert "原文未写责任单位" in done.stdout.decode("utf-8")
    assert min(times) < 1.0
