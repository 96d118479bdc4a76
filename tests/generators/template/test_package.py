"""The package of a template: what is refused, what is cut with a word, and what is carried over."""

import pytest

from generators.template import container
from generators.template.check import check_template, inspect
from generators.template.fill import fill_template
from tests.generators.template.templates import VALUES, added, body, changed, linked, parts, template
from zerenku.errors import SourceUnreadable

FINAL = {**VALUES, "样稿": ""}


def refused(data: bytes) -> str:
    """What is said when the file is refused."""
    with pytest.raises(SourceUnreadable) as caught:
        fill_template(data, FINAL)
    with pytest.raises(SourceUnreadable):
        check_template(data)
    return caught.value.reason


def test_macros_are_refused() -> None:
    kind = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert "宏" in refused(changed(template("甲"), {"[Content_Types].xml": lambda text: text.replace(plain, kind)}))
    assert "宏" in refused(linked(template("甲"), "vbaProject", "vbaProject.bin", external=False))


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("oleObject", "OLE"),
        ("package", "嵌有别的文件"),
        ("control", "ActiveX"),
        ("aFChunk", "altChunk"),
        ("subDocument", "子文档"),
        ("image", "外部的图片"),
        ("externalLinkPath", "外部文件"),
        ("frame", "网页框架"),
    ],
)
def test_what_reaches_out_is_refused(kind: str, said: str) -> None:
    assert said in refused(linked(template("甲"), kind, "http://example.invalid/x"))


def test_parts_that_are_not_known_are_refused() -> None:
    assert "不支持的内容" in refused(linked(template("甲"), "chart", "charts/chart1.xml", external=False))


def test_links_are_cut_with_a_word() -> None:
    data = linked(template("甲乙"), "hyperlink", "http://example.invalid/x")
    data = body(
        data, "<w:r><w:t>甲乙</w:t></w:r>", '<w:hyperlink r:id="rId99"><w:r><w:t>甲乙</w:t></w:r></w:hyperlink>'
    )
    assert inspect(data).remarks == ("模板里的超链接已去掉，只留文字",)
    filled = fill_template(data, FINAL)
    assert not [name for name, text in parts(filled).items() if b"example.invalid" in text or b"rId99" in text]
    assert "甲乙" in parts(filled)["word/document.xml"].decode()


def test_template_of_the_template_and_mail_merge_are_cut() -> None:
    edits = {
        "word/settings.xml": lambda text: text.replace(
            b"</w:settings>",
            b'<w:mailMerge><w:query w:val="SELECT"/></w:mailMerge><w:attachedTemplate r:id="rId1"/></w:settings>',
        )
    }
    rels = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        b'Target="http://example.invalid/a.dotm" TargetMode="External"/></Relationships>'
    )
    data = added(changed(template("甲"), edits), "word/_rels/settings.xml.rels", rels)
    assert inspect(data).remarks == ("模板与外部模板文件的关联已去掉",)
    assert not [text for text in parts(fill_template(data, FINAL)).values() if b"mailMerge" in text or b"dotm" in text]


@pytest.mark.parametrize(
    "code",
    [
        "DDEAUTO cmd x",
        "INCLUDETEXT x",
        'INCLUDEPICTURE "http://x"',
        "LINK x",
        'HYPERLINK "http://x"',
        "QUOTE 68 68",
        "",
    ],
)
def test_codes_that_fetch_are_refused(code: str) -> None:
    whole = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + "".join(f"<w:r><w:instrText>{letter}</w:instrText></w:r>" for letter in code)
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert "域" in refused(body(template("甲"), "<w:r><w:t>甲</w:t></w:r>", whole))
    simple = f'<w:fldSimple w:instr="{code.replace(chr(34), "&quot;")}"/>'
    assert "域" in refused(body(template("甲"), "<w:r><w:t>甲</w:t></w:r>", simple))


def test_page_numbers_stay() -> None:
    data = body(template("甲"), "<w:t>甲</w:t>", '</w:r><w:fldSimple w:instr=" PAGE \\* MERGEFORMAT "/><w:r>')
    assert b"PAGE" in parts(fill_template(data, FINAL))["word/document.xml"]


def test_addresses_in_drawings_are_cut() -> None:
    inner = '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" href="http://x.invalid"><v:fill src="//x"/></v:shape>'
    shape = f"<w:pict>{inner}</w:pict>"
    data = body(template("甲"), "<w:t>甲</w:t>", shape)
    assert "地址" in inspect(data).remarks[0]
    assert b"invalid" not in parts(fill_template(data, FINAL))["word/document.xml"]


def test_entities_are_refused() -> None:
    def poisoned(text: bytes) -> bytes:
        return text.replace(b"<w:document", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document', 1)

    for name in ("word/document.xml", "word/styles.xml"):
        data = changed(template("甲"), {name: lambda text: text.replace(b"?>", b"?><!DOCTYPE x>", 1)})
        assert "DOCTYPE" in refused(data)
    assert "DOCTYPE" in refused(changed(template("甲"), {"word/document.xml": poisoned}))


def test_bombs_are_refused() -> None:
    assert "大得不正常" in refused(added(template("甲"), "word/media/x.png", b"\0" * 30_000_000))
    assert "模板超过" in refused(b"PK\3\4" + b"\0" * container.MAX_FILE)
    varied = ("".join(chr(0x4E00 + row * column % 20_011) for column in range(1_000)) for row in range(3_100))
    assert "文字太多" in refused(template(*varied))


def test_what_is_no_word_file_is_refused() -> None:
    assert refused(b"hello")
    assert refused(b"")
    assert refused(template("甲")[:2_000])


def test_only_what_is_needed_is_carried_over() -> None:
    data = added(template("甲"), "word/secret.bin", b"x")
    data = added(data, "customXml/item9.xml", b"<x/>")
    names = set(parts(fill_template(data, FINAL)))
    assert not [name for name in names if "secret" in name or "custom" in name.lower() or "thumbnail" in name]
    assert {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "docProps/core.xml"} <= names


def test_strict_files_are_refused_with_advice() -> None:
    space = b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    strict = b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing"
    data = changed(template("甲"), {"word/document.xml": lambda text: text.replace(space, strict)})
    assert "严格" in refused(data)
