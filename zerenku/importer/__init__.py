"""Floor 3: an official text read into drafts, and drafts into plan records or interchange JSON."""

from zerenku.importer.annotate import ImportWords
from zerenku.importer.draft_json import draft_json
from zerenku.importer.draft_plan import draft_plan, plan_text
from zerenku.importer.pipeline import STAGES, import_text

__all__ = ["STAGES", "ImportWords", "draft_json", "draft_plan", "import_text", "plan_text"]
