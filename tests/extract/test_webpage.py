"""Web pages and fragments of them."""

import pytest

from tests.extract.reading import reason, rows, source_lines, texts


def page(html: str) -> list[str]:
    return texts(html.encode(), "x.html")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>甲<p>乙</p>丙<br>丁<br/>", ["甲", "乙", "丙", "丁"]),
        ("<div>甲<span>乙</span><b>丙</b></div>", ["甲乙丙"]),
        ("<head><title>题</title></head><style>p{}</style><script>1<2</script><p>文</p><!-- 注 -->", ["文"]),
        ("<p style='display: none'>隐</p><p hidden>隐</p><p>现</p>", ["现"]),
        ("<p>&lt;甲&gt;&nbsp;&amp;&#x4e59;&copy;</p>", ["<甲> &乙©"]),
        ("<p>甲局\n  乙局</p><p>a\nb</p>", ["甲局乙局", "a b"]),
        ("<pre>甲\n  乙</pre>", ["甲", "  乙"]),
        ("<ol start=3><li>甲<li>乙<ol type=a><li>丙</ol></ol><ul><li>丁</ul>", ["3. 甲", "4. 乙", "a. 丙", "丁"]),
        ("<ol><li>一、甲<li>二、乙</ol><ol style='list-style:none'><li>丙</ol>", ["一、甲", "二、乙", "丙"]),
        ("<h1>题</h1>正文<section>节</section>", ["题", "正文", "节"]),
    ],
)
def test_blocks(html: str, expected: list[str]) -> None:
    assert page(html) == expected


def test_tables() -> None:
    html = """<table><caption>分工表</caption><tr><th>类</th><th>事项</th><th>单位</th></tr>
    <tr><td rowspan=2>消防</td><td>巡查</td><td>甲局<p>乙局</td></tr><tr><td>培训</td><td>丙局</td></tr>
    <tr><td colspan=2>其他</td><td>丁局</td></tr></table>"""
    assert rows(html.encode(), "x.html") == ["类\t事项\t单位", "消防\t巡查\t甲局 乙局", "\t培训\t丙局", "其他\t\t丁局"]
    assert page(html)[0] == "分工表"


def test_table_for_layout_is_no_table() -> None:
    assert page("<tbody><tr><td><p>一、甲</p><p>乙</p></td></tr><tr><td></td></tr></tbody>") == ["一、甲", "乙"]
    article = "".join(f"<p>第{number}段</p>" for number in range(20))
    html = f"<table><tr><td>导航</td><td>{article}</td></tr></table>"
    assert len(page(html)) == 21
    assert rows(html.encode(), "x.html") == []


def test_lines_are_those_of_the_file() -> None:
    lines = source_lines("<html>\n<body>\n<p>甲</p>\n\n<p>\n乙<br>丙</p>".encode(), "x.html")
    assert [(line.text, line.number) for line in lines] == [("甲", 3), ("乙", 6), ("丙", 6)]


def test_encoding_declared_or_not() -> None:
    html = "<meta charset=gb2312><p>柳塘镇人民政府开展消防检查</p>"
    assert texts(html.encode("gb18030"), "x.html") == ["柳塘镇人民政府开展消防检查"]
    assert texts(b'<?xml version="1.0" encoding="gb2312"?>\n<html><p>' + "甲".encode() + b"</p></html>", "x.html") == [
        "甲"
    ]


def test_entity_tricks_and_empty_pages() -> None:
    assert "实体" in reason(b'<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a;</p>', "x.html")
    assert "没有文字" in reason(b"<html><script>document.write(1)</script></html>", "x.html")
