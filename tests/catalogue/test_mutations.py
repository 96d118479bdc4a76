"""Whatever a hand does to the sources, loading gives a catalogue without errors, or findings, and never raises."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.repository import ROOT
from tests.support import workspace
from zerenku.catalogue.interchange import plan_json
from zerenku.catalogue.link import link
from zerenku.catalogue.records import read
from zerenku.catalogue.registers import Registers, RegisterSources
from zerenku.catalogue.schema import REGISTER_SHAPES
from zerenku.linter.runner import lint
from zerenku.model.finding import Finding, Severity
from zerenku.model.place import Mapping
from zerenku.model.plan import Plan
from zerenku.store.workspace import load
from zerenku.store.yaml_nodes import parse_yaml

STARTER = ROOT / "zerenku" / "starter"
FILE = "content/plans/liutang-2030.yml"
TEXT = (STARTER / FILE).read_text(encoding="utf-8")
LINES = TEXT.splitlines(keepends=True)
WORDS = sorted({word for word in TEXT.replace(":", " ").replace(",", " ").split() if len(word) < 12})
PIECE = st.one_of(
    st.sampled_from(
        ["", " ", "  ", "\n", "- ", ": ", "#", "[", "]", "{", "}", "~", "'", '"', "&a ", "*a", "!!int ", "|"]
    ),
    st.sampled_from(
        ["9" * 5000, "-1", "1e999", "nan", "2030-02-30", "0000-00-00", "〔", "¶1", "附件", "5#2", "\t", "\x07"]
    ),
    st.sampled_from(WORDS),
    st.text(max_size=4),
)
SLICE = st.tuples(st.integers(0, len(TEXT)), st.integers(0, 12))
LINE = st.integers(0, len(LINES) - 1)


@st.composite
def slips(draw: st.DrawFn) -> str:
    """The example plan after one to four slips of the hand."""
    text = TEXT
    for _ in range(draw(st.integers(1, 4))):
        start, length = draw(SLICE)
        text = text[:start] + draw(PIECE) + text[start + length :]
    return text


@st.composite
def shuffles(draw: st.DrawFn) -> str:
    """The example plan with lines doubled, dropped, moved or indented otherwise."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        at, to = draw(LINE) % len(lines), draw(LINE) % len(lines)
        match draw(st.sampled_from(["double", "drop", "move", "indent", "dedent", "swap words"])):
            case "double":
                lines.insert(to, lines[at])
            case "drop" if len(lines) > 1:
                del lines[at]
            case "move":
                lines.insert(to, lines.pop(at))
            case "indent":
                lines[at] = f"  {lines[at]}"
            case "dedent":
                lines[at] = lines[at].removeprefix("  ")
            case "swap words":
                lines[at] = lines[at].replace(draw(st.sampled_from(WORDS)), draw(st.sampled_from(WORDS)))
    return "".join(lines)


def registers() -> Registers:
    found: dict[str, Any] = {}
    for name, shape in REGISTER_SHAPES.items():
        text = (STARTER / "content" / "registers" / f"{name}.yml").read_text(encoding="utf-8")
        node = parse_yaml(text, file=name)[0]
        assert isinstance(node, Mapping)
        found[name], _ = read(node if name == "enterprises" else node.pairs[0][1], shape)
    return Registers(RegisterSources(**found))


REGISTERS = registers()


def survive(text: str) -> None:
    node, findings = parse_yaml(text, file=FILE)
    if node is not None:
        plan, shapes = read(node, Plan)
        findings += shapes
        assert (plan is None) == bool(shapes)
        if plan is not None:
            catalogue, links = link([plan], REGISTERS)
            findings += links
            if not any(finding.severity == Severity.ERROR for finding in links):
                findings += lint(catalogue)
                json.dumps(plan_json(catalogue, plan), allow_nan=False)
    height = text.count("\n") + text.count("\r") + 2
    for finding in findings:
        check(finding, height)


def check(finding: Finding, height: int) -> None:
    assert finding.span.file == FILE
    assert 1 <= finding.span.line <= height
    assert finding.span.column >= 1
    assert finding.text
    assert finding.suggest
    assert "Span(" not in str(finding)


@settings(max_examples=400)
@given(slips())
def test_slips_of_the_hand(text: str) -> None:
    survive(text)


@settings(max_examples=400)
@given(shuffles())
def test_shuffled_lines(text: str) -> None:
    survive(text)


@settings(max_examples=60)
@given(st.binary(max_size=30), st.integers(0, 300))
def test_any_bytes_in_a_file(data: bytes, at: int) -> None:
    with workspace() as root:
        path = root / FILE
        source = path.read_bytes()
        path.write_bytes(source[:at] + data + source[at:])
        found = load(root)
    assert (found.catalogue is None) == bool(found.errors)
    for finding in found.findings:
        check(finding, height=300)
