"""Rows and cards of duties: escaped, linked, the doubts said, and worked out without Jinja."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from markupsafe import escape

from generators.site.clauses import Clauses
from generators.site.escaping import escaped
from generators.site.heads import Heads, document_link
from generators.site.links import Links, Shown
from generators.site.marking import owner_markup, with_links
from generators.site.rows import Rows
from generators.site.tables import Tables
from generators.site.terms import TermMarks
from generators.site.trim import trim
from generators.site.views.by_plan import by_plan
from generators.site.views.department import TimedRow
from zerenku.catalogue import wording
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.digest import Digester
from zerenku.catalogue.entries import LinkedDuty, Party
from zerenku.model.register import Document


def duty_with(catalogue: Catalogue, **changes: object) -> LinkedDuty:
    duty = catalogue.duties[0]
    return replace(duty, duty=replace(duty.duty, **changes))  # type: ignore[arg-type]


def test_plain_text_is_escaped_as_everywhere() -> None:
    for text in ("查台账", "<查>&\"'台账"):
        assert escaped(text) == str(escape(text))


def text_of(pieces: list[bytes]) -> str:
    return b"".join(pieces).decode()


def set_table(duties: Sequence[LinkedDuty], to: Links) -> str:
    return text_of(Tables(Rows(), to.shown).sections([(group, group.items) for group in by_plan(duties)], to))


def test_a_row_escapes_what_it_holds_and_says_what_was_guessed(catalogue: Catalogue) -> None:
    duty = replace(duty_with(catalogue, do="查<b>台账"), unconfirmed=("do",))
    row = set_table([duty], Links("../", Shown.of(catalogue), "topics/xiaofang"))
    assert "查&lt;b&gt;台账" in row
    assert "待确认" in row
    assert f'href="../plans/{duty.plan.id}.html#' in row
    assert row.count("<tr>\n<td") == row.count("</td>\n</tr>") == 1


def test_the_plan_is_named_where_it_does_not_stand_over_the_table(catalogue: Catalogue) -> None:
    tables, to = Tables(Rows(), Shown.of(catalogue)), Links("../", Shown.of(catalogue), "departments/x")
    year = f" {catalogue.duties[0].plan.id[-4:]} · "
    assert year not in set_table(catalogue.duties, to)
    assert year in text_of(tables.filtered(catalogue.duties, to))


def test_rows_at_another_depth_lead_to_the_same_places(catalogue: Catalogue) -> None:
    shown = Shown.of(catalogue)
    deep, flat, deeper = (set_table(catalogue.duties, Links(root, shown, "x")) for root in ("../", "", "../../"))
    assert 'href="plans/' in flat
    assert deep.replace("../", "") == flat == deeper.replace("../../", "")


def test_two_dates_of_one_duty_are_two_rows(catalogue: Catalogue) -> None:
    duty = next(item for item in catalogue.schedule.timed if not item.every)
    later = replace(duty, days=(date(2099, 1, 31),), what="再做一遍")
    tables = Tables(Rows(), Shown.of(catalogue))
    to = Links("../", Shown.of(catalogue), "departments/x")
    rows = text_of(tables.timed([TimedRow(item, "牵头") for item in (duty, later, duty)], to))
    assert rows.count("再做一遍") == rows.count("2099年1月31日前") == 1


def test_what_is_set_is_as_trim_leaves_it(catalogue: Catalogue) -> None:
    """Texts of several lines included: nothing goes through these blocks later."""
    many = "  甲 \n\n\t乙<b>　\n 丙 \n"
    first = next(item for item in catalogue.clauses if item.duties)
    duties = [duty_with(catalogue, do=many, evidence=many, obliged=(many,), subject=(many,)), *catalogue.duties]
    duties[0] = replace(duties[0], unconfirmed=("do", "obliged", "subject"), obliged=(Party(many),))
    clause = replace(first, clause=replace(first.clause, summary=many, text=many, notes=(many,), heading=many))
    clause = replace(clause, duties=tuple(duties))
    shown = Shown.of(catalogue)
    to, tables = Links("../", shown, "departments/x"), Tables(Rows(), shown)
    timed = [TimedRow(replace(item, what=many), many) for item in catalogue.schedule.timed]
    blocks = [
        text_of(tables.filtered(duties, to)),
        text_of(tables.by_plan([(group, group.items) for group in by_plan(duties)], to)),
        text_of(tables.sections([(group, group.items) for group in by_plan(duties)], to)),
        text_of(tables.timed(timed, to)),
        Clauses(Rows(), catalogue, TermMarks(catalogue)).blocks([clause], to),
    ]
    for block in blocks:
        assert "甲\n乙&lt;b&gt;\n丙" in block
        assert trim(block) == block


def test_a_head_leads_to_its_plan_from_every_depth_and_is_made_once(catalogue: Catalogue) -> None:
    heads, shown = Heads(), Shown.of(catalogue)
    clause = catalogue.clauses[0]
    plan = replace(clause.plan, title="<柳塘>方案")
    for root in ("../", ""):
        to = Links(root, shown, "elsewhere")
        head = heads(plan, clause.place, to)
        assert head.href == f"{root}plans/{plan.id}.html"
        assert head.link == f'<a href="{head.href}" title="&lt;柳塘&gt;方案">{clause.place.short} {plan.id[-4:]}</a>'
        assert f'<a href="{head.href}">&lt;柳塘&gt;方案</a>' in head.line
        assert heads(plan, clause.place, to) is head


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


def test_a_document_says_what_is_still_to_be_checked() -> None:
    document = Document(id="xian", title="青禾<县>方案", number="青安〔2030〕8号", checked=True)
    sure = '<a href="x.html">《青禾&lt;县&gt;方案》</a>（<span class="zk-number">青安〔2030〕8号</span>）'
    assert document_link(document, "x.html") == sure
    unsure = document_link(replace(document, checked=False), "x.html")
    assert (unsure.startswith(f"{sure} <span"), unsure.endswith(">待核</span>")) == (True, True)
    nameless = document_link(replace(document, checked=False, number=None), "x.html")
    assert "zk-number" not in nameless
    assert nameless.endswith(">文号待核</span>")


def test_owners_are_linked_as_if_their_names_were_looked_for_in_the_phrase(catalogue: Catalogue) -> None:
    to = Links("../", Shown.of(catalogue))
    unshown = Links("../", replace(to.shown, departments=frozenset()))
    for duty in catalogue.duties:
        hrefs = {item.name: to.department(item) for item in (*duty.lead, *duty.support)}
        assert owner_markup(duty, to) == with_links(wording.owner_line(duty), hrefs)
        assert owner_markup(duty, unshown) == escaped(wording.owner_line(duty))


def test_duties_of_a_clause_lead_each_to_its_own_place(catalogue: Catalogue) -> None:
    to = Links("../", Shown.of(catalogue), "topics/xiaofang")
    table = set_table(catalogue.duties, to)
    for duty in catalogue.duties:
        title = f'title="{escaped(duty.citation)}">{escaped(duty.path.citation)}</a>'
        assert f'<a class="zk-source" href="{to.duty(duty)}" {title}' in table
