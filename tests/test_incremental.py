"""After any edit, what is kept and what is made anew together are byte for byte what a build from nothing gives."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support import REGISTERS
from tests.world import BASES, FIRMS, OFFICES, TOWNS, WORDS, Sketch, World, whole_folder


@pytest.fixture(params=[True, False], ids=["cold", "warm"])
def world(tmp_path: Path, request: pytest.FixtureRequest) -> World:
    return World(tmp_path, cold=request.param)


EDITS = st.one_of(
    st.tuples(st.just("do"), st.sampled_from(WORDS)),
    st.tuples(st.just("lead"), st.sampled_from(OFFICES)),
    st.tuples(st.just("firm"), st.sampled_from(FIRMS)),
    st.tuples(st.just("month"), st.integers(1, 12)),
    st.tuples(st.just("topic"), st.sampled_from(("xiaofang", "yinhuan"))),
    st.tuples(st.just("basis"), st.sampled_from(BASES)),
    st.tuples(st.just("summary"), st.sampled_from(("查一遍。", "再查一遍。"))),
    st.tuples(st.just("title"), st.sampled_from(("消防整治方案", "<消防>整治方案"))),
    st.tuples(st.just("note"), st.sampled_from(("", "两处写法不一。"))),
    st.tuples(st.just("about"), st.sampled_from(("全文一句话。", "全文两句话。"))),
    st.tuples(st.just("attached"), st.booleans()),
    st.tuples(st.just("last"), st.sampled_from(("2030-12", "2030-09", "2031-03", ""))),
    st.tuples(st.just("issued"), st.sampled_from(("2030-01-05", "2029-12-20", "2030-03-01"))),
    st.tuples(st.just("reporter"), st.sampled_from(OFFICES)),
    st.tuples(st.just("told"), st.booleans()),
    st.tuples(st.just("replaces"), st.sampled_from(("", "liutang-2030", "sangyuan-2031"))),
)
STEPS = st.one_of(
    st.tuples(st.just("edit"), st.integers(0, 9), EDITS),
    st.tuples(st.just("add"), st.sampled_from(TOWNS), st.integers(2025, 2029)),
    st.tuples(st.just("delete"), st.integers(0, 9), st.none()),
    st.tuples(st.just("rename"), st.integers(0, 9), st.integers(2032, 2036)),
    st.tuples(st.just("register"), st.sampled_from(("terms", "topics", "departments", "standards")), st.integers(0, 2)),
    st.tuples(st.just("touch"), st.integers(0, 99), st.none()),
)


def take(world: World, step: tuple[str, object, object]) -> None:
    """Do what the step says, as far as it makes sense."""
    names = list(world.plans)
    match step:
        case ("edit", int(number), (str(name), value)):
            chosen = names[number % len(names)]
            world.plans[chosen] = replace(world.plans[chosen], **{name: cast("Any", value)})
        case ("add", town, year):
            world.plans[f"{town}-{year}"] = Sketch(do=WORDS[1])
        case ("delete", int(number), _) if len(names) > 1:
            del world.plans[names[number % len(names)]]
        case ("rename", int(number), year):
            old = names[number % len(names)]
            world.plans[f"{old.partition('-')[0]}-{year}"] = world.plans.pop(old)
        case ("register", str(name), int(number)):
            more = {
                "terms": f"- {{id: more{number}, name: 新词{number}, senses: [{{meaning: 新的说法。}}]}}\n",
                "topics": f"- {{id: more{number}, name: 新主题{number}}}\n",
                "departments": f"- {{id: liutang/more{number}, name: 柳塘镇新办{number}, place: liutang}}\n",
                "standards": f"- {{id: more{number}, code: GB 9999{number}-2030, title: 新规范}}\n",
            }
            world.registers[name] = REGISTERS[name] + more[name]
        case ("touch", int(number), _):
            pages = sorted((world.root / "site").rglob("*.html"))
            pages[number % len(pages)].write_text("被人改过", encoding="utf-8")


@settings(max_examples=10)
@given(steps=st.lists(STEPS, min_size=1, max_size=4), cold=st.booleans(), jobs=st.integers(1, 2))
def test_any_edits_end_where_a_build_from_nothing_ends(
    *, steps: list[tuple[str, object, object]], cold: bool, jobs: int
) -> None:
    with TemporaryDirectory() as folder:
        world = World(Path(folder), cold=cold, jobs=jobs)
        world.build()
        for step in steps:
            take(world, step)
            world.build()
        world.check()


def changed(world: World, **facts: Any) -> set[str]:
    """Names of the files that differ after an edit of the first plan; the build must write no others."""
    before = whole_folder(world.root / "site")
    world.plans["liutang-2030"] = replace(world.plans["liutang-2030"], **facts)
    built = world.build()
    after = whole_folder(world.root / "site")
    differing = {name for name in after if after[name] != before.get(name)}
    assert set(built.written) == differing
    return {name for name in differing if "search/" not in name}


def test_only_what_shows_the_edit_is_made_again(world: World) -> None:
    world.build()
    assert world.build().written == ()
    assert changed(world, summary="改过的摘要。") == {"plans/liutang-2030.html"}
    pages = changed(world, do="改过的事项。")
    assert {"plans/liutang-2030.html", "duties.html", "topics/xiaofang.html"} <= pages
    assert not {"plans/sangyuan-2031.html", "topics/index.html", "terms.html"} & pages
    assert "topics/xiaofang.html" not in changed(world, about="改过的全文摘要。")
    world.check()


def test_a_register_entry_reaches_the_pages_that_show_it(world: World) -> None:
    world.build()
    world.registers["topics"] = REGISTERS["topics"].replace("name: 消防", "name: 消防安全")
    world.build()
    assert "消防安全" in (world.root / "site/topics/xiaofang.html").read_text(encoding="utf-8")
    world.check()


def test_papers_are_made_again_for_the_plan_that_changed(world: World) -> None:
    world.build(papers=True)
    notice = world.root / "site/downloads/sangyuan-2031-notice.docx"
    before = notice.stat().st_ino
    world.plans["liutang-2030"] = replace(world.plans["liutang-2030"], do="改过的事项。", month=9)
    world.jobs = 2
    world.build(papers=True)
    assert notice.stat().st_ino == before
    world.check(papers=True)
    del world.plans["sangyuan-2031"]
    world.build(papers=True)
    assert not notice.exists()
    world.check(papers=True)


def test_papers_are_made_again_when_their_layout_changes(world: World) -> None:
    world.build(papers=True)
    world.profiles["liutang"] = "id: liutang\nplace: liutang\nissuer: 镇政府\nfonts: {fangsong: 仿宋}\n"
    built = world.build(papers=True)
    assert "downloads/liutang-2030-notice.docx" in built.written
    world.check(papers=True)


@pytest.mark.parametrize("jobs", [2, 5])
def test_any_number_of_processes_gives_the_same_bytes(tmp_path: Path, jobs: int) -> None:
    world = World(tmp_path, jobs=jobs)
    world.build()
    world.check()


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_page_of_a_kind_that_was_not_there_gets_its_shell(tmp_path: Path, jobs: int) -> None:
    world = World(tmp_path, jobs=jobs)
    world.build()
    assert not (tmp_path / "site/plans/liutang-2030").exists()
    world.plans["liutang-2030"] = replace(world.plans["liutang-2030"], attached=True, do="改过的事项。")
    world.build()
    assert (tmp_path / "site/plans/liutang-2030/fj1.html").is_file()
    world.check()


def test_a_file_that_somebody_touched_while_the_site_was_built_is_made_again(world: World) -> None:
    world.build()
    untouched = world.root / "site/plans/sangyuan-2031.html"

    def meanwhile(_label: str, _total: int) -> Callable[[], None]:
        untouched.write_text("被人改过", encoding="utf-8")
        return lambda: None

    world.plans["liutang-2030"] = replace(world.plans["liutang-2030"], summary="改过的摘要。")
    world.build(announce=meanwhile)
    assert untouched.read_text(encoding="utf-8") == "被人改过"
    world.build()
    world.check()


def spoil_kept(root: Path) -> Iterator[Path]:
    yield from (path for path in (root / ".zerenku").rglob("*") if path.is_file())


@pytest.mark.parametrize("content", ["", "{}", '{"form": 1}', "[1]", "\x00"])
def test_what_is_kept_is_never_trusted_when_broken(world: World, content: str) -> None:
    world.build()
    for path in spoil_kept(world.root):
        path.write_text(content, encoding="utf-8")
    world.plans["liutang-2030"] = replace(world.plans["liutang-2030"], do="改过的事项。")
    world.build()
    world.check()


def test_an_interrupted_build_leaves_the_old_site_and_is_made_up_for(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.build()
    before = whole_folder(world.root / "site")
    world.plans["liutang-2030"] = replace(world.plans["liutang-2030"], do="改过的事项。")
    with monkeypatch.context() as patched:
        patched.setattr("generators.site.publish.Press.page", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            world.build()
    assert whole_folder(world.root / "site") == before
    assert sorted(path.name for path in world.root.iterdir()) == [".zerenku", "content", "site"]
    world.build()
    world.check()
