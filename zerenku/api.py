"""The public surface of the package: what other programs may rely on."""

from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.interchange import plan_json
from zerenku.extract import extract
from zerenku.importer import ImportWords, draft_json, draft_plan, import_text
from zerenku.linter.runner import lint, lint_paper
from zerenku.model.finding import Finding, Severity
from zerenku.model.outline import Draft, Original
from zerenku.model.path import ClausePath
from zerenku.model.plan import Plan
from zerenku.store.workspace import Loaded, load

__all__ = [
    "Catalogue",
    "ClausePath",
    "Draft",
    "Finding",
    "ImportWords",
    "Loaded",
    "Original",
    "Plan",
    "Severity",
    "draft_json",
    "draft_plan",
    "extract",
    "import_text",
    "lint",
    "lint_paper",
    "load",
    "plan_json",
]
