"""Papers as the manifest keeps them, and the digests that tell whether they must be made again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from generators.site.papers import Mark, Paper

KILOBYTE: Final = 1024


def names_of(papers: Mapping[str, Sequence[Mapping[str, Any]]], plan_id: str) -> list[str]:
    """The files of a plan's papers, from the root of the site."""
    return [paper_of(plan_id, row).name for row in papers[plan_id]]


def key_of(*values: object) -> str:
    """A digest of plain values."""
    return blake2b(json.dumps(values, ensure_ascii=False, sort_keys=True).encode(), digest_size=16).hexdigest()


def returns_of(root: Path, plan_id: str) -> list[list[str]]:
    """The returned tables of a plan, by name and digest."""
    return _digests(root / "content" / "progress" / plan_id)


def profiles_of(root: Path) -> list[list[str]]:
    """The layout profiles of issuers, likewise."""
    return _digests(root / "content" / "profiles")


def _digests(folder: Path) -> list[list[str]]:
    found = sorted(path for path in folder.glob("*") if path.is_file()) if folder.is_dir() else []
    return [[path.name, blake2b(path.read_bytes(), digest_size=16).hexdigest()] for path in found]


def row_of(paper: Paper) -> Mapping[str, Any]:
    """What a manifest keeps of a paper: as much as pages tell, so that they stay when a paper changes a little."""
    marks = [mark.value for mark in paper.marks]
    kilobytes = -(-len(paper.data) // KILOBYTE)
    return {
        "kind": paper.kind,
        "suffix": paper.suffix,
        "about": paper.about,
        "marks": marks,
        "size": kilobytes * KILOBYTE,
    }


def paper_of(plan_id: str, row: Mapping[str, Any]) -> Paper:
    """The paper that a row tells of, without its bytes."""
    marks = tuple(map(Mark, row["marks"]))
    return Paper(
        plan=plan_id,
        kind=row["kind"],
        data=b"",
        suffix=row["suffix"],
        about=row["about"],
        marks=marks,
        kept=row["size"],
    )
