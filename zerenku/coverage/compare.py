"""A record against its original: each passage's dates, numbers, citations and departments, both ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.compare import clauses_of
from zerenku.coverage.claims import claims_of, claims_of_plan
from zerenku.coverage.counts import BODY
from zerenku.coverage.passages import HEAD, Passage, line_of, passages_of
from zerenku.coverage.said import Said, said_by
from zerenku.model.clause import Assignment, Clause
from zerenku.model.outline import Draft
from zerenku.model.place import Span
from zerenku.model.plan import Plan
from zerenku.model.register import Department
from zerenku.text.mentions import read_mentions, squeeze

SHORTEST: Final = 3
"""Names of departments shorter than this are words of other names more often than not."""
DEPARTMENT: Final = "部门"
ITEM: Final = "条目"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that only one side says: the original if `missing`, else the record; `line` is the original's."""

    path: str
    kind: str
    text: str
    span: Span
    missing: bool
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """One plan against its original: numbered items of each part of the original, and what does not meet."""

    plan: Plan
    items: Mapping[str, int]
    gaps: tuple[Gap, ...]


def compare(catalogue: Catalogue, plan: Plan, draft: Draft) -> Coverage:
    """Compare a plan's record with what was read from its original."""
    passages = passages_of(draft)
    items: defaultdict[str, int] = defaultdict(int)
    for piece in draft.outline.pieces:
        elements = piece.path.elements
        if not elements[-1].startswith("¶"):
            items[elements[0] if elements[0].startswith("附件") else BODY] += 1
    gaps = (
        *_lacking(catalogue, plan, passages),
        *_owners_lacking(plan, draft),
        *_unfounded(catalogue, plan, draft, passages),
    )
    return Coverage(plan, dict(items), tuple(sorted(gaps, key=lambda gap: (gap.span, gap.line or 0))))


def _lacking(catalogue: Catalogue, plan: Plan, passages: tuple[Passage, ...]) -> Iterator[Gap]:
    """What the original says and the record does not."""
    clauses = dict(clauses_of(plan))
    said = _Sayings(catalogue, plan, clauses)
    names = _department_names(catalogue, plan)
    for passage in passages:
        path = passage.path if passage.path in clauses else _folded(passage.path)
        span = said.span(path)
        if path not in clauses and path not in said.parts:
            yield Gap(passage.path, ITEM, passage.text.strip()[:12], span, missing=True, line=passage.line)
            continue
        here = said.of(path)
        for found in read_mentions(passage.text):
            if not here.holds(found.value):
                words = passage.text[found.start : found.end]
                yield Gap(path, found.value.kind.value, words, span, missing=True, line=passage.line)
        for name, department in _named(passage.text, names):
            answers = (department.name, *([department.short] if department.short else []), *department.aliases)
            if not here.names((name, *answers)):
                yield Gap(path, DEPARTMENT, name, span, missing=True, line=passage.line)


def _owners_lacking(plan: Plan, draft: Draft) -> Iterator[Gap]:
    """Owners by phrase that the original names and the record does not, registered or not."""
    clauses = dict(clauses_of(plan))
    for item in draft.clauses:
        path = str(item.piece.path)
        clause = clauses.get(path) or clauses.get(_folded(path))
        if clause is None:
            continue
        known = {squeeze(name) for owner in clause.assignments for name in (*owner.lead, *owner.support)}
        # An enterprise that leads is the duty's bearer, no department in charge.
        known |= {squeeze(name) for duty in clause.duties for name in duty.obliged}
        for found in item.assignments:
            for name in (*found.value.lead, *found.value.support):
                if squeeze(name) not in known:
                    yield Gap(path, "责任单位", name, clause.span, missing=True, line=line_of(draft, found.start))


def _folded(path: str) -> str:
    """An unmarked paragraph belongs to its heading (interchange.md, Paths)."""
    head, _, last = path.rpartition("/")
    return head if last.startswith("¶") else path


class _Sayings:
    """What the record says at each path: the clause, its own unmarked paragraphs, stages and reports tied to it."""

    def __init__(self, catalogue: Catalogue, plan: Plan, clauses: Mapping[str, Clause]) -> None:
        self.plan, self.clauses = plan, clauses
        self.parts = {HEAD, *(item.no for item in plan.attachments)}
        self._tied: defaultdict[str, list[object]] = defaultdict(list)
        for stage in plan.stages:
            self._tied[stage.clause or HEAD].append(replace(stage, clause=None))
        for report in plan.reporting:
            self._tied[report.clause or HEAD].append(replace(report, clause=None))
        for named in plan.sets:
            for member in named.items:
                self._tied[member.clause] += [named.name, member.name]
        basis = catalogue.lineage(plan.id).basis
        self._around = (
            replace(plan, stages=(), reporting=(), sets=()),
            *basis,
            *(item.title for item in plan.attachments),
        )

    def span(self, path: str) -> Span:
        """Where the record of a path stands, or should."""
        while path and path not in self.clauses:
            path = path.rpartition("/")[0]
        return self.clauses[path].span if path else self.plan.span

    def of(self, path: str) -> Said:
        """What is said at a path; around an attachment's clauses, whatever the plan says as a whole, too."""
        own: list[object] = [item for at, item in self.clauses.items() if path in {at, _folded(at)}]
        if path not in self.clauses:
            return said_by(*self._around, *own)
        if "¶" in path:
            own += self._shared(path.rpartition("/")[0])
        tied = [item for at in (path, *(f"{path}/¶{number}" for number in range(1, 10))) for item in self._tied[at]]
        return said_by(*own, *tied)

    def _shared(self, parent: str) -> list[Assignment]:
        """Owners that the clauses under a heading have from a paragraph after them."""
        below = [item for at, item in self.clauses.items() if at.rpartition("/")[0] == parent]
        return [owner for item in below for owner in item.assignments if owner.inherits]


def _department_names(catalogue: Catalogue, plan: Plan) -> dict[str, Department]:
    """The names that departments of the place and of those above it answer to; collectives are no departments."""
    chain = [place.id for place in catalogue.registers.place_chain(plan.place)]
    found: dict[str, Department] = {}
    for place in chain:
        for item in catalogue.registers.departments.entries:
            if item.place == place and item.kind not in {"collective", "locality", "association"}:
                for name in (item.name, item.short, *item.aliases):
                    if name and len(name) >= SHORTEST:
                        found.setdefault(squeeze(name), item)
    return found


def _named(text: str, names: Mapping[str, Department]) -> Iterator[tuple[str, Department]]:
    if names:
        longest = sorted(names, key=lambda name: (-len(name), name))
        for match in dict.fromkeys(re.findall("|".join(map(re.escape, longest)), squeeze(text))):
            yield match, names[match]


def _unfounded(catalogue: Catalogue, plan: Plan, draft: Draft, passages: tuple[Passage, ...]) -> Iterator[Gap]:
    """What the record says and the original does not, at that clause, above it or below it."""
    texts: defaultdict[str, str] = defaultdict(str)
    for passage in passages:
        path = passage.path
        texts[HEAD] += passage.text if path == HEAD else ""
        while path:
            texts[path] += passage.text
            path = path.rpartition("/")[0]
    own = {passage.path: passage.text for passage in passages}
    whole = "\n".join(passage.text for passage in passages)
    for claim in claims_of_plan(plan, signed=bool(draft.outline.head.issuers)):
        if not claim.stands_in(whole):
            yield Gap(HEAD, claim.kind, claim.text, claim.span, missing=False)
    for path, clause in clauses_of(plan):
        if path not in texts and _folded(path) not in texts:
            yield Gap(path, ITEM, clause.heading or clause.starts, clause.span, missing=False)
            continue
        above = path.split("/")
        around = [texts[path] or texts[_folded(path)], texts[HEAD]]
        around += [own.get("/".join(above[:depth]), "") for depth in range(1, len(above))]
        # A phrase that a run of items shares stands in a paragraph after them.
        around += [text for at, text in own.items() if at.startswith(f"{'/'.join(above[:-1])}/¶")]
        for claim in claims_of(catalogue, plan, clause):
            if not claim.stands_in("\n".join(around)):
                yield Gap(path, claim.kind, claim.text, claim.span, missing=False)
