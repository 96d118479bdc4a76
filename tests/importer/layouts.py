"""The case files of tests/cases/layouts: a small invented document, a line of ====, and what must be recognised.

`path:` lines name every clause in order, each with the facts it must have: `| lead 甲、乙`, `| support 丙`,
`| due 2031-05-31`, `| every month`, `| target >= 5 家`, `| cite 《…》`, `| inline 一是`, `| inherits`.
Other keys: title, notice, number, issued, issuer, addressees, printed, cc, basis, attachment, noted, stage, heading,
lines, absent (a word that cleaning removed); `plan: 2` begins what is expected of the second plan.
"""

from collections import defaultdict
from pathlib import Path

from tests.repository import ROOT
from zerenku.importer import ImportWords, import_text
from zerenku.model.outline import Draft, DraftClause, LineKind, Original, SourceLine

FOLDER = ROOT / "tests" / "cases" / "layouts"
Expected = dict[str, list[str]]


def original(text: str, name: str = "来文.txt") -> Original:
    lines = text.split("\n")
    return Original(name, tuple(SourceLine(line, n, _kind(line)) for n, line in enumerate(lines, start=1)))


def _kind(line: str) -> LineKind:
    return LineKind.ROW if "\t" in line else LineKind.PARAGRAPH


def drafts(text: str) -> tuple[Draft, ...]:
    return import_text(original(text), words=ImportWords())


def read_case(path: Path) -> tuple[str, list[Expected]]:
    text, _, wanted = path.read_text(encoding="utf-8").partition("\n====\n")
    plans: list[Expected] = [defaultdict(list)]
    for line in wanted.splitlines():
        key, _, value = line.partition(": ")
        if key == "plan":
            plans.append(defaultdict(list))
        else:
            plans[-1][key].append(value)
    return text, plans


def facts(clause: DraftClause) -> set[str]:
    """The facts of a clause in the words of the case files."""
    lead = [name for item in clause.assignments for name in item.value.lead]
    support = [name for item in clause.assignments for name in item.value.support]
    said = {f"due {item.value.date}" for item in clause.deadlines}
    said |= {f"every {item.value.every.value}" for item in clause.recurrence}
    said |= {f"target {item.value.op.value} {item.value.value:g} {item.value.unit}" for item in clause.targets}
    said |= {f"cite {item.value}" for item in clause.cites}
    said |= {f"lead {'、'.join(dict.fromkeys(lead))}"} if lead else set()
    said |= {f"support {'、'.join(dict.fromkeys(support))}"} if support else set()
    said |= {"inherits"} if any(item.value.inherits for item in clause.assignments) else set()
    said |= {f"inline {'、'.join(item.value for item in clause.inline)}"} if clause.inline else set()
    return said
