"""Rows and cards of duties: escaped, linked, the doubts said, and worked out without Jinja."""

from dataclasses import replace

from markupsafe import escape

from generators.site.clauses import Clauses
from generators.site.links import Links, Shown
from generators.site.marking import with_links
from generators.site.rows import Rows, escaped
from generators.site.terms import TermMarks
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.digest import Digester
from zerenku.catalogue.entries import LinkedDuty


def duty_with(catalogue: Catalogue, **changes: object) -> LinkedDuty:
    duty = catalogue.duties[0]
    return replace(duty, duty=replace(duty.duty, **changes))  # type: ignore[arg-type]


def test_plain_text_is_escaped_as_everywhere() -> None:
    for text in ("查台账", "<查>&\"'台账"):
        assert escaped(text) == str(escape(text))


def test_a_row_escapes_what_it_holds_and_says_what_was_guessed(catalogue: Catalogue) -> None:
    duty = replace(duty_with(catalogue, do="查<b>台账"), unconfirmed=("do",))
    to = Links("../", Shown.of(catalogue), "topics/xiaofang")
    row = Rows().table([duty], to)
    assert "查&lt;b&gt;台账" in row
    assert "待确认" in row
    assert f'href="../plans/{duty.plan.id}.html#' in row
    assert row.count("<tr") == row.count("</tr>") == 1


def test_the_owner_column_and_the_plan_may_be_left_out(catalogue: Catalogue) -> None:
    to = Links("../", Shown.of(catalogue), "departments/x")
    full, lean = Rows().table(catalogue.duties, to), Rows().table(catalogue.duties, to, own=True, source_plan=False)
    assert full.count('data-label="责任单位"') == len(catalogue.duties)
    assert 'data-label="责任单位"' not in lean
    year = f" {catalogue.duties[0].plan.id[-4:]} · "
    assert year in full
    assert year not in lean


def test_rows_at_another_depth_lead_to_the_same_places(catalogue: Catalogue) -> None:
    rows, shown = Rows(), Shown.of(catalogue)
    deep, flat = (rows.table(catalogue.duties, Links(root, shown, "elsewhere")) for root in ("../", ""))
    assert deep.replace("../", "") == flat


def test_a_clause_links_its_own_duties_on_its_page(catalogue: Catalogue) -> None:
    clause = next(item for item in catalogue.clauses if item.duties)
    to = Links("../", Shown.of(catalogue), f"plans/{clause.plan.id}")
    block = Clauses(Rows(), catalogue, TermMarks(catalogue)).block(clause, to)
    assert block.count('<article class="zk-duty"') == len(clause.duties)
    assert f'href="#{clause.fragment}"' in block


def test_longer_names_win_and_what_is_linked_is_left_alone() -> None:
    marked = with_links("公安局交警大队、公安局<", {"公安局": "a.html", "公安局交警大队": "b.html", "无": ""})
    assert marked == '<a href="b.html">公安局交警大队</a>、<a href="a.html">公安局</a>&lt;'


def test_what_a_duty_has_worked_out_is_no_part_of_it(catalogue: Catalogue) -> None:
    duty = catalogue.duties[0]
    fresh = replace(duty)
    assert duty.certainty is fresh.certainty
    assert duty == replace(duty)
    assert Digester().of(duty) == Digester().of(replace(duty))
