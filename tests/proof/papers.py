"""Invented papers of every head, and single values of their XML changed behind the writer's back."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from generators import blocks as b
from generators.compose.notice import compose_notice
from generators.word.writer import write_docx
from tests.support import catalogue_of, clause, plan

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = {"w": W}
Element = etree._Element
ISSUER = "青禾县应急管理局"
TEXT = (
    "各村应当在每季度末把巡查发现的仓库隐患逐条登记，写明地点、责任人、整改期限和复查结果，由镇里汇总以后统一报送。" * 2
)
FORM = (
    "[{id: jindu, title: 仓库整治进度表, row_key: 地区,"
    " columns: [{name: 自查企业, unit: 家}, {name: 发现隐患, unit: 处}]}]"
)


def sample() -> bytes:
    """The 样稿 of an invented plan's notice, as the product writes it."""
    source = plan(
        clause("heading: 日常巡查, summary: 村里每天巡查仓库。"), addressees="[各村]", cc=f"[{ISSUER}]", forms=FORM
    )
    return write_docx(compose_notice(catalogue_of(source), "liutang-2030"))


def notice() -> bytes:
    """A red-headed notice with an attachment, headings of four levels, a wide table and a 版记."""
    leaves = tuple(b.Column(name=f"项目{index}", unit="家") for index in range(1, 7))
    table = b.Table(
        columns=(b.Column(name="地区"), b.Column(name="企业层面", columns=leaves)),
        rows=tuple((f"第{row}村", *(str(row * column) for column in range(1, 7))) for row in range(1, 6)),
    )
    return write_docx(
        b.Document(
            title="关于开展仓库检查的通知",
            author=ISSUER,
            blocks=(
                b.Masthead(issuers=(ISSUER,), number="青应急〔2030〕5号"),
                b.Title(("关于开展仓库检查的通知",)),
                b.Addressees("各镇人民政府"),
                b.Para.of(TEXT),
                b.Para.of("请按时报送。"),
                b.AttachmentNote(("仓库检查方案", "仓库检查进度表")),
                b.Signature(names=(ISSUER,), date="2030年3月5日"),
                b.AttachmentStart(label="附件1", title=b.Title(("仓库检查方案",))),
                b.Heading(level=1, text="一、工作目标", anchor="qinghe-2030/1"),
                b.Para.of(TEXT),
                b.Heading(level=2, text="（一）动员部署", anchor="qinghe-2030/1-1"),
                b.Para(runs=(b.Run("1.巡查。"), b.Run(TEXT), b.Run("（牵头：镇政府。）", b.Tone.ASIDE))),
                b.AttachmentStart(label="附件2", title=b.Title(("仓库检查进度表",)), sideways=True),
                table,
                b.Imprint(cc=("柳塘镇人民政府",), printed_by=ISSUER, printed="2030年3月6日印发"),
            ),
        )
    )


def upward() -> bytes:
    """A report to a superior, urgent, with two who sign."""
    return write_docx(
        b.Document(
            title="关于仓库检查的报告",
            author="柳塘镇人民政府",
            blocks=(
                b.Masthead(
                    issuers=("柳塘镇人民政府",), number="柳政〔2030〕5号", signers=("甲某某", "乙某某"), urgency="特急"
                ),
                b.Title(("关于仓库检查的报告",)),
                b.Addressees("青禾县人民政府"),
                b.Para.of(TEXT),
                b.Signature(names=("柳塘镇人民政府",), date="2030年3月5日", sealed=False),
                b.Imprint(printed_by="柳塘镇人民政府办公室", printed="2030年3月6日印发"),
            ),
        )
    )


def letter() -> bytes:
    """A letter of one page."""
    return write_docx(
        b.Document(
            title="关于报送检查情况的函",
            author=ISSUER,
            blocks=(
                b.LetterHead(issuer=ISSUER, number="青应急函〔2030〕5号"),
                b.Title(("关于报送检查情况的函",)),
                b.Addressees("柳塘镇人民政府"),
                b.Para.of(TEXT),
                b.Signature(names=(ISSUER,), date="2030年3月5日"),
                b.Imprint(cc=("桑园镇人民政府",), printed_by=ISSUER, printed="2030年3月6日印发"),
            ),
        )
    )


def order() -> bytes:
    """A 令."""
    return write_docx(
        b.Document(
            title="柳塘镇人民政府令",
            author="柳塘镇人民政府",
            blocks=(
                b.Masthead(issuers=("柳塘镇人民政府",), suffix="令", number="第5号"),
                b.Para.of("现予公布，自公布之日起施行。"),
                b.Signature(names=("柳塘镇人民政府",), date="2030年3月5日"),
            ),
        )
    )


def joint() -> bytes:
    """Three issuers, no seal."""
    return write_docx(
        b.Document(
            title="关于联合检查的通知",
            author=ISSUER,
            blocks=(
                b.Masthead(issuers=(ISSUER, "青禾县教育局", "青禾县住房和城乡建设局"), number="青应急〔2030〕6号"),
                b.Title(("关于联合检查的通知",)),
                b.Addressees("各镇人民政府"),
                b.Para.of(TEXT),
                b.Para.of("请按时报送检查结果。"),
                b.Signature(names=(ISSUER, "青禾县教育局"), date="2030年3月5日", sealed=False),
                b.Imprint(printed_by=f"{ISSUER}办公室", printed="2030年3月6日印发"),
            ),
        )
    )


def plain() -> bytes:
    """A plan alone: no head, no addressees, no 版记."""
    blocks = (
        b.Title(("仓库检查方案",)),
        b.Heading(level=1, text="一、工作目标"),
        b.Para.of(TEXT),
        b.Para.of("照此办理。"),
    )
    return write_docx(b.Document(title="仓库检查方案", author=ISSUER, blocks=blocks))


def sheet() -> bytes:
    """A form on turned pages: small lines over the table, notes in 楷体 under it."""
    table = b.Table(
        columns=tuple(b.Column(name=name) for name in ("序号", "内容", "结果")), rows=(("1", "通道", ""),) * 4
    )
    blocks = (
        b.Sheet(title=b.Title(("仓库自查表",)), lead=("企业名称：＿＿＿＿＿＿", "适用：仓储企业"), sideways=True),
        table,
        b.Para.of("注：1．每月填一次。", kind=b.ParaKind.NOTE),
        b.Para.of("2．查出的隐患另外登记。", kind=b.ParaKind.NOTE),
        b.Para.of("内容系摘编。", kind=b.ParaKind.NOTE),
        b.Para.of("请按月报送。"),
    )
    return write_docx(b.Document(title="仓库自查表", author=ISSUER, blocks=blocks))


def listed() -> bytes:
    """A letter with a list: notes in 楷体 over the first of its headings, each heading with a table under it."""
    table = b.Table(columns=tuple(b.Column(name=name) for name in ("序号", "要求", "时限")), rows=(("1", "巡查", ""),))
    blocks = (
        b.LetterHead(issuer=ISSUER, number="青应急函〔2030〕5号"),
        b.Title(("关于落实仓库整治责任的函",)),
        b.Addressees("柳塘镇人民政府"),
        b.Para.of(TEXT),
        b.AttachmentNote(("柳塘镇责任清单",)),
        b.Signature(names=(ISSUER,), date="2030年5月8日"),
        b.AttachmentStart(label="附件", title=b.Title(("柳塘镇责任清单",)), sideways=True),
        b.Para.of("注：时限栏空着的，方案没有规定。", kind=b.ParaKind.NOTE),
        b.Para.of("要求一栏系摘编。", kind=b.ParaKind.NOTE),
        b.Heading(level=1, text="一、牵头的事项（1项）"),
        table,
    )
    return write_docx(b.Document(title="关于落实仓库整治责任的函", author=ISSUER, blocks=blocks))


KINDS: dict[str, Callable[[], bytes]] = {
    "sample": sample,
    "notice": notice,
    "upward": upward,
    "letter": letter,
    "order": order,
    "joint": joint,
    "plain": plain,
    "sheet": sheet,
    "listed": listed,
}


@dataclass(frozen=True)
class Change:
    """What is done to the nodes at an XPath in the parts whose names contain `part`: attributes set (None: dropped),
    text replaced, XML put in behind; `gone` removes the nodes.
    """

    part: str
    path: str
    attributes: tuple[tuple[str, str | None], ...] = ()
    text: str | None = None
    inside: str = ""
    gone: bool = False

    def on(self, node: Element) -> None:
        """Do it to one node."""
        for name, value in self.attributes:
            key = f"{{{W}}}{name}"
            if value is None:
                node.attrib.pop(key, "")
            else:
                node.set(key, value)
        if self.text is not None:
            node.text = self.text
        if self.inside:
            node.append(etree.fromstring(f'<w:x xmlns:w="{W}">{self.inside}</w:x>')[0])
        parent = node.getparent()
        if self.gone and parent is not None:
            parent.remove(node)


def style(name: str, path: str, **attributes: str | None) -> Change:
    """Attributes of a node in a style's definition."""
    return Change("word/styles.xml", f"//w:style[@w:styleId='{name}']/{path}", tuple(attributes.items()))


def body(path: str, text: str | None = None, **attributes: str | None) -> Change:
    """Attributes or the text of nodes in the document."""
    return Change("word/document.xml", path, tuple(attributes.items()), text)


def drop(part: str, path: str) -> Change:
    """Nodes taken out."""
    return Change(part, path, gone=True)


def put(part: str, path: str, xml: str) -> Change:
    """XML put into nodes as their last child."""
    return Change(part, path, inside=xml)


def define(name: str, group: str, xml: str) -> Change:
    """One more property in a style's `pPr` or `rPr`."""
    return put("word/styles.xml", f"//w:style[@w:styleId='{name}']/w:{group}", xml)


def said(words: str) -> str:
    """The XPath of the first paragraph that holds these words in one run."""
    return f"(//w:p[w:r/w:t[contains(., '{words}')]])[1]"


def changed(docx: bytes, *changes: Change) -> bytes:
    """The paper with the changes made; each must find something to change."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for change in changes:
        found = 0
        for name in [name for name in parts if change.part in name and name.endswith(".xml")]:
            root = etree.fromstring(parts[name])
            nodes = root.xpath(change.path, namespaces=NAMES)
            assert isinstance(nodes, list)
            for node in nodes:
                assert isinstance(node, Element)
                change.on(node)
                found += 1
            parts[name] = etree.tostring(root)
        assert found, change
    return packed(parts)


def packed(parts: dict[str, bytes]) -> bytes:
    """A zip of parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()
