"""Files that are broken or meant to harm are refused in one sentence; odd ones are measured all the same."""

import io
import zipfile

import pytest

from tests.proof.papers import notice, packed
from zerenku.extract.refusal import Refusal
from zerenku.proof.proving import prove

FOOTER = "word/upright-even-footer.xml"
BILLION = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(notice())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_part(name: str, data: bytes) -> bytes:
    return packed(parts() | {name: data})


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"no archive at all", packed({"a.txt": b"a"}), notice()[:-30], notice()[:4000]],
    ids=["empty", "stub", "text", "other zip", "no end", "half"],
)
def test_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal):
        prove(data)


@pytest.mark.parametrize(
    "name",
    ["word/document.xml", "word/styles.xml", "word/settings.xml", "docProps/core.xml", FOOTER],
)
def test_entities_are_refused_wherever_they_stand(name: str) -> None:
    declared = parts()[name].partition(b"?>")
    with pytest.raises(Refusal, match="DOCTYPE"):
        prove(with_part(name, declared[0] + b"?>" + BILLION + declared[2]))


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml"])
def test_damage_is_refused(name: str) -> None:
    with pytest.raises(Refusal, match="损坏"):
        prove(with_part(name, parts()[name][:-20]))


def test_a_bomb_is_refused() -> None:
    with pytest.raises(Refusal, match="大得不正常"):
        prove(with_part("word/document.xml", b" " * 30_000_000))


def test_tables_in_tables_without_end_are_refused() -> None:
    opening, closing = b"<w:tbl><w:tr><w:tc>", b"</w:tc></w:tr></w:tbl>"
    text = parts()["word/document.xml"].replace(b"<w:body>", b"<w:body>" + opening * 300 + closing * 300, 1)
    with pytest.raises(Refusal, match="嵌套过深"):
        prove(with_part("word/document.xml", text))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'w:val="32"', b'w:val="much"'),
        (b'w:val="32"', b'w:val="-99999999999999999999"'),
        (b'w:line="579"', b'w:line="0"'),
        (b'w:basedOn w:val="Normal"', b'w:basedOn w:val="Nobody"'),
        (b'w:color w:val="FF0000"', b'w:color w:val="red?"'),
    ],
)
def test_senseless_values_are_measured_and_not_met(old: bytes, new: bytes) -> None:
    styles = parts()["word/styles.xml"]
    assert old in styles
    assert prove(with_part("word/styles.xml", styles.replace(old, new))).failed


def test_missing_parts_are_no_error() -> None:
    left = {name: data for name, data in parts().items() if name not in {"word/styles.xml", "word/settings.xml"}}
    assert prove(packed(left)).failed


def test_a_footer_that_points_outside_is_not_followed() -> None:
    relations = parts()["word/_rels/document.xml.rels"].replace(
        b'Target="upright-default-footer.xml"', b'Target="https://example.invalid/x" TargetMode="External"'
    )
    assert prove(with_part("word/_rels/document.xml.rels", relations)).rows
