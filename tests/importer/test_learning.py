from typing import Any

import pytest

from tests.support import REGISTERS, plan, sources, workspace, write
from zerenku.catalogue.naming import NamedPlace, PlacePart
from zerenku.catalogue.registers import RegisterSources
from zerenku.importer.learning import Learner, NewEntries
from zerenku.model.clause import Assignment, Certainty, Clause, Duty
from zerenku.model.plan import Plan, PlanKind
from zerenku.model.register import Level
from zerenku.store.pinyin import syllables
from zerenku.store.register_append import append_to_registers
from zerenku.store.workspace import load, load_registers
from zerenku.store.yaml_writer import dump_plan


@pytest.fixture(scope="module")
def registers() -> RegisterSources:
    with workspace() as root:
        return load_registers(root)


def paper(clause: Clause, **more: object) -> Plan:
    head = {"id": "liutang-2031", "place": "liutang", "title": "整治方案", "kind": PlanKind.PLAN}
    return Plan(**{**head, "issuers": ("镇政府",), "clauses": (clause,), **more})  # type: ignore[arg-type]


def task(*lead: str, obliged: tuple[str, ...] = ("镇政府",), **more: object) -> Clause:
    owners = (Assignment(certainty=Certainty.LEAD, lead=lead),) if lead else ()
    duties = (Duty(obliged=obliged, do="检查"),)
    return Clause(mark="一", starts="检查", assignments=owners, duties=duties, **more)  # type: ignore[arg-type]


def learned(registers: RegisterSources, *plans: Plan) -> NewEntries:
    learner = Learner(registers, syllables)
    for item in plans:
        learner.learn(learner.meet(item))
    return learner.finish()


@pytest.mark.parametrize(
    ("written", "entry"),
    [
        ("园林处", "liutang/yuanlinchu 柳塘镇园林处 园林处 department"),
        ("镇园林处", "liutang/zhenyuanlinchu 柳塘镇园林处 镇园林处 department"),
        ("县水利局", "qinghe/xianshuiliju 青禾县水利局 县水利局 department"),
        ("青禾县水利局", "qinghe/qinghexianshuiliju 青禾县水利局 None department"),
        ("县卫生健康委员会", "qinghe/xwsjkwyh 青禾县卫生健康委员会 县卫生健康委员会 department"),
        ("镇安委会", "liutang/zhenanweihui 柳塘镇安委会 镇安委会 committee"),
        ("党政办", "liutang/dangzhengban 柳塘镇党政办 党政办 office"),
        ("各社区", "liutang/geshequ 柳塘镇各社区 各社区 locality"),
        ("相关单位", "liutang/xiangguandanwei 柳塘镇相关单位 相关单位 collective"),
        ("仓储协会", "liutang/cangchuxiehui 柳塘镇仓储协会 仓储协会 association"),
    ],
)
def test_departments(registers: RegisterSources, written: str, entry: str) -> None:
    (found,) = learned(registers, paper(task(written))).departments
    assert f"{found.id} {found.name} {found.short} {found.kind.value}" == entry
    assert (found.note or "").startswith("待确认")


def test_known_names_are_left_alone(registers: RegisterSources) -> None:
    clause = task(
        "安办", "县应急局", obliged=("企业", "各村"), applies_to=("仓库",), cites=("GB 30871-2022", "动火规程")
    )
    assert learned(registers, paper(clause)) == NewEntries()


def test_one_body_under_two_names_is_one_entry(registers: RegisterSources) -> None:
    (found,) = learned(registers, paper(task("镇园林处", "园林处")), paper(task("园林处"))).departments
    assert (found.short, found.aliases) == ("镇园林处", ("园林处",))


def test_full_name_and_level_word_are_one_body(registers: RegisterSources) -> None:
    (found,) = learned(registers, paper(task("县水利局", "青禾县水利局"))).departments
    assert (found.id, found.name, found.short) == ("qinghe/xianshuiliju", "青禾县水利局", "县水利局")


def test_what_a_name_looks_like_is_noted(registers: RegisterSources) -> None:
    entries = learned(registers, paper(task("青禾县消防救援大对"))).departments
    assert [item.note for item in entries] == ["待确认，疑为“青禾县消防救援大队”的误写"]


def test_rarer_name_is_the_misprint(registers: RegisterSources) -> None:
    wrong = task("安委生产监督管理局")
    right = task("安全生产监督管理局", "安全生产监督管理局")
    notes = {item.short: item.note for item in learned(registers, paper(wrong), paper(right), paper(right)).departments}
    assert notes["安委生产监督管理局"] == "待确认，疑为“安全生产监督管理局”的误写"
    assert "误写" not in (notes["安全生产监督管理局"] or "")


def test_bearers_are_bodies_or_enterprises(registers: RegisterSources) -> None:
    entries = learned(
        registers, paper(task(obliged=("网格员队", "冷链企业", "企业法定代表人"), applies_to=("登高作业",)))
    )
    assert [item.name for item in entries.departments] == ["柳塘镇网格员队"]
    assert {kind: [item.name for item in items] for kind, items in entries.enterprises.items()} == {
        "kinds": ["冷链企业"],
        "roles": ["企业法定代表人"],
        "operations": ["登高作业"],
    }


def test_cites(registers: RegisterSources) -> None:
    cites = (
        *("《仓储规程》", "《仓储规程》（青安〔2031〕4号）", "青安〔2031〕4号", "AQ 3021-2008"),
        *("《粉尘防爆规程》（GB 15577-2018）", "《粉尘防爆规程》", "《青禾县消防整治方案》"),
    )
    entries = learned(registers, paper(task(cites=cites)))
    assert [(item.title, item.aliases) for item in entries.documents] == [
        ("仓储规程", ("青安〔2031〕4号",)),
        ("青禾县消防整治方案", ("《青禾县消防整治方案》",)),
    ]
    assert [(item.code, item.title, item.status) for item in entries.standards] == [
        ("AQ 3021-2008", "AQ 3021-2008", "待核"),
        ("GB 15577-2018", "粉尘防爆规程", "待核"),
    ]


def test_id_of_a_zone_leaves_out_its_kind(registers: RegisterSources) -> None:
    learner = Learner(registers, syllables)
    assert learner.place(NamedPlace(None, (PlacePart("滨江经济开发区", Level.COUNTY),))) == "binjiang"
    assert learner.places[0].short == "滨江经济开发区"


def test_places_are_added_below_the_innermost_known(registers: RegisterSources) -> None:
    learner = Learner(registers, syllables)
    parts = (PlacePart("青禾县", Level.COUNTY), PlacePart("东河乡", Level.TOWN))
    assert learner.place(NamedPlace(None, parts)) == "donghe"
    assert learner.place(NamedPlace(None, parts)) == "donghe"
    assert [(item.id, item.parent, item.short) for item in learner.places] == [("donghe", "qinghe", "东河")]
    other = (PlacePart("平川县", Level.COUNTY), PlacePart("东河镇", Level.TOWN))
    assert learner.place(NamedPlace(None, other)) == "donghe-2"
    assert [item.parent for item in learner.places] == ["qinghe", None, "pingchuan"]


def test_learned_entries_make_a_plan_sound(registers: RegisterSources) -> None:
    clause = task(
        *("镇园林处", "园林处", "县水利局", "青禾县水利局", "派出所（队）"),
        obliged=("冷链企业", "网格员"),
        applies_to=("登高作业", "冷链企业"),
        cites=(
            "《仓储规程》",
            "《仓储规程》（青安〔2031〕4号）",
            "《粉尘规程》（GB 15577-2018）",
            "《青禾县消防整治方案》",
        ),
    )
    written = paper(clause, printed_by="柳塘镇党政办")
    entries = learned(registers, written)
    with workspace(plan()) as root:
        write(root, {"content/plans/liutang-2031.yml": dump_plan(written)})
        assert load(root).errors
        lists: dict[str, dict[str, list[Any]]] = {
            "departments": {"departments": entries.departments},
            "documents": {"documents": entries.documents},
            "standards": {"standards": entries.standards},
            "enterprises": dict(entries.enterprises),
        }
        changed = append_to_registers(root, lists)
        assert [path.stem for path in changed] == list(lists)
        assert [str(item) for item in load(root).errors] == []


def test_registers_change_together_or_not_at_all(registers: RegisterSources) -> None:
    entries = learned(registers, paper(task("园林处", cites=("《仓储规程》",))))
    with workspace() as root:
        broken = sources()["content/registers/documents.yml"].replace("documents:", "documents: 甲\nx:")
        write(root, {"content/registers/documents.yml": broken})
        with pytest.raises(Exception, match="不是列表"):
            append_to_registers(
                root,
                {
                    "departments": {"departments": entries.departments},
                    "documents": {"documents": entries.documents},
                },
            )
        assert (
            REGISTERS["departments"].splitlines()[-1]
            in ((root / "content" / "registers" / "departments.yml").read_text(encoding="utf-8").splitlines()[-1])
        )
