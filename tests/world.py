"""An invented workspace, edited step by step, built in place after each, and compared with a build from nothing."""

import shutil
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support import plan, sources, write
from zerenku.build import Built, build_workspace
from zerenku.store.kept import Kept
from zerenku.store.shelf import Shelf
from zerenku.store.workspace import load

Announce = Callable[[str, int], Callable[[], None]]

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
    last: str = "2030-12"
    issued: str = "2030-01-05"
    reporter: str = OFFICES[0]
    told: bool = False
    replaces: str = ""

    def text(self, plan_id: str, plans: Collection[str]) -> str:
        """The source of the plan, among these."""
        alone = plan_id.startswith("sangyuan")
        office, reporter = ("镇政府", "镇政府") if alone else (self.lead, self.reporter)
        # A report on the day of a duty to report is told once.
        due = f"date: 2030-{self.month:02}-28, text: 月底前" if self.told else "every: month, day: 5, text: 每月5日前"
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
            issued=self.issued,
            period=f"[2030-02, {self.last}]" if self.last else None,
            reporting=f"[{{who: [{reporter}], to: [应急管理局], what: 小结, due: {{{due}}}, clause: 一/（一）}}]",
            replaces=f"[{self.replaces}]" if self.replaces in set(plans) - {plan_id} else None,
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
    jobs: int = 1
    shelf: Shelf | None = None

    def save(self) -> None:
        """Write the sources; a plan that is gone loses its file."""
        texts = sources(*(sketch.text(plan_id, self.plans) for plan_id, sketch in self.plans.items()), **self.registers)
        texts |= {f"content/profiles/{name}.yml": text for name, text in self.profiles.items()}
        for path in (self.root / "content").rglob("*.yml"):
            if path.relative_to(self.root).as_posix() not in texts:
                path.unlink()
        for name, text in texts.items():
            path = self.root / name
            if not path.is_file() or path.read_text(encoding="utf-8") != text:
                write(self.root, {name: text})

    def build(self, *, papers: bool = False, announce: Announce = lambda *_: lambda: None) -> Built:
        """Build in place, on what the last build left."""
        self.save()
        if self.shelf is None or self.cold:
            self.shelf = Shelf(Kept(self.root, "program"))
        loaded = load(self.root, shelf=self.shelf)
        return build_workspace(loaded, site=self.root / "site", jobs=self.jobs, papers=papers, announce=announce)

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
