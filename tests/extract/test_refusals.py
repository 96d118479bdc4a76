"""Files that are broken, hostile or of the wrong kind: one sentence, at once, and nothing written."""

import os
import struct
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.extract.papers import SPACES, document, p, packed
from tests.extract.reading import reason, texts
from zerenku.errors import SourceUnreadable
from zerenku.extract import extract
from zerenku.extract.word import package

GOOD = document(p("第一条"), p("第二条"))
LAUGHS = '<!DOCTYPE w [<!ENTITY a "哈哈">{}]>'.format(
    "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))
)


@pytest.fixture(autouse=True)
def at_once() -> Iterator[None]:
    begun = time.monotonic()
    yield
    assert time.monotonic() - begun < 5


def main_part(xml: str | bytes, **more: bytes) -> bytes:
    """A package whose document part is this."""
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    links = f'<Relationships xmlns="{relations}"><Relationship Id="r" Type="{kind}" Target="d.xml"/></Relationships>'
    return packed({"_rels/.rels": links, "d.xml": xml, **more})


def body(inner: str, prolog: str = "") -> str:
    return f"{prolog}<w:document {SPACES}><w:body>{inner}</w:body></w:document>"


def patched(data: bytes, name: bytes, size: int) -> bytes:
    """The same zip, its directory telling another unpacked size of one entry."""
    changed = bytearray(data)
    entry = changed.rfind(b"PK\x01\x02", 0, changed.rfind(name))
    struct.pack_into("<I", changed, entry + 24, size)
    return bytes(changed)


# ----------------------------------------------------------------------------------------------- damaged or hostile


@pytest.mark.parametrize("length", [30, 200, len(GOOD) // 2, len(GOOD) - 30])
def test_truncated_package(length: int) -> None:
    assert "不完整" in reason(GOOD[:length])


def test_locked_zip_entry() -> None:
    data = bytearray(GOOD)
    entry = data.find(b"PK\x01\x02")
    struct.pack_into("<H", data, entry + 8, 1)
    assert "密码" in reason(bytes(data))


@pytest.mark.parametrize(
    "xml",
    [
        body(p("<w:r><w:t>&i;</w:t></w:r>"), LAUGHS),
        body(p("<w:r><w:t>&a;</w:t></w:r>"), '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
        body(p("甲"), f"<!--{'x' * 9000}-->{LAUGHS}"),
        body(p("甲"), f'<?xml version="1.0" encoding="utf-16"?>{LAUGHS}').encode("utf-16"),
        body(p("甲"), '<!DOCTYPE w SYSTEM "http://localhost/x.dtd">'),
    ],
    ids=["billion laughs", "file", "far down", "utf-16", "external"],
)
def test_entities(xml: str | bytes) -> None:
    assert "DOCTYPE" in reason(main_part(xml))


def test_bombs_by_the_directory() -> None:
    assert "大得不正常" in reason(main_part(body("<w:p/>" * 2_000_000)))
    assert "大得不正常" in reason(main_part(body(p("甲")), media=bytes(50_000_000)))
    assert "大得不正常" in reason(packed({f"{number}.xml": "" for number in range(6000)}))


def test_bombs_while_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = main_part(body("<w:p/>" * 2_000_000))
    assert "不完整" in reason(patched(bomb, b"d.xml", 1000))
    monkeypatch.setattr(package, "MAX_RATIO", 10_000)
    monkeypatch.setattr(package, "MAX_PART", 1_000_000)
    assert "大得不正常" in reason(bomb)


def test_same_name_twice() -> None:
    assert "损坏" in reason(packed({"word/document.xml": "x", "WORD/Document.xml": "y"}))


def test_deep_nesting() -> None:
    opened, closed = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    assert "嵌套过深" in reason(main_part(body(opened * 3000 + p("深") + closed * 3000)))
    assert texts(main_part(body(opened * 80 + p("深") + closed * 80))) == ["深"]
    assert "嵌套过深" in reason(f"<p>头</p>{'<div>' * 5000}深".encode(), "x.html")
    assert texts(f"{'<div>' * 500}深".encode(), "x.html") == ["深"]


def test_main_part_missing_or_of_another_kind() -> None:
    assert "损坏" in reason(packed({"[Content_Types].xml": "<x/>"}))
    assert "损坏" in reason(main_part("<x/>"))
    assert "损坏" in reason(main_part(""))


# ---------------------------------------------------------------------------------------------------------- wrong kind


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "x.docx", "空"),
        (b"", "x.txt", "空"),
        (b" \n\n\t", "x.txt", "没有文字"),
        (b"\xef\xbb\xbf", "x.txt", "没有文字"),
        (b"just text", "x.docx", "内容却不是 Word 文档"),
        (b"just text", "x.pdf", "内容却不是 PDF"),
        (b"\x89PNG\r\n\x1a\n", "x.docx", "图片"),
        (b"\xff\xd8\xff\xe0", "x.jpg", "图片"),
        (b"Rar!\x1a\x07", "x.rar", "解压"),
        (b"PK\x05\x06" + bytes(18), "x.docx", "空的压缩包"),
        (b"MIME-Version: 1.0\n", "x.doc", ".mht"),
        (b"a,b\n", "x.csv", "不读 .csv"),
        (b"<?xml version='1.0'?><x/>", "x", "XML"),
        (b"\x7fELF\x00\x00", "x", "空字符"),
        ("甲\0乙".encode(), "x.txt", "空字符"),
        ("甲\0乙".encode("utf-16"), "x.txt", "空字符"),
    ],
)
def test_wrong_kind(data: bytes, name: str, said: str) -> None:
    assert said in reason(data, name)


def test_huge_file_is_not_touched(tmp_path: Path) -> None:
    huge = tmp_path / "huge.docx"
    with huge.open("wb") as stream:
        stream.truncate(200_000_000)
    with pytest.raises(SourceUnreadable, match="文件有 200 MB，超过 50 MB"):
        extract(huge)


def test_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    cases = {
        tmp_path: "目录",
        tmp_path / "none.docx": "没有这个文件",
        tmp_path / "pipe.txt": "不是普通文件",
        tmp_path / "pipe.txt" / "x": "打不开",
        tmp_path / ("长" * 300): "路径太长",
        Path("a\0b.txt"): "路径无效",
    }
    for path, said in cases.items():
        with pytest.raises(SourceUnreadable, match=said) as caught:
            extract(path)
        assert "\0" not in str(caught.value)


def test_forbidden_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "x.txt"
    path.write_text("甲", encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SourceUnreadable, match="没有读取权限"):
        extract(path)


def test_any_mutation_is_read_or_refused() -> None:
    """Bytes changed, cut out and repeated at regular places: never anything but lines or a refusal."""
    for data, name in ((GOOD, "x.docx"), ("<table><tr><td>甲<td>乙</table>".encode(), "x.html")):
        for place in range(0, len(data), max(1, len(data) // 150)):
            for changed in (
                data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :],
                data[:place] + data[place + 5 :],
                data[:place] + data[:9] + data[place:],
            ):
                with suppress(SourceUnreadable):
                    texts(changed, name)


def test_notes_that_refer_to_one_another_are_read_once() -> None:
    twice = '<w:r><w:footnoteReference w:id="{0}"/><w:footnoteReference w:id="{0}"/></w:r>'
    notes = "".join(f'<w:footnote w:id="{n}">{p("注", twice.format(n % 40 + 1))}</w:footnote>' for n in range(1, 41))
    assert texts(document(p("甲", twice.format(1)), parts={"footnotes": notes})) == ["甲", *["注"] * 40]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[" * 300_000, "x.md"),
        ("**甲" * 100_000, "x.md"),
        ("`" * 300_000, "x.md"),
        ("| " * 200_000, "x.md"),
        ("<ol>" + "<li>甲" * 50_000, "x.html"),
        ("<!--" * 100_000 + "甲", "x.txt"),
        ("<p>" + "甲 \n" * 200_000, "x.html"),
        ("<td>" * 50_000 + "甲", "x.html"),
    ],
    ids=["links", "stars", "ticks", "cells", "items", "comments", "lines", "fields"],
)
def test_large_and_odd_texts_take_no_time(text: str, name: str) -> None:
    with suppress(SourceUnreadable):
        texts(text.encode(), name)
