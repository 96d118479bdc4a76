"""Nasty layouts, each a file of tests/cases/layouts."""

from itertools import pairwise
from pathlib import Path

import pytest

from tests.importer.layouts import FOLDER, Expected, drafts, facts, original, read_case
from zerenku.importer import draft_json, draft_plan, plan_text
from zerenku.model.outline import Draft
from zerenku.text.normalise import normalise

CASES = sorted(FOLDER.glob("*.txt"))


def test_there_are_enough_layouts() -> None:
    assert len(CASES) >= 40


def _head(draft: Draft) -> dict[str, object]:
    shown = draft_json(draft, plan_id="x")
    joined = {key: "、".join(shown[key]) for key in ("issuer", "addressees", "cc", "basis", "noted_attachments")}
    return shown | joined | {"noted": joined["noted_attachments"], "notice": shown["notice_title"]}


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_layout(path: Path) -> None:
    text, plans = read_case(path)
    found = drafts(text)
    assert len(found) == len(plans)
    for draft, wanted in zip(found, plans, strict=True):
        _compare(draft, wanted)


def _compare(draft: Draft, wanted: Expected) -> None:
    head = _head(draft)
    for key in ("title", "notice", "number", "issued", "issuer", "addressees", "printed", "cc", "basis", "noted"):
        if key in wanted:
            assert str(head[key]) == wanted[key][0], key
    if "path" in wanted:
        lines = [line.split(" | ") for line in wanted["path"]]
        assert [str(clause.piece.path) for clause in draft.clauses] == [line[0] for line in lines]
        for clause, line in zip(draft.clauses, lines, strict=True):
            assert set(line[1:]) <= facts(clause), line[0]
            named = {"lead", "support", "due", "every", "inherits"} & {fact.split(" ")[0] for fact in facts(clause)}
            assert named <= {fact.split(" ")[0] for fact in line[1:]}, f"{line[0]}: more than expected"
    if "attachment" in wanted:
        assert [f"{part.no} {part.title}" for part in draft.outline.attachments] == wanted["attachment"]
    if "stage" in wanted:
        stages = [f"{item.value.name} {item.value.first} {item.value.last}" for item in draft.stages]
        assert stages == wanted["stage"]
    headings = {str(piece.path): piece.heading for piece in draft.outline.pieces}
    for shown in wanted["heading"]:
        mark, _, heading = shown.partition(" ")
        assert headings[mark] == heading
    for word in wanted["absent"]:
        assert word not in draft.outline.text
    for number in wanted["lines"]:
        assert len(draft.outline.line_numbers) == int(number)


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_text_comes_back_from_the_records_alone(path: Path) -> None:
    text, _ = read_case(path)
    plans = [draft_plan(draft, plan_id="x-2031", place_id="x") for draft in drafts(text)]
    assert "".join(plan_text(plan) for plan in plans) == normalise(original(text)).text


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_pieces_tile_and_paths_are_whole(path: Path) -> None:
    for draft in drafts(read_case(path)[0]):
        pieces = draft.outline.pieces
        assert len({piece.path for piece in pieces}) == len(pieces)
        assert all(piece.path.anchor for piece in pieces)
        for one, other in pairwise(pieces):
            assert one.end <= other.start
        for clause in draft.clauses:
            for item in (*clause.assignments, *clause.deadlines, *clause.cites, *clause.targets):
                inside = clause.piece.start <= item.start < item.end <= clause.piece.end
                assert inside or any(one.value.inherits for one in clause.assignments)
