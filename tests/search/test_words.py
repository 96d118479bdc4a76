"""The lexicon's mark: it tells of everything that the lexicon is gathered from."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from search.words import gather_lexicon, lexicon_mark
from zerenku.catalogue.catalogue import Catalogue


def _with(catalogue: Catalogue, **changed: Any) -> Any:
    told = {"registers": catalogue.registers, "plans": catalogue.plans, "clauses": catalogue.clauses}
    return SimpleNamespace(**{**told, **changed})


def test_same_words_same_mark(catalogue: Catalogue) -> None:
    assert lexicon_mark(_with(catalogue)) == lexicon_mark(catalogue)


def test_a_heading_or_a_title_changes_the_mark(catalogue: Catalogue) -> None:
    clause, *clauses = catalogue.clauses
    headed = replace(clause, clause=replace(clause.clause, heading="新写的标题"))
    plan, *plans = catalogue.plans
    titled = replace(plan, title="青禾县另一个方案")
    for changed, word in (
        (_with(catalogue, clauses=(headed, *clauses)), "新写的标题"),
        (_with(catalogue, plans=(titled, *plans)), "青禾县另一个方案"),
    ):
        assert lexicon_mark(changed) != lexicon_mark(catalogue)
        lexicon = gather_lexicon(changed)
        assert any(word in group.variants for group in (*lexicon.groups, *lexicon.headings))


def test_what_is_no_heading_leaves_the_mark(catalogue: Catalogue) -> None:
    clause, *clauses = catalogue.clauses
    told = replace(clause, clause=replace(clause.clause, summary="换了一句话"))
    assert lexicon_mark(_with(catalogue, clauses=(told, *clauses))) == lexicon_mark(catalogue)
