"""The search of a site after any edit: what is kept and what is made anew together are what a first build gives."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.site.manifest import FileRecord
from search.browser import FOLDER, ROOT, browser_files
from search.browser.codec import read_script
from tests.support import REGISTERS, clause, plan, sources, write
from zerenku.build.searching import Searching
from zerenku.store.kept import KEY
from zerenku.store.workspace import Loaded, load

WORDS = ("查电线。", "查货架。", "每月15日前报台账。", "清点 GB 30871 标牌。")


class Site:
    """The search of a small workspace of many plans: each has some clauses, of each its words."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.plans = {f"liutang-{year}": [WORDS[year % 4]] * (1 + year % 3) for year in range(2000, 2030)}
        self.topics = REGISTERS["topics"]
        self.files: dict[str, bytes] = {}
        self.written: set[str] = set()

    @staticmethod
    def clause(mark: str, words: str) -> str:
        """One clause whose duty is proved by these words."""
        return clause(mark=mark, duty=f"evidence: {words}")

    def load(self) -> Loaded:
        """The workspace as it is now."""
        for path in (self.root / "content").glob("plans/*.yml"):
            path.unlink()
        texts = [plan("\n".join(map(self.clause, "一二三四", said)), id=name) for name, said in self.plans.items()]
        return load(write(self.root, sources(*texts, topics=self.topics)))

    def build(self) -> Loaded:
        """Build on what the last build left."""
        loaded = self.load()
        there = {name: FileRecord.of(data) for name, data in self.files.items()}
        made: dict[str, bytes] = {}

        def put(files: Iterable[tuple[str, bytes]]) -> dict[str, FileRecord]:
            found = dict(files)
            made.update(found)
            return {name: FileRecord.of(data) for name, data in found.items()}

        records = Searching(loaded, "program", there, put, self.root / "kept").files()
        self.written = {name.removeprefix(FOLDER) for name, data in made.items() if self.files.get(name) != data}
        self.files = {name: made[name] if name in made else self.files[name] for name in records}
        return loaded

    def check(self, loaded: Loaded) -> None:
        """What lies there is what a build from nothing gives."""
        anew = browser_files(loaded.sealed())
        assert sorted(self.files) == sorted(anew)
        assert [name for name in sorted(anew) if self.files[name] != anew[name]] == []


EDITS = st.one_of(
    st.tuples(st.just("say"), st.integers(0, 99), st.sampled_from(WORDS)),
    st.tuples(st.just("more"), st.integers(0, 99), st.sampled_from(WORDS)),
    st.tuples(st.just("less"), st.integers(0, 99), st.none()),
    st.tuples(st.just("add"), st.integers(1900, 2100), st.sampled_from(WORDS)),
    st.tuples(st.just("delete"), st.integers(0, 99), st.none()),
    st.tuples(st.just("register"), st.integers(0, 3), st.none()),
    st.tuples(st.just("spoil"), st.integers(0, 99), st.none()),
)


def take(site: Site, edit: tuple[str, int, str | None]) -> None:
    """Do what the edit says, as far as it makes sense."""
    kind, number, words = edit
    name = list(site.plans)[number % len(site.plans)]
    match kind, words:
        case "say", str():
            site.plans[name] = [words, *site.plans[name][1:]]
        case "more", str() if len(site.plans[name]) < 4:
            site.plans[name] = [*site.plans[name], words]
        case "less", _ if len(site.plans[name]) > 1:
            site.plans[name] = site.plans[name][1:]
        case "add", str():
            site.plans[f"liutang-{number}"] = [words]
        case "delete", _ if len(site.plans) > 1:
            del site.plans[name]
        case "register", _:
            site.topics = REGISTERS["topics"] + f"- {{id: more{number}, name: 新主题{number}}}\n"
        case "spoil", _:
            kept = sorted((site.root / "kept").iterdir())
            kept[number % len(kept)].write_bytes(b"0123456789abcdef\x00")


@settings(max_examples=8)
@given(st.lists(EDITS, min_size=1, max_size=4))
def test_any_edits_end_where_a_build_from_nothing_ends(edits: list[tuple[str, int, str | None]]) -> None:
    with TemporaryDirectory() as folder:
        site = Site(Path(folder))
        site.build()
        for edit in edits:
            take(site, edit)
            site.build()
        site.check(site.load())


def test_an_edit_touches_its_own_section_and_the_terms_that_changed(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.build()
    sections = dict(read_script(site.files[ROOT])["sections"])
    assert len(sections) > 2
    site.plans["liutang-2015"] = ["查蓄电池。", *site.plans["liutang-2015"][1:]]
    loaded = site.build()
    records = {name for name in site.written if name.startswith("c-")}
    assert len({name.partition(".")[0] for name in records}) == 1
    postings = {name for name in site.written if name.startswith("p")}
    assert 0 < len(postings) < 20
    assert not {name for name in site.written if name.startswith(("w", "l", "n", "h", "f-"))}
    site.check(loaded)


class Planted:
    """Packed by a stranger: whoever reads it with pickle makes the file."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.file,)


@pytest.mark.parametrize("rows", [None, (1, 2, 3), 7])
def test_what_a_stranger_kept_runs_nothing_and_is_made_again(tmp_path: Path, rows: object) -> None:
    """With the right key, too: who has the sources can work it out."""
    site = Site(tmp_path)
    site.build()
    for path in (tmp_path / "kept").iterdir():
        left = pickle.dumps(Planted(tmp_path / "ran") if rows is None else rows)
        path.write_bytes(path.read_bytes()[:KEY] + left)
    loaded = site.build()
    assert not (tmp_path / "ran").exists()
    assert site.written == set()
    site.check(loaded)


def test_nothing_is_written_when_nothing_changed(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.build()
    site.build()
    assert site.written == set()
