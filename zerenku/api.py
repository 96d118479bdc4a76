"""The public surface of the package: what other programs may rely on."""

from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.interchange import plan_json
from zerenku.linter.runner import lint
from zerenku.model.finding import Finding, Severity
from zerenku.model.path import ClausePath
from zerenku.model.plan import Plan
from zerenku.store.workspace import Loaded, load

__all__ = ["Catalogue", "ClausePath", "Finding", "Loaded", "Plan", "Severity", "lint", "load", "plan_json"]
