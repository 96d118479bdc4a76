"""A paper re-set as Word and read again is the same plan: same clauses, same words, same facts."""

from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from generators.compose.retypeset import papers, retypeset
from generators.word.writer import write_docx
from tests.generators.compose.reset_papers import PLAIN, squash, texts
from tests.importer.layouts import drafts, original
from zerenku.extract import extract
from zerenku.importer import ImportWords, draft_json, import_text
from zerenku.model.outline import Draft
from zerenku.model.path import bookmark_of

ROWS_TO_THE_END = "table-without-numbers-in-rows"  # an imprint right below such a table reads as its last row
SIGNED = {"plain": PLAIN} | {
    name: text
    for name, text in texts()
    if name != ROWS_TO_THE_END and all(draft.outline.head.issued is not None for draft in drafts(text))
}
"""Papers with a date of their own; the blanks that the others get are no words of theirs."""
READ_AGAIN = (
    "title",
    "notice_title",
    "number",
    "issuer",
    "issued",
    "addressees",
    "cc",
    "basis",
    "period",
    "attachments",
    "noted_attachments",
    "stages",
    "reporting",
)
TEXTS = ("text", "starts", "owner_text")


def read(draft: Draft) -> dict[str, Any]:
    """What counts of a draft; texts without blanks."""
    found = draft_json(draft, plan_id="liutang-2031")
    clauses = [
        {key: squash(value or "") if key in TEXTS else value for key, value in clause.items()}
        for clause in found["clauses"]
    ]
    return {"clauses": clauses} | {key: found[key] for key in READ_AGAIN}


@pytest.mark.parametrize("name", SIGNED)
def test_the_word_file_reads_as_the_same_plan(name: str, tmp_path: Path) -> None:
    text = SIGNED[name]
    fields = {"印发日期": "2031年5月9日"}
    for paper in papers(drafts(text)):
        made = retypeset(paper[0], original=original(text), kind="notice", fields=fields, following=paper[1:])
        path = tmp_path / "重排.docx"
        path.write_bytes(write_docx(made.document))
        again = import_text(extract(path), words=ImportWords())
        assert [read(draft) for draft in again] == [read(draft) for draft in paper]


def test_every_anchor_is_a_bookmark_of_the_file(tmp_path: Path) -> None:
    made = retypeset(drafts(PLAIN)[0], original=original(PLAIN), kind="notice", fields={}, plan_id="liutang-2031")
    path = tmp_path / "重排.docx"
    path.write_bytes(write_docx(made.document))
    document = ZipFile(path).read("word/document.xml").decode()
    for anchor in ("liutang-2031/1", "liutang-2031/2", "liutang-2031/2-1", "liutang-2031/2-2"):
        assert f'w:name="{bookmark_of(anchor)}"' in document
