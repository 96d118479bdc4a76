"""The labelled queries of tests/relevance: a file a kind of question; every query knows where it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from zerenku.model.place import Mapping, Node, Scalar, Sequence
from zerenku.store.yaml_nodes import parse_yaml

FOLDER = Path(__file__).parent
# The kind of question by the last word of a file's name: owners.yml, second-owners.yml.
KIND_OF = {
    "owners": "owner",
    "deadlines": "deadline",
    "frequencies": "frequency",
    "quotas": "quota",
    "standards": "standard",
    "enterprises": "enterprise",
    "numbers": "number",
    "lookups": "lookup",
}
KINDS = tuple(KIND_OF.values())
# Files with such a word before were written later. They are counted apart, so that figures stay comparable.
LATER = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
FILES = tuple(
    name
    for batch in ("", *(f"{word}-" for word in LATER))
    for plural in KIND_OF
    if (FOLDER / (name := f"{batch}{plural}.yml")).exists()
)
STYLES = ("written", "colloquial", "alias", "misspelt", "pinyin", "initials", "traditional", "full-width")
NOT_FOUND = "not-found"
CERTAINTIES = ("lead", "joint", "collective", "none", NOT_FOUND)
FULL, RELATED = 2, 1


@dataclass(frozen=True, slots=True)
class Owner:
    """What `who` has to say: a certainty and the names that go with it, as the clause writes them (may be none).

    For lead, joint and collective the names are the owners, all of them; for none they are obliged parties.
    """

    certainty: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """A clause by its anchor (`haimen-2023/4-3`) and how far it answers: FULL or RELATED."""

    anchor: str
    grade: int


@dataclass(frozen=True, slots=True)
class Query:
    """One question with its labels: none when there is no answer; of several owners any will do."""

    text: str
    kind: str
    style: str
    right: tuple[Label, ...]
    owners: tuple[Owner, ...]
    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"

    @property
    def later(self) -> str:
        """The set that it belongs to, one of LATER; empty for the first."""
        return self.file.rpartition("-")[0]

    @property
    def grades(self) -> dict[str, int]:
        """Anchor to grade."""
        return {label.anchor: label.grade for label in self.right}


def read_queries() -> tuple[Query, ...]:
    """Every query, files and lines in order; ValueError with file and line on what is not written as README.md says."""
    return tuple(
        query for file in FILES for query in parse_queries((FOLDER / file).read_text(encoding="utf-8"), file=file)
    )


def parse_queries(text: str, *, file: str) -> Iterator[Query]:
    """The queries of one file; its name tells the kind."""
    root, findings = parse_yaml(text, file=file)
    if root is None or findings:
        raise ValueError("; ".join(map(str, findings)))
    fields = _fields(root)
    kind = KIND_OF[Path(file).stem.rpartition("-")[2]]
    if list(fields) != [kind]:
        raise _wrong(root, f"顶层只有一个键 {kind}")
    rows = fields[kind]
    if not isinstance(rows, Sequence):
        raise _wrong(rows, "下面是列表")
    for row in rows.items:
        yield _read_query(row, kind=kind)


def _read_query(row: Node, *, kind: str) -> Query:
    fields = _fields(row)
    if not {"query", "style", "right"} <= set(fields) <= {"query", "style", "owner", "right"}:
        raise _wrong(row, "要有 query、style、right，owner 可有可无")
    return Query(
        text=_text(fields["query"]),
        kind=kind,
        style=_one_of(fields["style"], STYLES),
        right=tuple(
            Label(anchor, int(_one_of(grade, ("1", "2")))) for anchor, grade in _fields(fields["right"]).items()
        ),
        owners=_owners(fields["owner"]) if "owner" in fields else (),
        file=row.span.file,
        line=row.span.line,
    )


def _owners(node: Node) -> tuple[Owner, ...]:
    """`lead 甲局|乙局 ;; none` as two answers, either of which will do."""
    found = []
    for phrase in _text(node).split(";;"):
        certainty, _, names = phrase.strip().partition(" ")
        if certainty not in CERTAINTIES:
            raise _wrong(node, f"owner 以 {'、'.join(CERTAINTIES)} 之一开头")
        found.append(Owner(certainty, tuple(names.split("|")) if names else ()))
    return tuple(found)


def _fields(node: Node) -> dict[str, Node]:
    if not isinstance(node, Mapping):
        raise _wrong(node, "应是键和值")
    fields = {_text(key): value for key, value in node.pairs}
    if len(fields) != len(node.pairs):
        raise _wrong(node, "有键写了两次")
    return fields


def _text(node: Node) -> str:
    if not isinstance(node, Scalar) or not node.value:
        raise _wrong(node, "应是文字")
    return node.value


def _one_of(node: Node, words: tuple[str, ...]) -> str:
    text = _text(node)
    if text not in words:
        raise _wrong(node, f"应是 {'、'.join(words)} 之一")
    return text


def _wrong(node: Node, why: str) -> ValueError:
    return ValueError(f"{node.span}: {why}")
