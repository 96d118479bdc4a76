"""What a page hangs on is known: its data by digest, and every question that its template asks beyond them."""

import re
from dataclasses import replace
from functools import partial
from types import FunctionType, MethodType

import pytest
from jinja2 import Environment
from jinja2.nodes import Import, Macro, Output, TemplateData

from generators.site.edition import Edition
from generators.site.noting import COUNTED, Answers
from generators.site.pour import TEMPLATES, Pourer
from tests.support import catalogue_of, plan
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.digest import Digester


def templates() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.j2")}


def test_imported_pieces_ask_nothing_but_in_their_macros() -> None:
    """A piece is run once for all pages: what it asked besides would be noted for the first alone."""
    found = templates()
    imported = {name for text in found.values() for name in re.findall(r'{%-? *(?:import|from) "([^"]+)"', text)}
    assert "parts.html.j2" in imported
    for name in imported:
        for node in Environment(trim_blocks=True, autoescape=True).parse(found[name]).body:
            blank = isinstance(node, Output) and all(
                isinstance(piece, TemplateData) and not piece.data.strip() for piece in node.nodes
            )
            assert blank or isinstance(node, Macro | Import), f"{name}:{node.lineno}"


def test_macros_of_pieces_lead_from_the_page_that_is_being_poured(catalogue: Catalogue) -> None:
    pourer = Pourer(Edition(catalogue))
    pages = {page.template: page for page in Edition(catalogue).pages()}
    for name, said in (
        ("plan", 'href="../plans/index.html"'),
        ("standards", 'href="assets/zerenku/finder.css"'),
        ("department", 'href="../departments/index.html"'),
    ):
        assert said in pourer.pour(pages[f"{name}.html.j2"])


def test_whatever_templates_are_given_is_constant_or_noted(catalogue: Catalogue) -> None:
    pourer = Pourer(Edition(catalogue))
    noted = (pourer, pourer.notebook, pourer.aside)
    for name, value in pourer._environment.globals.items():
        function = value.func if isinstance(value, partial) else value
        if isinstance(function, MethodType):
            assert function.__self__ in noted, f"{name} 不经 notebook，改动后网页不会更新"
        elif isinstance(function, FunctionType):
            assert not function.__closure__, f"{name} 带着看不见的内容"
        assert not isinstance(value, Catalogue), f"{name} 不经 notebook，改动后网页不会更新"


def test_templates_are_refused_what_no_digest_covers(catalogue: Catalogue) -> None:
    environment = Pourer(Edition(catalogue))._environment
    for source in ("{{ plan.clauses }}", "{{ plan.span }}"):
        with pytest.raises(AttributeError):
            environment.from_string(source).render(plan=catalogue.plans[0])


def test_what_one_template_is_given_no_other_gets(catalogue: Catalogue) -> None:
    environment = Pourer(Edition(catalogue))._environment
    own = environment.from_string("{{ own }}{{ BODY_LABELS | length > 0 }}", globals={"own": 1})
    assert own.render() == "1True"
    assert "own" not in environment.globals
    assert environment.from_string("{{ BODY_LABELS | length > 0 }}").render() == "True"


def test_every_question_is_asked_again() -> None:
    before, after = catalogue_of(plan()), catalogue_of(plan(), plan(id="liutang-2031", title="又一方案"))
    pourer = Pourer(Edition(before))
    pourer.notebook.begin()
    assert len(pourer.notebook.catalogue.plans) == 1
    pourer.notebook.catalogue.registers.department("镇政府", place_id="liutang")
    pourer.notebook.catalogue.duties_of("liutang-2030")
    questions = pourer.notebook.questions
    assert len(questions) == 3

    def answers(catalogue: Catalogue, *asked: int) -> str:
        return Answers(Edition(catalogue), Digester()).of([questions[number] for number in asked])

    assert answers(before, 0) != answers(after, 0)
    assert answers(before, 1, 2) == answers(after, 1, 2) != ""
    assert Answers(Edition(before), Digester()).of([("catalogue", "lineage", "nowhere")]) == ""


def test_how_many_there_are_is_a_question_of_its_own(catalogue: Catalogue) -> None:
    pourer = Pourer(Edition(catalogue))
    assert len(pourer.notebook.catalogue.duties) == len(catalogue.duties)
    assert list(pourer.notebook.questions) == [("catalogue", "duties", COUNTED)]
    assert [*pourer.notebook.catalogue.duties] == list(catalogue.duties)
    assert list(pourer.notebook.questions) == [("catalogue", "duties", COUNTED), ("catalogue", "duties")]
    one = replace(catalogue.duties[0].duty, do="改了字。")
    changed = Catalogue(
        registers=catalogue.registers,
        clauses=[
            replace(clause, duties=tuple(replace(duty, duty=one) for duty in clause.duties))
            for clause in catalogue.clauses
        ],
        reporting=catalogue.reporting,
        plans=catalogue.plans,
        lineage={plan.id: catalogue.lineage(plan.id) for plan in catalogue.plans},
    )
    for question, same in zip(pourer.notebook.questions, (True, False), strict=True):
        answers = [Answers(Edition(item), Digester()).of([question]) for item in (catalogue, changed)]
        assert (answers[0] == answers[1]) is same


def test_digests_go_by_content() -> None:
    one, other = catalogue_of(plan()), catalogue_of("# 注释让行号变了\n" + plan())
    assert one.duties[0].duty.span != other.duties[0].duty.span
    assert Digester().of(one.duties) == Digester().of(other.duties)
    changed = replace(one.duties[0], topics=(), id="d2")
    assert Digester().of(one.duties[0]) != Digester().of(changed)
    assert Digester().of(("a", "b")) != Digester().of(("ab", "")) != Digester().of(["a"], "b")
    with pytest.raises(TypeError):
        Digester().of(object())
