"""How long a site takes: ours from the generated corpus, and MkDocs Material's from the same plans as Markdown pages.

Each figure is one process of its own, so that memory is its own, too; memory is that of the largest process. Run alone,
and smaller: `python bench/site_figures.py 100`; the largest corpus holds three times as many plans.
"""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from corpus import write_corpus

from generators.site.build import render_shells
from generators.site.edition import Edition
from generators.site.pages import Section, SitePage, unfolded
from generators.site.plugin import PROSE
from generators.site.publish import Publisher
from generators.site.views.plan import plan_pages
from zerenku.build import build_workspace
from zerenku.build.program import program_digest
from zerenku.model.plan import Plan
from zerenku.store.kept import Kept
from zerenku.store.parallel import processors, spread, unhurried_collector
from zerenku.store.shelf import Shelf
from zerenku.store.workspace import load

ROOT: Final = Path(__file__).resolve().parent.parent
PLANS: Final = 1000
LARGE: Final = 3
"""How many times as many plans the largest corpus holds."""
MEGABYTE: Final = 1024
ZERENKU: Final = str(Path(sys.executable).with_name("zerenku"))
MATERIAL: Final = "site_name: 对照\ndocs_dir: docs\ntheme: {name: material, language: zh, font: false}\n"


def site_figures(plans: int = PLANS) -> Iterator[tuple[str, str]]:
    """(what, figure) pairs: the real content first, then the corpus."""
    with tempfile.TemporaryDirectory() as folder:
        real = Path(folder) / "real"
        shutil.copytree(ROOT / "content", real / "content")
        for what in ("all", "edit", "command", "watch"):
            yield f"网站，现有方案：{NAMES[what]}", _measured(what, real)
        corpus = Path(folder) / "corpus"
        write_corpus(corpus, plans)
        for what in ("plans", "all", "edit", "watch", "material"):
            yield f"网站，{plans} 个方案：{NAMES[what]}", _measured(what, corpus)
        shutil.rmtree(corpus)
        write_corpus(corpus, plans * LARGE)
        for what in ("all", "edit"):
            yield f"网站，{plans * LARGE} 个方案：{NAMES[what]}", _measured(what, corpus)


def _measured(what: str, root: Path) -> str:
    done = subprocess.run(
        [sys.executable, __file__, what, str(root)], check=True, capture_output=True, env={**os.environ, **QUIET}
    )
    found = json.loads(done.stdout.splitlines()[-1])
    return f"{found['seconds']:.2f} 秒（处理器合计 {found['processor']:.2f} 秒），内存峰值 {found['megabytes']} MB"


def plan_pages_alone(root: Path) -> None:
    """Sources to plan pages on disk; nothing is kept for a next build."""
    catalogue = load(root, jobs=processors()).sealed()
    edition = Edition(catalogue)
    pages = tuple(unfolded(plan_pages(catalogue)))
    with unhurried_collector(), tempfile.TemporaryDirectory() as folder:
        shells, _ = render_shells(edition, (*_linked(), *pages), out=Path(folder))
        publisher = Publisher(edition, shells, None, Path(folder))
        jobs = processors()

        def chunk(start: int) -> None:
            for page in pages[start :: jobs * 4]:
                publisher.page(page)

        spread(chunk, jobs * 4, jobs=jobs)


def _linked() -> Iterator[SitePage]:
    """Empty pages for what the prose links to: without them MkDocs would complain."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(PROSE.glob("*.md"))}
    found = {link for text in texts.values() for link in re.findall(r"\]\(([^)#\s]+)\.md", text)}
    for path in sorted({"index", *found} - set(texts) - {"plans/index"}):
        yield SitePage(path, path, Section.HOME, "")


def everything(root: Path) -> None:
    """Sources to all pages and the search of the site, from nothing; papers and the server's index apart."""
    with unhurried_collector():
        loaded = load(root, jobs=processors(), shelf=_shelf(root, anew=True))
        build_workspace(loaded, site=root / "site", clean=True, jobs=processors(), papers=False, server_index=False)


def one_edit(root: Path) -> None:
    """The same on what the last build left, after an edit."""
    with unhurried_collector():
        loaded = load(root, jobs=processors(), shelf=_shelf(root))
        build_workspace(loaded, site=root / "site", jobs=processors(), papers=False)


def _shelf(root: Path, *, anew: bool = False) -> Shelf:
    """As the commands have it."""
    return Shelf(Kept(root, program_digest(), anew=anew))


def command(root: Path) -> None:
    """`zerenku build` as a person waits for it: the start of the program, papers and all."""
    subprocess.run([ZERENKU, "-C", str(root), "build"], check=True, capture_output=True)


def material(root: Path) -> None:
    """MkDocs Material on a page of Markdown for each plan."""
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], check=True, cwd=root / "material")


def write_material(root: Path) -> None:
    """The plans as a project of MkDocs Material: headings, summaries, duties as lists."""
    docs = root / "material" / "docs"
    docs.mkdir(parents=True)
    (root / "material" / "mkdocs.yml").write_text(MATERIAL, encoding="utf-8")
    catalogue = load(root).sealed()

    def lines(plan: Plan) -> Iterator[str]:
        yield f"# {plan.title}"
        for clause in catalogue.clauses_of(plan.id):
            yield f"{'#' * (clause.depth + 2)} {clause.clause.heading or clause.clause.starts}"
            yield clause.clause.summary or ""
            for duty in clause.duties:
                yield f"- **{'、'.join(duty.duty.obliged)}**：{duty.duty.do}"

    for plan in catalogue.plans:
        (docs / f"{plan.id}.md").write_text("\n\n".join(lines(plan)), encoding="utf-8")


def edit(root: Path, word: str) -> None:
    """Change the words of the first duty of the first plan."""
    path = min((root / "content" / "plans").glob("*.yml"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("do: ", f"do: {word}", 1), encoding="utf-8")


@unhurried_collector()
def watch_once(root: Path) -> tuple[float, float]:
    """Seconds by the clock and of the processor from a saved edit to changed pages, with everything in memory."""
    shelf = _shelf(root)
    build_workspace(load(root, shelf=shelf), site=root / "site", papers=False, server_index=False)
    edit(root, "随即")
    start, before = time.perf_counter(), processor_seconds()
    build_workspace(load(root, shelf=shelf), site=root / "site", papers=False, pages_only=True)
    return time.perf_counter() - start, processor_seconds() - before


NAMES: Final = {
    "plans": "只有方案页",
    "all": "全部页面和网页检索（下载文书另计）",
    "edit": "改一处后再生成，检索同时更新（下载文书另计）",
    "command": "改一处后运行 zerenku build，从启动到文书全部更新",
    "watch": "serve --watch 时改一处到网页更新",
    "material": "MkDocs Material，同样的方案一页一个",
}
TASKS: Final[dict[str, Callable[[Path], None]]] = {
    "plans": plan_pages_alone,
    "all": everything,
    "edit": one_edit,
    "command": command,
    "material": material,
}
QUIET: Final = {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": ""}


def processor_seconds() -> float:
    """What this process and its children have used so far: on a busy machine it tells more than the clock."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(found.ru_utime + found.ru_stime for found in map(resource.getrusage, kinds))


def measure(what: str, root: Path) -> None:
    """One figure as JSON."""
    if what == "watch":
        seconds, spent = watch_once(root)
    else:
        if what == "command":
            command(root)
        if what in {"edit", "command"}:
            edit(root, "再次")
        if what == "material":
            write_material(root)
        before = processor_seconds()
        start = time.perf_counter()
        TASKS[what](root)
        seconds, spent = time.perf_counter() - start, processor_seconds() - before
    most = max(own_peak(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
    print(json.dumps({"seconds": seconds, "processor": spent, "megabytes": most // MEGABYTE}))


def own_peak() -> int:
    """The most memory of this program, in kB; getrusage would tell that of the program that started it, too."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")))


if __name__ == "__main__":
    if len(sys.argv) > 2:
        measure(sys.argv[1], Path(sys.argv[2]))
    else:
        for name, figure in site_figures(int(sys.argv[1]) if len(sys.argv) > 1 else PLANS):
            print(f"{name}：{figure}", flush=True)
