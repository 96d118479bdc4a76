"""The tests' own small language: invented sources in YAML, with `‸` before the spot where a flaw must be reported.

    finding = flaw(plan(titel="柳塘镇消防整治方案"))            # exactly one finding, at the caret if there is one
    duty = catalogue_of(plan("- {mark: 一, starts: 目标, …}")).duties[0]

The world: 青禾县 with two towns, 柳塘镇 and 桑园镇, both of which have a 派出所 of their own.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent, indent

from zerenku.catalogue.catalogue import Catalogue
from zerenku.model.finding import Finding
from zerenku.model.place import Span
from zerenku.store.workspace import Loaded, load

CARET = "‸"

PLACES = """\
- {id: qinghe, name: 青禾县, short: 青禾, level: county}
- {id: liutang, name: 柳塘镇, short: 柳塘, level: town, parent: qinghe}
- {id: sangyuan, name: 桑园镇, short: 桑园, level: town, parent: qinghe}
"""
DEPARTMENTS = """\
- {id: qinghe/yingji, name: 青禾县应急管理局, short: 县应急局, place: qinghe, aliases: [应急管理局, 原安监局]}
- {id: qinghe/xiaofang, name: 青禾县消防救援大队, short: 消防大队, place: qinghe}
- {id: qinghe/bumen, name: 青禾县各有关部门, short: 各有关部门, place: qinghe, kind: collective}
- {id: liutang/zhengfu, name: 柳塘镇人民政府, short: 镇政府, place: liutang, kind: authority}
- {id: liutang/anban, name: 柳塘镇安全生产办公室, short: 安办, place: liutang, kind: office}
- {id: liutang/paichusuo, name: 柳塘派出所, short: 派出所, place: liutang}
- {id: liutang/cun, name: 柳塘镇各村, short: 各村, place: liutang, kind: locality}
- {id: sangyuan/zhengfu, name: 桑园镇人民政府, short: 镇政府, place: sangyuan, kind: authority}
- {id: sangyuan/paichusuo, name: 桑园派出所, short: 派出所, place: sangyuan}
"""
DOCUMENTS = """\
- {id: qinghe-2030-8, title: 青禾县消防整治方案, number: 青安〔2030〕8号, level: county}
- {id: qinghe-2030-9, title: 青禾县消防整治方案, number: 青安〔2030〕9号, level: county}
- {id: qinghe-guicheng, title: 青禾县动火管理规程, aliases: [动火规程]}
"""
STANDARDS = """\
- {id: gb-30871, code: GB 30871-2022, title: 危险化学品企业特殊作业安全规范}
"""
ENTERPRISES = """\
kinds:
  - {id: qiye, name: 企业, synonyms: [相关企业], generic: true}
  - {id: cangchu, name: 仓储企业, synonyms: [仓库]}
  - {id: fangzhi, name: 纺织企业}
sizes:
  - {id: guishang, name: 规模以上企业}
operations:
  - {id: donghuo, name: 动火作业, synonyms: [动火]}
roles:
  - {id: chuzu, name: 出租方}
"""
TERMS = """\
- {id: sanguan, name: 三关, senses: [{meaning: 关电、关气、关门}]}
"""
TOPICS = """\
- {id: xiaofang, name: 消防}
- {id: yinhuan, name: 隐患排查}
"""
REGISTERS = {
    "places": PLACES,
    "departments": DEPARTMENTS,
    "documents": DOCUMENTS,
    "standards": STANDARDS,
    "enterprises": ENTERPRISES,
    "terms": TERMS,
    "topics": TOPICS,
}
HEAD = {
    "id": "liutang-2030",
    "place": "liutang",
    "title": "柳塘镇消防整治方案",
    "kind": "方案",
    "issuers": "[柳塘镇人民政府]",
}
PATROL = "- {mark: 一, starts: 日常巡查, duties: [{obliged: [镇政府], do: 每日巡查。}]}"


def plan(clauses: str = PATROL, **lines: str | None) -> str:
    """A plan source with these clauses; `lines` add, replace or (None) drop top-level keys."""
    head = {**HEAD, **lines}
    written = "".join(f"{key}: {value}\n" for key, value in head.items() if value is not None)
    return f"{written}clauses:\n{indent(dedent(clauses).strip(), '  ')}\n"


def clause(facts: str = "", *, mark: str = "一", duty: str = "") -> str:
    """One clause, in flow style, with one duty of the town government."""
    duties = f"duties: [{{obliged: [镇政府], do: 每日巡查。{duty and ', ' + duty}}}]"
    return f"- {{mark: {mark}, starts: 日常巡查, {duties}{facts and ', ' + facts}}}"


def sources(*plans: str, **registers: str) -> dict[str, str]:
    """Name below the workspace → text, the invented registers included."""
    found = {}
    for name, text in {**REGISTERS, **registers}.items():
        body = text if name == "enterprises" else f"{name}:\n{indent(text, '  ')}"
        found[f"content/registers/{name}.yml"] = body
    for text in plans or (plan(),):
        match = re.search(r"^‸?id: *‸?(\S+)", text, re.MULTILINE)
        found[f"content/plans/{match[1] if match else 'nameless'}.yml"] = text
    return found


def write(root: Path, texts: dict[str, str]) -> Path:
    """Write the sources below `root`, without carets."""
    for name, text in texts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace(CARET, ""), encoding="utf-8")
    return root


@contextmanager
def workspace(*plans: str, **registers: str) -> Iterator[Path]:
    """A folder with these sources, gone when the block ends."""
    with TemporaryDirectory() as folder:
        yield write(Path(folder), sources(*plans, **registers))


def loaded(*plans: str, **registers: str) -> Loaded:
    """What loading the sources gives."""
    with workspace(*plans, **registers) as root:
        return load(root)


def catalogue_of(*plans: str, **registers: str) -> Catalogue:
    """The catalogue of sources without a flaw."""
    found = loaded(*plans, **registers)
    assert found.catalogue is not None, "\n".join(map(str, found.findings))
    return found.catalogue


def findings_of(*plans: str, **registers: str) -> tuple[Finding, ...]:
    """The findings of reading and linking; each caret must be the place of one, and each finding stand at a caret."""
    found = loaded(*plans, **registers)
    carets = list(spots(sources(*plans, **registers)))
    if carets:
        assert sorted({finding.span for finding in found.findings}) == carets, "\n".join(map(str, found.findings))
    assert (found.catalogue is None) == bool(found.errors)
    return found.findings


def spots(texts: dict[str, str]) -> Iterator[Span]:
    """Where the carets stand, in order of file and place."""
    for name, text in sorted(texts.items()):
        for number, line in enumerate(text.split("\n"), 1):
            for index, match in enumerate(re.finditer(CARET, line)):
                yield Span(name, number, match.start() + 1 - index)


def flaw(*plans: str, **registers: str) -> Finding:
    """The one finding of the sources."""
    found = findings_of(*plans, **registers)
    assert len(found) == 1, "\n".join(map(str, found))
    return found[0]
