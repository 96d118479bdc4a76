"""Templates that mean no good: each is refused with a sentence, in time, and before anything of it has run."""

import time

import pytest
from docx.document import Document as Docx
from jinja2.exceptions import SecurityError

from generators.template import sandbox
from generators.template.check import check_template
from generators.template.fill import TemplateRefused, fill_template
from tests.generators.template.templates import VALUES, template

FINAL = {**VALUES, "样稿": ""}


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__ }}",
        "{{ ''['__class__'] }}",
        "{{ 方案.__class__.__mro__ }}",
        "{{ cycler.__init__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ lipsum(n=100000) }}",
        "{{ range(99999999) }}",
        "{% for x in range(99999999) %}x{% endfor %}",
        "{{ self }}",
        "{{ self._TemplateReference__context }}",
        "{{ 方案.items() }}",
        "{{ 方案|attr('__class__') }}",
        "{{ '%s'|format(方案) }}",
        "{{ 联系人|map('upper')|list }}",
        "{% import 'x' as y %}",
        "{% from 'x' import y %}",
        "{% include '/etc/passwd' %}",
        "{% extends 'x' %}",
        "{% set 甲 = 联系人 ~ 联系人 %}",
        "{% macro 甲() %}{% endmacro %}",
        "{% block 甲 %}{% endblock %}",
        "{% autoescape false %}{{ 联系人 }}{% endautoescape %}",
        "{{ 联系人|safe }}",
        "{{ '甲' * 999999999 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 联系人.format }}",
        "{% for 项 in 责任 recursive %}{{ loop(责任) }}{% endfor %}",
        "{{ [1, 2] }}",
        "{{ {'a': 1} }}",
        "{% if 联系人 is sameas 联系人 %}{% endif %}",
        "{% debug %}",
        "{{ " + "(" * 190 + "1" + ")" * 190 + " }}",
        "{% for 项 in 责任 %}{{ loop._iterator }}{% endfor %}",
        "{% for 项 in 责任 %}{{ loop.cycle }}{% endfor %}",
    ],
)
def test_escapes_are_refused(text: str) -> None:
    findings = check_template(template(text))
    assert findings
    assert all(item.text and item.suggest for item in findings)
    with pytest.raises(TemplateRefused):
        fill_template(template(text), FINAL)


@pytest.mark.parametrize("text", ["{{ a.__class__ }}", "{{ a['__class__'] }}", "{{ a() }}", "{% set b = a %}"])
def test_second_wall_the_environment_itself(text: str) -> None:
    with pytest.raises(SecurityError):
        sandbox.TemplateSandbox().from_string(text).render(a="")


def test_third_wall_no_attribute_is_ever_read() -> None:
    environment = sandbox.TemplateSandbox()
    for name in ("__class__", "upper", "items"):
        with pytest.raises(Exception, match="has no"):
            str(environment.getattr("甲", name))
        with pytest.raises(Exception, match="has no"):
            str(environment.getattr({"甲": 1}, name))
    assert not environment.globals


def test_merging_only_in_a_plain_cell() -> None:
    """Elsewhere the pattern for it would take time that grows with the cube of what follows."""

    def nested_table(document: Docx) -> None:
        cell = document.add_table(rows=1, cols=1).cell(0, 0)
        cell.text = "{% vm %}"
        inner = cell.add_table(1, 1).cell(0, 0)
        for _ in range(2_000):
            inner.paragraphs[0].add_run("甲")

    started = time.monotonic()
    for data in (template("{% vm %}"), template(change=nested_table)):
        assert "{% vm %} 要写在" in check_template(data)[0].text
    assert time.monotonic() - started < 10


# -------------------------------------------------------------------------------------------------------------- cost


def nested(depth: int, inner: str = "x") -> str:
    return "{% for 甲 in 责任 %}" * depth + inner + "{% endfor %}" * depth


def test_too_much_work_is_refused_before_it_is_done() -> None:
    many = {**FINAL, "责任": [{"要求": "甲"}] * 400}
    started = time.monotonic()
    with pytest.raises(TemplateRefused, match="太多"):
        fill_template(template(nested(3)), many)
    with pytest.raises(TemplateRefused, match="太多"):
        fill_template(template(nested(3, "")), many)
    assert time.monotonic() - started < 10


def test_too_much_text_is_refused() -> None:
    long = {**FINAL, "责任": [{"要求": "甲" * 100_000}] * 300}
    with pytest.raises(TemplateRefused, match="太多"):
        fill_template(template("{% for 甲 in 责任 %}{{ 甲.要求 }}{% endfor %}"), long)


def test_loops_too_deep_are_refused() -> None:
    assert "最多 4 层" in check_template(template(nested(5)))[0].text
    deep = "{% if 联系人 %}" * 20 + "{% endif %}" * 20
    assert "最多 12 层" in check_template(template(deep))[0].text


def test_too_many_fields_are_refused() -> None:
    assert "字段太多" in check_template(template("{{ 联系人 }}" * 2_001))[0].text


@pytest.mark.parametrize(
    "text",
    [
        "{" * 200_000,
        "{{" * 100_000,
        "-%}" * 60_000,
        "}}" * 100_000,
        "{%-" * 60_000,
        "{ " * 100_000,
        "{{ 联系人 }}{ " * 1_500,
        "{% if 联系人 -%}{%- endif -%}" * 900,
    ],
    ids=["{", "{{", "-%}", "}}", "{%-", "{ ", "mixed", "trimmed"],
)
def test_patterns_stay_quick(text: str) -> None:
    started = time.monotonic()
    check_template(template(text))
    assert time.monotonic() - started < 10


def test_patterns_stay_quick_over_many_runs_and_cells() -> None:
    def crowded(document: Docx) -> None:
        cell = document.add_table(rows=1, cols=1).cell(0, 0)
        for _ in range(1_000):
            cell.paragraphs[0].add_run("{ ")
        cell.add_paragraph("{% for 项 in 责任 %}{% vm %}{% endfor %}")
        for _ in range(1_000):
            cell.add_paragraph("甲").add_run("}")

    started = time.monotonic()
    check_template(template(change=crowded))
    assert time.monotonic() - started < 10
