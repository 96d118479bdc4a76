import pytest

from zerenku.linter.waivers import Waiver, read_comments, read_lines, read_toml, waive
from zerenku.model.finding import Finding, Severity
from zerenku.model.outline import SourceLine
from zerenku.model.place import Span

RULES = ("half-width", "misprint")


def finding(rule: str = "misprint", *, file: str = "公文/通知.docx", line: int = 3, path: str = "附件1/二") -> Finding:
    return Finding(Span(file, line), rule, "写错了", Severity.WARNING, path=path)


def toml(*lines: str) -> str:
    return "[[waivers]]\n" + "\n".join(lines)


def one(text: str) -> Waiver:
    found, problems = read_toml(text, file="zerenku.toml")
    assert problems == ()
    (waiver,) = found
    return waiver


@pytest.mark.parametrize(
    ("lines", "covers"),
    [
        (['rule = "misprint"', 'reason = "原件如此"'], True),
        (['rule = "misprint"', 'file = "通知.docx"', 'reason = "原件如此"'], True),
        (['rule = "misprint"', 'file = "公文/*.docx"', 'reason = "原件如此"'], True),
        (['rule = "misprint"', 'path = "附件1"', 'reason = "原件如此"'], True),
        (['rule = "misprint"', 'path = "附件1/二"', 'reason = "原件如此"'], True),
        (['rule = "misprint"', 'path = "附件"', 'reason = "原件如此"'], False),
        (['rule = "misprint"', 'file = "方案.docx"', 'reason = "原件如此"'], False),
        (['rule = "half-width"', 'reason = "原件如此"'], False),
    ],
)
def test_what_a_waiver_covers(lines: list[str], covers: bool) -> None:  # noqa: FBT001 - a parameter of the table
    kept, about = waive([finding()], [one(toml(*lines))], rules=RULES, files=["公文/通知.docx"])
    assert (kept == ()) is covers
    assert (about == ()) is (covers or "方案" in str(lines))


@pytest.mark.parametrize("reason", ["", 'reason = ""', 'reason = "  "'])
def test_no_reason_no_waiver(reason: str) -> None:
    kept, (about,) = waive([finding()], [one(toml('rule = "misprint"', reason))], rules=RULES, files=[])
    assert len(kept) == 1
    assert (about.rule, about.severity, str(about.span)) == ("waiver-reason", Severity.ERROR, "zerenku.toml:1:1")


def test_unknown_rule() -> None:
    _, (about,) = waive([], [one(toml('rule = "plan-id"', 'reason = "不管"'))], rules=RULES, files=[])
    assert (about.rule, about.severity) == ("waiver-form", Severity.ERROR)
    assert "plan-id" in about.text


def test_unused_is_said_only_where_somebody_looked() -> None:
    waiver = one(toml('rule = "misprint"', 'file = "通知.docx"', 'reason = "原件如此"'))
    _, (about,) = waive([], [waiver], rules=RULES, files=["通知.docx"])
    assert (about.rule, about.severity) == ("waiver-unused", Severity.INFO)
    assert waive([], [waiver], rules=RULES, files=["方案.docx"]) == ((), ())


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("[[waivers]\nrule = 1", "zerenku.toml:1:1", "写法不对"),
        ("\n\n[[waivers]]\nrule = 1", "zerenku.toml:3:1", "带引号的文字"),
        (toml('rule = "misprint"', 'why = "原件"'), "zerenku.toml:1:1", "不认识“why”"),
        (toml('reason = "原件"'), "zerenku.toml:1:1", "没有写 rule"),
        ('waivers = ["misprint"]', "zerenku.toml:1:1", "[[waivers]]"),
        ("waivers = 1", "zerenku.toml:1:1", "[[waivers]]"),
    ],
)
def test_flaws_of_the_file_are_findings(text: str, place: str, words: str) -> None:
    found, (problem,) = read_toml(text, file="zerenku.toml")
    assert found == ()
    assert (problem.rule, str(problem.span), problem.severity) == ("waiver-form", place, Severity.ERROR)
    assert words in problem.text


def test_other_settings_are_somebody_elses() -> None:
    assert read_toml('[site]\ntitle = "柳塘"\n', file="zerenku.toml") == ((), ())


def test_comments_in_content() -> None:
    text = "id: a\n# 豁免 misprint：原件如此\nmark: 一  # 豁免 half-width: 原件\nheading: '#豁免' # 说明\n"
    above, beside = read_comments(text, file="content/plans/a.yml")
    assert (above.rule, above.reason, above.lines, str(above.span)) == (
        "misprint",
        "原件如此",
        (3,),
        "content/plans/a.yml:2:1",
    )
    assert (beside.rule, beside.reason, beside.lines) == ("half-width", "原件", (3,))
    kept, _ = waive([finding(file="content/plans/a.yml", line=line) for line in (3, 4)], [above], rules=RULES, files=[])
    assert [item.span.line for item in kept] == [4]


@pytest.mark.parametrize(("header", "key"), [("[[waiver]]", "waiver"), ('[["豁免"]]', "豁免")])
def test_another_table_is_not_overlooked(header: str, key: str) -> None:
    found, (problem,) = read_toml(f'\n{header}\nrule = "misprint"\nreason = "原件如此"\n', file="zerenku.toml")
    assert found == ()
    assert (problem.rule, problem.text, str(problem.span)) == ("waiver-form", f"不认识“{key}”", "zerenku.toml:2:1")


def test_a_line_above_the_paragraph_of_an_official_text() -> None:
    texts = ("一、任务", "# 豁免 misprint：惯用“台帐”", "", "建立台帐。", "# 豁免 half-width", "查电,查水。")
    lines = [SourceLine(text, number) for number, text in enumerate(texts, 1)]
    waivers, kept = read_lines(lines, file="通知.txt")
    assert [line.number for line in kept] == [1, 3, 4, 6]
    assert [(waiver.rule, waiver.lines, waiver.reason) for waiver in waivers] == [
        ("misprint", (4,), "惯用“台帐”"),
        ("half-width", (6,), ""),
    ]
