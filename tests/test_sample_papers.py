"""The sample papers of a build: which there are, what they are marked with, and that no clock makes them."""

import html
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from generators.site.papers import Mark, Paper
from tests.support import plan, sources, workspace, write
from zerenku.build import build_workspace
from zerenku.build.samples import SAMPLES, _as_of, sample_papers
from zerenku.catalogue import wording
from zerenku.errors import SourceUnreadable
from zerenku.returns.forms import form_of
from zerenku.store.returns import load_progress
from zerenku.store.workspace import load

INVENTED = Path(__file__).parent / "generators/site/papers"
DATED = {"issued": "2030-02-01", "period": '["2030-03", "2030-11"]'}
MONTHLY = """
  - {who: [各村], to: [镇政府], what: 进度表, due: {every: month, day: 20, text: 每月20日前}, form: jindu}"""
FORM = """
  - {id: jindu, title: 柳塘镇巡查进度表, row_key: 村, columns: [{name: 巡查, unit: 次}]}"""
LED = """
- mark: 一
  starts: 日常巡查
  assignments:
    - {certainty: lead, lead: [安办], support: [派出所], phrase: 安办牵头，派出所配合, covers: [d1]}
  duties:
    - {obliged: [派出所], do: 每日巡查。}
    - {obliged: [派出所], do: 每周讲评。}
"""


def papers_in(root: Path) -> dict[str, Paper]:
    """Kind (with its suffix, where it is a workbook) → paper, of the one plan of a workspace."""
    found = sample_papers(load(root).sealed(), root)
    return {paper.kind + paper.suffix.removesuffix(".docx"): paper for paper in found}


def papers_of(source: str, **returns: str) -> dict[str, Paper]:
    """The papers of a plan; `returns` are the texts of its tables by month (`m2030_03`)."""
    with workspace(source) as root:
        texts = {
            f"content/progress/liutang-2030/{name[1:].replace('_', '-')}.csv": text for name, text in returns.items()
        }
        return papers_in(write(root, texts))


def words_of(paper: Paper) -> str:
    """All XML of a paper: text, page headers, properties."""
    with zipfile.ZipFile(io.BytesIO(paper.data)) as archive:
        found = (archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith(".xml"))
        return html.unescape("".join(found))


@pytest.fixture(scope="module")
def invented() -> dict[str, Paper]:
    return papers_in(INVENTED)


def test_a_plan_with_returns_gives_every_kind(invented: dict[str, Paper]) -> None:
    assert [kind for kind in invented if not kind.endswith(".xlsx")] == list(SAMPLES)
    assert {kind for kind in invented if kind.endswith(".xlsx")} == {"progress-form.xlsx", "progress-total.xlsx"}
    assert invented["notice"].name == "downloads/qinghe-2030-notice.docx"
    assert invented["progress-form.xlsx"].name == "downloads/qinghe-2030-progress-form.xlsx"


@pytest.mark.parametrize(
    ("kind", "marks"),
    [
        ("notice", (Mark.EXCERPT,)),
        ("plan", (Mark.EXCERPT,)),
        ("tasks", (Mark.EXCERPT,)),
        ("duties", (Mark.EXCERPT,)),
        ("progress-form", (Mark.BLANK,)),
        ("progress-total", (Mark.INVENTED,)),
        ("progress-total.xlsx", (Mark.INVENTED,)),
        ("progress-report", (Mark.INVENTED,)),
        ("summary", (Mark.INVENTED,)),
        ("reminder", (Mark.EXCERPT, Mark.INVENTED)),
        ("checklist", (Mark.EXCERPT,)),
        ("ledger", (Mark.BLANK,)),
        ("upward", (Mark.EXCERPT,)),
    ],
)
def test_the_page_says_of_a_paper_what_the_paper_says_of_itself(
    invented: dict[str, Paper], kind: str, marks: tuple[Mark, ...]
) -> None:
    paper = invented[kind]
    assert paper.marks == marks
    assert (wording.SAMPLE_MARK in words_of(paper)) == (Mark.EXCERPT in marks)
    assert ("示例数据" in words_of(paper)) == (Mark.INVENTED in marks)


def test_papers_are_named_after_what_of_the_plan_they_are_about(invented: dict[str, Paper]) -> None:
    told = {kind: paper.about for kind, paper in invented.items() if paper.about}
    assert told == {
        "duties": "青禾县消防救援大队",
        "progress-total": "2030年5月",
        "progress-total.xlsx": "2030年5月",
        "progress-report": "2030年5月",
    }


def test_same_papers_every_time(invented: dict[str, Paper]) -> None:
    assert papers_in(INVENTED) == invented


def test_without_returns_figures_are_left_to_fill_in() -> None:
    found = papers_of(plan(**DATED))
    assert "progress-total" not in found
    for kind in ("progress-report", "summary"):
        assert (found[kind].marks, found[kind].about) == ((Mark.UNFILLED,), "")
    assert found["progress-form"].marks == (Mark.BLANK,)


def test_returns_that_are_real_carry_no_mark() -> None:
    found = papers_of(plan(**DATED, forms=FORM, reporting=MONTHLY), m2030_03="村,巡查\n东村,3\n")
    assert (found["progress-total"].marks, found["progress-total"].about) == ((), "2030年3月")
    assert found["progress-report"].marks == ()


def test_a_plan_of_no_known_day_gets_no_paper_that_tells_of_time() -> None:
    found = papers_of(plan())
    assert not {"progress-report", "summary", "reminder", "checklist"} & set(found)
    assert {"notice", "plan", "tasks", "duties", "progress-form", "ledger", "upward"} <= set(found)


def test_papers_have_the_layout_of_whoever_issues_them() -> None:
    profile = (
        "id: liutang\nplace: liutang\nissuer: 柳塘镇人民政府\nfonts: {fangsong: 仿宋}\nprinted_by: 柳塘镇党政办公室\n"
    )
    with workspace(plan(**DATED)) as root:
        plain = papers_in(root)
        found = papers_in(write(root, {"content/profiles/liutang.yml": profile}))
    assert "柳塘镇党政办公室" in words_of(found["notice"])
    for kind in ("notice", "tasks", "reminder"):
        assert "仿宋_GB2312" in words_of(plain[kind])
        assert "仿宋_GB2312" not in words_of(found[kind])


def test_nobody_overdue_nobody_reminded() -> None:
    source = plan(issued="2030-03-01", period='["2030-03", "2030-11"]', forms=FORM, reporting=MONTHLY)
    table = "村,巡查\n东村,3\n西村,4\n"
    assert "reminder" not in papers_of(source, m2030_03=table)
    assert "reminder" in papers_of(source, m2030_03=table, m2030_04="村,巡查\n东村,5\n")


def test_a_limit_too_small_for_any_text_leaves_the_paper_out() -> None:
    asked = "{who: [各村], to: [镇政府], what: 工作情况, due: {every: month, day: 20, text: 20日前}, limit_chars: 5}"
    found = papers_of(plan(**DATED, reporting=f"[{asked}]"))
    assert "progress-report" not in found
    assert "summary" in found


def test_the_list_goes_to_who_leads_else_to_who_has_most_to_do() -> None:
    assert papers_of(plan(LED))["duties"].about == "柳塘镇安全生产办公室"
    assert papers_of(plan(LED, issuers="[安办]"))["duties"].about == "柳塘派出所", "not to whoever issues it"
    assert papers_of(plan())["duties"].about == "柳塘镇人民政府", "unless there is nobody else"
    assert "duties" not in papers_of(plan("- {mark: 一, starts: 日常巡查, summary: 天天巡查。}"))


def test_the_checklist_is_for_the_plan_s_scope_else_for_all_it_demands_something_of() -> None:
    demand = (
        "- {mark: 一, starts: 关门, duties: [{obliged: [仓储企业], do: 收工关门。}, {obliged: [出租方], do: 登记。}]}"
    )
    scoped = words_of(papers_of(plan(demand, scope="[仓储企业]"))["checklist"])
    assert "仓储企业安全生产自查表" in scoped
    assert "适用：仓储企业、出租方" in words_of(papers_of(plan(demand))["checklist"])


@pytest.mark.parametrize(
    ("lines", "month", "day"),
    [
        (DATED, "2030-04", date(2030, 4, 30)),
        (DATED, "", date(2030, 11, 30)),
        ({"period": '["2031-02", "2032-02"]'}, "", date(2032, 2, 29)),
        ({"issued": "2030-02-01"}, "", date(2030, 2, 1)),
        ({}, "", None),
    ],
    ids=["returns", "period", "leap year", "issue", "nothing"],
)
def test_the_day_of_telling_hangs_on_returns_period_and_issue(
    lines: dict[str, str], month: str, day: date | None
) -> None:
    with workspace(plan(**lines, forms=FORM)) as root:
        if month:
            write(root, {f"content/progress/liutang-2030/{month}.csv": "村,巡查\n东村,3\n"})
        (record,) = load(root).sealed().plans
        assert _as_of(record, load_progress(root, record, form_of(record)).book) == day


def test_an_unreadable_return_stops_the_build_before_it_writes(tmp_path: Path) -> None:
    root = write(tmp_path / "work", sources(plan(**DATED)))
    broken = root / "content/progress/liutang-2030/2030-03.xlsx"
    broken.parent.mkdir(parents=True)
    broken.write_bytes(b"PK\x03\x04 no workbook")
    with pytest.raises(SourceUnreadable, match="2030-03"):
        build_workspace(load(root), site=root / "site")
    assert not (root / "site").exists()
