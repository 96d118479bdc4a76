"""The line of a plan's time: bars to scale, stages that overlap in lanes of their own."""

from generators.site.edition import Edition
from generators.site.views.stages import LANE, StageLine, stage_line
from tests.generators.site.site_pages import pour_page
from tests.support import catalogue_of, plan

STAGES = "[{name: 自查, from: 2030-01, to: 2030-06}, {name: 督查, from: 2030-07, to: 2030-12}]"


def line_of(**lines: str) -> StageLine | None:
    catalogue = catalogue_of(plan(**lines))
    clauses = {str(clause.path): clause for clause in catalogue.clauses}
    return stage_line(catalogue.plans[0], clauses)


def test_bars_are_to_scale() -> None:
    line = line_of(period="[2030-01, 2030-12]", stages=STAGES)
    assert line is not None
    assert (line.first, line.last, line.years) == ("2030-01-01", "2030-12-31", ())
    first, second = line.lanes[0].bars
    assert (first.x, first.width) == (0, round(181 / 365 * 100, 2))
    assert second.x + second.width == 100
    assert second.middle == round(second.x + second.width / 2, 2)
    assert line.lanes[0].height == LANE


def test_a_stage_outside_the_period_widens_the_line() -> None:
    line = line_of(period="[2030-03, 2031-12]", stages=STAGES)
    assert line is not None
    assert (line.first, line.last) == ("2030-01-01", "2031-12-31")
    assert line.years == ((2031, 50.0),)


def test_stages_that_overlap_lie_one_under_the_other() -> None:
    stages = "[{name: 自查, from: 2030-01, to: 2030-06}, {name: 督查, from: 2030-06, to: 2030-12}]"
    line = line_of(stages=stages)
    assert line is not None
    assert [bar.lane for bar in line.lanes[0].bars] == [0, 1]
    assert line.lanes[0].height == 2 * LANE


def test_parts_of_a_plan_have_lines_of_their_own_on_one_scale() -> None:
    stages = "[{name: 自查, from: 2030-01, to: 2030-06}, {scope: 一, name: 督查, from: 2030-01, to: 2030-12}]"
    line = line_of(stages=stages)
    assert line is not None
    assert [lane.scope for lane in line.lanes] == ["", "一"]
    assert line.lanes[1].clause is not None
    assert line.lanes[1].bars[0].width == 100


def test_a_period_alone_is_a_line_and_nothing_is_none() -> None:
    line = line_of(period="[2030-01, 2030-12]", stages="[]")
    assert line is not None
    assert line.lanes == ()
    assert line_of(period="null", stages="[]") is None


def test_the_page_leaves_today_to_the_reader() -> None:
    edition = Edition(catalogue_of(plan(period="[2030-01, 2030-12]", stages=STAGES)))
    found = pour_page(edition, "plans/liutang-2030", only="stages")
    assert 'data-from="2030-01-01" data-to="2030-12-31"' in found.markup
    assert "data-zk-now" in found.markup
    assert found.says("1自查2030年1月至2030年6月")
    assert not found.says("今天")
