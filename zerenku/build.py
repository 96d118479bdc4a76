"""Floor 6: one catalogue to site, search index and sample papers.

Site and search do not know each other; this module hands the search script and its index to the site as plain files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generators.compose.notice import compose_notice
from generators.site.build import build_site
from generators.word.writer import write_docx
from search.browser import browser_index, search_script
from search.index import ensure_index
from zerenku.catalogue.catalogue import Catalogue
from zerenku.coverage import Gap
from zerenku.store.atomic import fresh_folder
from zerenku.store.workspace import Loaded

PAPERS: Final = "downloads"
SCRIPT: Final = "assets/zerenku/search.js"
BROWSER_INDEX: Final = "assets/zerenku/search-index.js"


@dataclass(frozen=True, slots=True)
class Built:
    """Where everything lies, and how much of it there is."""

    site: Path
    index: Path
    browser_index: Path
    papers: tuple[Path, ...]
    plans: int
    duties: int
    pages: int


def build_workspace(
    loaded: Loaded, *, site: Path, clean: bool = False, coverage: Mapping[str, tuple[Gap, ...]] | None = None
) -> Built:
    """Build all outputs; ContentBroken when the content has errors, and then nothing is touched.

    `coverage` are the gaps of the plans that were compared with an original, by plan id.
    """
    catalogue = loaded.sealed()
    papers = sample_papers(catalogue)
    extra = {
        SCRIPT: search_script(),
        BROWSER_INDEX: browser_index(catalogue),
        **papers,
    }
    config = loaded.root / "mkdocs.yml"
    with fresh_folder(site) as work:
        config_file = config if config.is_file() else None
        build_site(catalogue, out=work, assets=extra, config_file=config_file, coverage=coverage)
    index = ensure_index(loaded.root, catalogue, clean=clean)
    return Built(
        site=site,
        index=index,
        browser_index=site / BROWSER_INDEX,
        papers=tuple(site / name for name in papers),
        plans=len(catalogue.plans),
        duties=len(catalogue.duties),
        pages=sum(1 for _ in site.rglob("*.html")),
    )


def sample_papers(catalogue: Catalogue) -> dict[str, bytes]:
    """Site-relative name → the sample notice of each plan."""
    return {
        f"{PAPERS}/{plan.id}-notice.docx": write_docx(compose_notice(catalogue, plan.id)) for plan in catalogue.plans
    }
