"""After any edit, what is kept and what is made anew together are byte for byte what a build from nothing gives."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support import REGISTERS, plan, sources, write
from zerenku.build import Built, build_workspace
from zerenku.store.kept import Kept
from zerenku.store.shelf import Shelf
from zerenku.store.workspace import load

OFFICES = ("镇政府", "安办", "派出所", "各村")
WORDS = ("每日巡查。", "每周讲评。", "查<看>台账。", "报送进度。")
FIRMS = ("企业", "仓储企业", "纺织企业")
BASES = ("qinghe-2030-8", "qinghe-2030-9")
TOWNS = ("liutang", "sangyuan")


@dataclass(frozen=True)
class Sketch:
    """What a plan of the invented world says; every field shows on some other page as well."""

    title: str = "消防整治方案"
    do: str = WORDS[0]
    lead: str = OFFICES[0]
    firm: str = FIRMS[0]
    month: int = 6
    topic: str = "xiaofang"
    basis: str = BASES[0]
    summary: str = "查一遍。"
    attached: bool = False
    note: str = ""
    about: str = "全文一句话。"

    def text(self, plan_id: str) -> str:
        """The source of the plan."""
        office = "镇政府" if plan_id.startswith("sangyuan") else self.lead
        clauses = f"""
            - mark: 一
              heading: 目标
              starts: 目标
              summary: {self.summary}
              {f"notes: [{self.note}]" if self.note else "topics: []"}
              clauses:
                - mark: （一）
                  starts: 巡查
                  topics: [{self.topic}]
                  cites: [GB 30871-2022, 《青禾县动火管理规程》]
                  assignments: [{{certainty: lead, lead: [{office}], phrase: 由其负责}}]
                  duties:
                    - obliged: [{office}]
                      do: {self.do}
                      deadlines: [{{date: 2030-{self.month:02}-28, text: 月底前}}]
                    - {{obliged: [{self.firm}], do: 自查。, recurrence: [{{every: month, text: 每月}}]}}
            """
        attached = (
            "[{no: 附件1, title: 清单, clauses: [{mark: 一, starts: 清, duties: [{obliged: [镇政府], do: 清点。}]}]}]"
        )
        return plan(
            clauses,
            id=plan_id,
            place=plan_id.partition("-")[0],
            title=f"{plan_id.partition('-')[0]} {self.title}",
            issuers="[镇政府]",
            basis=f"[{self.basis}]",
            summary=self.about,
            issued="2030-01-05",
            period="[2030-02, 2030-12]",
            reporting="[{who: [镇政府], to: [应急管理局], what: 小结, due: {every: month, day: 5, text: 每月5日前}}]",
            attachments=attached if self.attached else None,
        )


@dataclass
class World:
    """A workspace that is edited step by step, built in place after each, and compared with a build from nothing.

    Built by one process after another (`cold`), which share what is kept on disk, or by one that goes on.
    """

    root: Path
    plans: dict[str, Sketch] = field(default_factory=lambda: {"liutang-2030": Sketch(), "sangyuan-2031": Sketch()})
    registers: dict[str, str] = field(default_factory=dict)
    profiles: dict[str, str] = field(default_factory=dict)
    cold: bool = True
    shelf: Shelf | None = None

    def save(self) -> None:
        """Write the sources; a plan that is gone loses its file."""
        texts = sources(*(sketch.text(plan_id) for plan_id, sketch in self.plans.items()), **self.registers)
        texts |= {f"content/profiles/{name}.yml": text for name, text in self.profiles.items()}
        for path in (self.root / "content").rglob("*.yml"):
            if path.relative_to(self.root).as_posix() not in texts:
                path.unlink()
        for name, text in texts.items():
            path = self.root / name
            if not path.is_file() or path.read_text(encoding="utf-8") != text:
                write(self.root, {name: text})

    def build(self, *, jobs: int = 1, papers: bool = False) -> Built:
        """Build in place, on what the last build left."""
        self.save()
        if self.shelf is None or self.cold:
            self.shelf = Shelf(Kept(self.root, "program"))
        loaded = load(self.root, shelf=self.shelf)
        return build_workspace(loaded, site=self.root / "site", jobs=jobs, papers=papers)

    def anew(self, *, papers: bool = False) -> dict[str, bytes]:
        """The site of a build from nothing elsewhere."""
        with TemporaryDirectory() as folder:
            shutil.copytree(self.root / "content", Path(folder) / "content")
            build_workspace(load(Path(folder)), site=Path(folder) / "site", clean=True, papers=papers)
            return whole_folder(Path(folder) / "site")

    def check(self, *, papers: bool = False) -> None:
        """The site as it lies there is the site of a build from nothing."""
        here, there = whole_folder(self.root / "site"), self.anew(papers=papers)
        assert sorted(here) == sorted(there)
        assert [name for name in sorted(here) if here[name] != there[name]] == []


def whole_folder(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


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
@given(steps=st.lists(STEPS, min_size=1, max_size=4), cold=st.booleans())
def test_any_edits_end_where_a_build_from_nothing_ends(*, steps: list[tuple[str, object, object]], cold: bool) -> None:
    with TemporaryDirectory() as folder:
        world = World(Path(folder), cold=cold)
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
    world.build(papers=True, jobs=2)
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
    world = World(tmp_path)
    world.build(jobs=jobs)
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
