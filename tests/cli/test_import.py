import json
from pathlib import Path

import pytest

from tests.cli.conftest import Zerenku
from tests.cli.papers import NOTICE, notice
from tests.importer.layouts import FOLDER, read_case
from tests.importer.printed import printed_plan
from zerenku.store.workspace import load

PLANS = Path("content/plans")
ID = "liutang-2031"


@pytest.fixture
def paper(root: Path) -> Path:
    return notice(root / "通知.txt")


def test_source_of_a_registered_place_needs_nothing_more(zerenku: Zerenku, root: Path, paper: Path) -> None:
    done = zerenku("import", "通知.txt")
    assert (done.code, done.err) == (0, "")
    head, row, *rest = done.out.splitlines()
    assert head.split() == ["文件", "方案", "条款", "责任", "认出", "未读", "结果"]
    assert row.split() == ["通知.txt", ID, "4", "3", "100.0%", "0", "新建"]
    assert rest == []
    assert zerenku("check").code == 0
    (plan,) = (plan for plan in load(root).sealed().plans if plan.id == ID)
    assert (plan.place, plan.number, str(plan.issued)) == ("liutang", "柳政〔2031〕7号", "2031-03-05")
    assert plan.basis == ("qinghe-guicheng",)
    assert [clause.mark for clause in plan.clauses] == ["一", "二"]


def test_text_comes_back_from_the_source_alone(zerenku: Zerenku, root: Path, paper: Path) -> None:
    zerenku("import", "通知.txt")
    paper.unlink()
    for register in (root / "content" / "registers").iterdir():
        register.unlink()
    done = zerenku("export", ID, "--text")
    assert (done.code, done.err) == (0, "")
    assert done.out == NOTICE.strip()
    assert zerenku("export", ID, "--text", "-o", "a.txt").code == 0
    assert (root / "a.txt").read_text(encoding="utf-8") == NOTICE.strip()


def test_plan_that_lost_a_text(zerenku: Zerenku, root: Path, paper: Path) -> None:
    zerenku("import", "通知.txt")
    path = root / PLANS / f"{ID}.yml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if "二、要求" in line)
    path.write_text("".join(lines[: at - 1] + lines[at + 2 :]), encoding="utf-8")
    done = zerenku("export", ID, "--text")
    assert (done.code, done.out) == (1, "")
    assert "liutang-2031 的 二 没有逐字原文（text），拼不出原文" in done.err


def test_json_is_all_that_is_printed(zerenku: Zerenku, root: Path, paper: Path) -> None:
    before = sorted(root.rglob("*"))
    done = zerenku("import", "通知.txt", "--json")
    assert (done.code, done.err) == (0, "")
    plan = json.loads(done.out)
    assert (plan["id"], plan["title"]) == (ID, "柳塘镇2031年冷库整治方案")
    assert [clause["path"] for clause in plan["clauses"]] == [["一"], ["一", "（一）"], ["一", "（二）"], ["二"]]
    notice(root / "b.txt", 冷库="粮库")
    notice(root / "c.txt", 冷库="油库")
    plans = json.loads(zerenku("import", "通知.txt", "b.txt", "c.txt", "--json").out)
    assert [item["id"] for item in plans] == [ID, f"{ID}-2", f"{ID}-3"]
    assert sorted(root.rglob("*")) == sorted([*before, root / "b.txt", root / "c.txt"])


def test_json_needs_no_workspace(zerenku: Zerenku, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    notice(tmp_path / "a.txt")
    assert json.loads(zerenku("import", "a.txt", "--json").out)["id"] == ID
    done = zerenku("import", "a.txt")
    assert done.code == 1
    assert "这里没有 content/ 目录" in done.err


def test_two_plans_of_one_file_are_two_sources(zerenku: Zerenku, root: Path) -> None:
    notice(root / "a.txt", NOTICE + NOTICE.replace("冷库", "粮库").replace("7号", "8号"))
    done = zerenku("import", "a.txt")
    assert done.code == 0
    assert [line.split()[1] for line in done.out.splitlines()[1:3]] == [ID, f"{ID}-2"]
    assert "粮库" in (root / PLANS / f"{ID}-2.yml").read_text(encoding="utf-8")


def test_same_paper_twice_is_written_once(zerenku: Zerenku, root: Path, paper: Path) -> None:
    notice(root / "副本.txt")
    done = zerenku("import", "通知.txt", "副本.txt")
    assert done.code == 0
    assert "副本.txt：与前面的《柳塘镇2031年冷库整治方案》是同一个方案（liutang-2031），没有再写" in done.out
    assert [path.name for path in sorted((root / PLANS).iterdir())] == ["liutang-2030.yml", f"{ID}.yml"]


def test_one_bad_file_stops_no_other(zerenku: Zerenku, root: Path, paper: Path) -> None:
    (root / "空.txt").write_bytes(b"")
    (root / "假.docx").write_bytes(b"\x00\x01\x02")
    notice(root / "无名.txt", 柳塘镇="本单位")
    done = zerenku("import", "空.txt", "没有.txt", "假.docx", "无名.txt", "通知.txt")
    assert done.code == 1
    said = done.err.splitlines()
    assert [line.split("：")[1] for line in said] == ["没有.txt", "空.txt", "假.docx", "无名.txt"]
    assert "看不出《本单位2031年冷库整治方案》是哪个地方的；请单独导入这个文件，并用 --id" in said[-1]
    assert (root / PLANS / f"{ID}.yml").is_file()


def test_folders_and_patterns_are_read_in_order(zerenku: Zerenku, root: Path) -> None:
    for name, thing in (("乙.txt", "粮库"), ("甲/1.txt", "油库"), ("甲/2.md", "菜库"), ("丙.txt", "冷库")):
        notice(root / "来文" / name, 冷库=thing)
    notice(root / "来文" / ".隐藏.txt")
    notice(root / "来文" / "~$乙.txt")
    (root / "来文" / "图.png").write_bytes(b"png")
    names = [line.split()[0] for line in zerenku("import", "来文").out.splitlines()[1:5]]
    assert names == ["来文/丙.txt", "来文/乙.txt", "来文/甲/1.txt", "来文/甲/2.md"]
    assert [line.split()[0] for line in zerenku("import", "来文/*.txt").out.splitlines()[1:3]] == names[:2]
    (root / "空目录").mkdir()
    done = zerenku("import", "空目录")
    assert (done.code, done.out) == (1, "")
    assert "目录里没有可以导入的文件" in done.err


def test_id_that_is_given(zerenku: Zerenku, root: Path) -> None:
    notice(root / "a.txt", 柳塘镇="本单位")
    assert zerenku("import", "a.txt", "--id", "liutang-2035").code == 0
    text = (root / PLANS / "liutang-2035.yml").read_text(encoding="utf-8")
    assert "\nid: liutang-2035\nplace: liutang\n" in text


def test_another_folder(zerenku: Zerenku, root: Path, paper: Path) -> None:
    assert zerenku("import", "通知.txt", "--out", "草稿/一").code == 0
    assert (root / "草稿" / "一" / f"{ID}.yml").is_file()
    assert not (root / PLANS / f"{ID}.yml").exists()
    assert not (root / ".zerenku").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("import", "缺少：文件"),
        ("import a.txt b.txt --id liutang-2031", "--id 只用于一个文件"),
        ("import . --id liutang-2031", "--id 只用于一个文件"),
        ("import a.txt --id 柳塘", "--id 应为小写字母、数字"),
        ("import a.txt --json --learn", "--json 不写文件"),
        ("import a.txt --against liutang-2030 --force", "--against 不写文件"),
        ("export --text", "--text 请写明方案"),
    ],
)
def test_wrong_use(zerenku: Zerenku, words: str, said: str) -> None:
    done = zerenku(*words.split())
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_what_was_not_read_is_listed_with_its_line(zerenku: Zerenku, root: Path) -> None:
    notice(root / "a.txt", 逐户检查="其余33件另行处理")
    done = zerenku("import", "a.txt")
    assert done.out.splitlines()[1].split()[5] == "1"
    assert "a.txt:11: 未读“33件”（数字没有被指标或频次认出）" in done.out


def test_differences_from_a_known_plan(zerenku: Zerenku, root: Path, paper: Path) -> None:
    zerenku("import", "通知.txt")
    text = NOTICE.replace("二、要求", "三、要求")
    notice(root / "新.txt", text, 派出所="各村", 每月自查一次="每月自查两次")
    before = (root / PLANS / f"{ID}.yml").read_bytes()
    done = zerenku("import", "新.txt", "--against", ID)
    assert done.code == 0
    assert done.out.splitlines() == [
        "新.txt 与 liutang-2031：4 处不同",
        "  一/（一） 配合：派出所 → 各村",
        "  一/（一） 频次：每月1次 → 每月2次",
        "  二：少了这一条（要求）",
        "  三：多出这一条（要求）",
    ]
    assert zerenku("import", "通知.txt", "--against", ID).out == "通知.txt 与 liutang-2031：没有不同\n"
    assert (root / PLANS / f"{ID}.yml").read_bytes() == before
    assert "是不是：liutang-2031" in zerenku("import", "新.txt", "--against", "liutan-2031").err


def test_unknown_departments_are_told_apart(zerenku: Zerenku, root: Path) -> None:
    notice(root / "a.txt", 安办牵头="县应急管理局牵头", 派出所="青禾县应急管里局", 安办负责="园林处负责")
    done = zerenku("import", "a.txt")
    assert "名录里没有的部门 3 个：" in done.out
    assert "  县应急管理局：像是“青禾县应急管理局”的别名" in done.out
    assert "  青禾县应急管里局：疑为“青禾县应急管理局”的误写" in done.out
    assert "  园林处：像是新的部门" in done.out
    assert "用 --learn 可以把以上名称登记" in done.out
    assert zerenku("check").code == 1


def test_learned_names_are_there_for_the_next_file(zerenku: Zerenku, root: Path) -> None:
    notice(root / "a.txt", 安办牵头="园林处牵头", 仓储企业="冷链企业", 青禾县动火管理规程="柳塘镇园林规程")
    before = {path.name: path.read_text(encoding="utf-8") for path in (root / "content" / "registers").iterdir()}
    done = zerenku("import", "a.txt", "--learn")
    assert done.code == 0
    assert "已登记到 content/registers/，请逐个确认：部门 1 个、文件 1 个" in done.out
    assert zerenku("check").code == 0
    after = {path.name: path.read_text(encoding="utf-8") for path in (root / "content" / "registers").iterdir()}
    added = "  # 由 zerenku import --learn 添加，待确认\n"
    entry = "  - {id: liutang/yuanlinchu, name: 柳塘镇园林处, short: 园林处, place: liutang, note: 待确认}\n"
    assert after["departments.yml"] == before["departments.yml"] + added + entry
    again = zerenku("import", "a.txt", "--learn")
    assert "名称都已登记，名录没有改动" in again.out


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every invented layout and some generated plans, as files of a folder."""
    folder = tmp_path_factory.mktemp("来文")
    for path in sorted(FOLDER.glob("*.txt")):
        text, _ = read_case(path)
        (folder / path.name).write_text(text, encoding="utf-8")
    for seed in range(12):
        (folder / f"zz{seed:02}.txt").write_text(printed_plan(seed).text, encoding="utf-8")
    return folder


def test_fresh_workspace_learns_all_it_needs(zerenku: Zerenku, root: Path, papers: Path) -> None:
    zerenku("new", "mine")
    zerenku("-C", "mine", "import", papers, "--learn")
    checked = zerenku("-C", "mine", "check")
    assert (checked.code, [line for line in checked.lines if "error" in line]) == (0, [])
    assert len(list((root / "mine" / PLANS).glob("*.yml"))) > 20
    built = zerenku("-C", "mine", "build")
    # A slow machine tells how far it is.
    told = [line for line in built.err.splitlines() if not line.startswith("生成")]
    assert (built.code, told) == (0, [])


def test_place_that_nobody_registered(zerenku: Zerenku, root: Path) -> None:
    notice(root / "a.txt", 柳塘镇="江海市青禾县东河乡")
    done = zerenku("import", "a.txt")
    assert "江海市（" not in done.out
    assert "名录里没有的地区：东河乡（donghe）" in done.out
    assert zerenku("import", "a.txt", "--learn").code == 0
    assert zerenku("check").code == 0
    places = {place.id: place for place in load(root).sealed().registers.places.entries}
    found = places["donghe"]
    assert (found.name, found.level.value, found.parent) == ("东河乡", "town", "qinghe")


def test_place_that_only_the_id_names(zerenku: Zerenku, root: Path) -> None:
    notice(root / "a.txt", 柳塘镇="本单位")
    assert zerenku("import", "a.txt", "--id", "donghe-2031", "--learn").code == 0
    assert zerenku("check").code == 0


@pytest.mark.parametrize(("name", "plan_id"), [("冷库.txt", "lengku"), ("《》.txt", "plan")])
def test_json_of_a_paper_without_place_or_year(zerenku: Zerenku, root: Path, name: str, plan_id: str) -> None:
    notice(root / name, "冷库整治方案\n一、任务\n（一）清理通道。（安办负责）\n（二）检查电线。\n")
    done = zerenku("import", name, "--json")
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["id"] == plan_id


def test_broken_registers_are_pointed_at(zerenku: Zerenku, root: Path) -> None:
    notice(root / "a.txt")
    (root / "content" / "registers" / "places.yml").write_text("places: [", encoding="utf-8")
    done = zerenku("import", "a.txt")
    assert (done.code, done.out) == (1, "")
    assert done.err.splitlines()[0].startswith("content/registers/places.yml:")
