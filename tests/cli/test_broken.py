"""Content with a flaw: one clear line and exit 1, from `check` and `build` alike; what was built before stays."""

from pathlib import Path

import pytest

from tests.cli.conftest import Zerenku
from tests.support import CARET, PATROL, plan, sources, spots, write
from zerenku.store.kept import FOLDER as KEPT

PLAN = "content/plans/liutang-2030.yml"
FLAWS = {
    "unknown-key": (PLAN, plan(title=None, **{"‸titel": "柳塘镇消防整治方案"}), "没有“titel”这个键；是不是“title”"),
    "bad-date": (PLAN, plan(issued="‸2030-02-30"), "“issued”的值“2030-02-30”不是日期"),
    "unknown-department": (PLAN, "‸" + plan(printed_by="镇党政办"), "印发机关不在部门名录：镇党政办"),
    "unknown-place": (PLAN, "‸" + plan(place="liutag"), "没有这个地区：liutag；是不是：liutang"),
    "duplicate-path": (PLAN, plan(f"{PATROL}\n- ‸{PATROL[2:]}"), "条款路径重复：一"),
    "duplicate-key": (PLAN, plan().replace("kind:", "kind: 方案\n‸kind:"), "同一处写了两个“kind”"),
    "yaml-syntax": (PLAN, plan().replace("title:", "title‸:: a: b"), "YAML 写法有误"),
    "missing-register": ("content/registers/departments.yml", None, "缺少这个文件"),
    "empty-file": ("content/registers/departments.yml", "‸", "文件是空的"),
}


@pytest.fixture(params=FLAWS)
def flaw(request: pytest.FixtureRequest, root: Path) -> tuple[str, str]:
    """A workspace with that flaw; how its line begins, and what it must say."""
    name, text, said = FLAWS[request.param]
    place = f"{name}:1:1"
    if text is None:
        (root / name).unlink()
    else:
        write(root, {name: text})
        place = str(next(spots({name: text}))) if request.param != "yaml-syntax" else f"{name}:3:"
    return f"{place}", f"{said}|[{request.param}]"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file but those that only spare the next run the reading: sound plans beside a broken one are kept there."""
    files = {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
    return {name.as_posix(): path.read_bytes() for name, path in files.items() if name.parts[:2] != KEPT.parts}


def is_the_line(line: str, flaw: tuple[str, str]) -> bool:
    said, rule = flaw[1].split("|")
    return line.startswith(flaw[0]) and " error " in line and said in line and line.endswith(rule) and CARET not in line


def test_check(zerenku: Zerenku, root: Path, flaw: tuple[str, str]) -> None:
    before = tree(root)
    done = zerenku("check")
    assert (done.code, done.err) == (1, "")
    line, total = done.out.splitlines()
    assert is_the_line(line, flaw), line
    assert total == "1 处错误，0 处警告"
    assert tree(root) == before


@pytest.mark.parametrize(
    "words",
    ["build", "build --clean", "build --site 网站", "export", "draft notice --plan liutang-2030", "serve --port 0"],
)
def test_nothing_is_made_of_it(zerenku: Zerenku, root: Path, flaw: tuple[str, str], words: str) -> None:
    before = tree(root)
    done = zerenku(*words.split())
    assert (done.code, done.out) == (1, "")
    line, last = done.err.splitlines()
    assert is_the_line(line, flaw), line
    assert last == "错误：内容有 1 处错误，未生成任何文件；请按上面各行改正后重试"
    assert tree(root) == before


def test_old_site_stays_and_comes_back_to_life(zerenku: Zerenku, root: Path) -> None:
    assert zerenku("build").code == 0
    before = tree(root / "site")
    assert "index.html" in before
    write(root, sources(plan(issued="2030-02-30")))
    assert zerenku("build").code == 1
    assert tree(root / "site") == before
    write(root, sources(plan(issued="2030-02-28")))
    assert zerenku("build").code == 0
    assert tree(root / "site") != before


def test_all_flaws_at_once(zerenku: Zerenku, root: Path) -> None:
    write(root, sources(plan(issued="今天"), plan(id="qinghe-2030", kind="办法"), topics="- {id: a}\n"))
    for command in ("check", "build"):
        lines = zerenku(command).lines
        assert [line.rsplit("[", 1)[-1] for line in lines[:-1]] == ["bad-date]", "bad-choice]", "missing-key]"]
