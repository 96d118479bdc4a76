"""Templates compiled without what none of ours asks for say the same."""

from typing import Any

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from generators.site.pour import Guarded

SAMPLE = """
{% macro cell(text, count=1) %}<td>{{ text }}{{ count }}</td>{% endmacro %}
{% macro around(text) %}<p>{{ text }}{{ caller() }}</p>{% endmacro %}
{% set row %}{{ cell(words[0], count=2) }}{{ words[0] ~ marked }}{% endset %}
{{ row }}{% call around(marked) %}{{ none }}{% endcall %}{{ words | join("<") }}{{ 1.5 }}{{ 3 }}{{ true }}
{% for word in words if word %}{{ loop.index }}{{ cell(*[word, loop.last]) }}{{ word.upper().lower() }}{% endfor %}
"""


def environment(kind: type[Environment]) -> Environment:
    return kind(loader=DictLoader({"sample": SAMPLE}), autoescape=True, undefined=StrictUndefined)


def test_what_is_said_is_what_jinja_says() -> None:
    data: dict[str, Any] = {"words": ["“a & b”", "<i>\n", "柳塘镇"], "marked": Markup("<b>镇</b>")}
    poured = environment(Guarded).get_template("sample").render(data)
    assert poured == environment(Environment).get_template("sample").render(data)
    assert "a &amp; b" in poured


@pytest.mark.parametrize("text", ["{{ nothing }}", "{{ nothing() }}", "{{ words.nothing() }}"])
def test_unknown_names_stay_errors(text: str) -> None:
    with pytest.raises(UndefinedError):
        environment(Guarded).from_string(text).render(words=())
