"""Invented papers to set, and their parts read back as XML."""

import io
import zipfile
from collections.abc import Callable
from functools import partial
from typing import Final
from xml.etree import ElementTree as ET

from generators import blocks as b
from generators.word.oxml import name

BANNER = "样稿，文字系摘编，以原文为准"
LONG = "柳塘镇各村应当在每季度末把巡查发现的火灾隐患逐条登记写明地点责任人整改期限和复查结果由镇里汇总后统一报送" * 6


def notice() -> b.Document:
    """One of everything: cover, outline, a form laid sideways, 版记."""
    leaves = tuple(b.Column(name=label, unit="家") for label in ("自查企业", "发现隐患", "已改隐患"))
    groups = (
        b.Column(name="地区"),
        b.Column(name="企业层面", columns=leaves),
        b.Column(name="监管层面", columns=leaves),
    )
    return b.Document(
        title="样稿",
        author="责任库",
        banner=BANNER,
        blocks=(
            b.Masthead(issuers=("青禾县应急管理局",), number="××〔　　〕　号"),
            b.Title(("关于印发《青禾县仓储企业消防整治", "行动实施方案》的通知")),
            b.Addressees("各镇人民政府，县各有关单位"),
            b.Para.of("现印发《青禾县仓储企业消防整治行动实施方案》，请结合实际抓好落实。"),
            b.Para.of("落实中的问题请及时反馈。"),
            b.AttachmentNote(("青禾县仓储企业消防整治行动实施方案", "仓储企业消防整治进度表")),
            b.Signature(names=("青禾县应急管理局",), date="　　年　月　日"),
            b.AttachmentStart(label="附件1", title=b.Title(("青禾县仓储企业消防整治行动实施方案",))),
            b.Heading(level=1, text="一、工作目标", anchor="qinghe-2030/1"),
            b.Para.of(LONG),
            b.Heading(level=2, text="（一）动员部署", anchor="qinghe-2030/1-1"),
            b.Para(
                runs=(b.Run("1.巡查。"), b.Run("逐村巡查“三合一”场所。"), b.Run("（牵头：消防大队。）", b.Tone.ASIDE)),
                anchor="qinghe-2030/1-1-1",
            ),
            b.AttachmentStart(label="附件2", title=b.Title(("仓储企业消防整治进度表",)), sideways=True),
            b.Table(columns=groups, rows=(("",) * 7,) * 3),
            b.Para.of("注：数据以上报为准。", kind=b.ParaKind.NOTE),
            b.Imprint(
                cc=("柳塘镇人民政府", "桑园镇人民政府"), printed_by="青禾县应急管理局", printed="　　年　月　日印发"
            ),
        ),
    )


def dense() -> b.Document:
    """Nothing but text, enough for two full pages; the 版记 finds its own place."""
    end = b.Imprint(printed_by="青禾县应急管理局", printed="2030年3月6日印发")
    return b.Document(title="长文", blocks=(*(b.Para.of(LONG) for _ in range(5)), end))


def joint() -> b.Document:
    """Three issuers, one with a long name; no seal."""
    return b.Document(
        title="联合行文",
        blocks=(
            b.Masthead(
                issuers=("青禾县应急管理局", "青禾县教育局", "青禾县住房和城乡建设局"), number="青应急〔2030〕5号"
            ),
            b.Title(("关于开展联合检查的通知",)),
            b.Addressees("各镇人民政府"),
            b.Para.of(LONG[:250]),
            b.Para.of(LONG[:100]),
            b.AttachmentNote(("检查名单",)),
            b.Signature(names=("青禾县应急管理局", "青禾县教育局"), date="2030年3月5日", sealed=False),
            b.Imprint(printed_by="青禾县应急管理局办公室", printed="2030年3月6日印发"),
        ),
    )


def letter(*, paragraphs: int, issuer: str = "青禾县应急管理局") -> b.Document:
    """A 信函 of so many paragraphs of two lines."""
    return b.Document(
        title="关于报送进度的函",
        banner=BANNER,
        subject="催报",
        keywords=("消防", "仓储"),
        blocks=(
            b.LetterHead(issuer=issuer, number="青应急函〔2030〕5号"),
            b.Title(("关于报送仓储企业消防整治进度的函",)),
            b.Addressees("柳塘镇人民政府"),
            *(b.Para.of(LONG[:50]) for _ in range(paragraphs)),
            b.Signature(names=(issuer,), date="2030年3月5日"),
            b.Imprint(cc=("桑园镇人民政府",), printed_by="办公室", printed="2030年3月6日印发"),
        ),
    )


def upward(*signers: str, issuers: tuple[str, ...] = ("青禾县应急管理局",)) -> b.Document:
    """A 报告 with 签发人, secret and urgent."""
    head = b.Masthead(issuers=issuers, number="青应急〔2030〕5号", signers=signers, urgency="特急", secrecy="机密★1年")
    return b.Document(
        title="报告",
        blocks=(
            head,
            b.Title(("关于仓储企业消防整治情况的报告",)),
            b.Addressees("青禾县人民政府"),
            b.Para.of(LONG[:100]),
            b.Para.of(LONG[:60]),
            b.Signature(names=issuers, date="2030年3月5日"),
            b.Imprint(cc=("柳塘镇人民政府",), printed_by="办公室", printed="2030年3月6日印发"),
        ),
    )


def order() -> b.Document:
    """A 令."""
    return b.Document(
        title="令",
        blocks=(
            b.Masthead(issuers=("青禾县人民政府",), suffix="令", number="第5号"),
            b.Para.of(LONG[:80]),
            b.Signature(names=("青禾县人民政府",), date="2030年3月5日"),
        ),
    )


def task_table(*, rows: int = 24) -> b.Table:
    """任务分解表: six rows a task, two rows a clause."""
    return b.Table(
        columns=(
            b.Column(name="序号", centred=True),
            b.Column(name="任务", weight=2),
            b.Column(name="具体要求", weight=5),
            b.Column(name="牵头单位", weight=2),
            b.Column(name="完成时限", centred=True),
        ),
        rows=tuple(
            (str(at // 6 + 1), f"整治第{at // 6 + 1}批仓储企业", LONG[: 16 + at], "应急管理局", "2030年12月")
            for at in range(rows)
        ),
        merged=2,
        anchors=tuple(f"qinghe-2030/2-{at // 2 + 1}" for at in range(rows)),
    )


def tasks(*, sideways: bool) -> b.Document:
    """A paper that is one table."""
    lead = ("责任单位：应急管理局",)
    return b.Document(
        title="任务分解表",
        blocks=(b.Sheet(title=b.Title(("任务分解表",)), lead=lead, sideways=sideways), task_table()),
    )


PAPERS: Final[dict[str, Callable[[], b.Document]]] = {
    "notice": notice,
    "dense": dense,
    "joint": joint,
    "letter": partial(letter, paragraphs=2),
    "letter-long-name": partial(letter, paragraphs=2, issuer="青禾县工业和信息化局商务科技局"),
    "letter-2": partial(letter, paragraphs=7),
    "letter-3": partial(letter, paragraphs=18),
    "upward": partial(upward, "张三丰"),
    "upward-3": partial(upward, "张三丰", "李　四", "王五六"),
    "upward-joint": partial(upward, "张三丰", "李　四", issuers=("青禾县应急管理局", "青禾县教育局")),
    "order": order,
    "tasks": partial(tasks, sideways=True),
    "tasks-upright": partial(tasks, sideways=False),
}


def parts(data: bytes) -> dict[str, ET.Element]:
    """Part name → root, of every XML part below word/."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {item: ET.fromstring(archive.read(item)) for item in archive.namelist() if item.endswith(".xml")}


def every(root: ET.Element, tag: str) -> list[ET.Element]:
    """All elements `w:tag` below `root`."""
    return list(root.iter(name(f"w:{tag}")))


def value(element: ET.Element, attribute: str = "val") -> str | None:
    """An attribute of the main namespace."""
    return element.get(name(f"w:{attribute}"))


def text_of(element: ET.Element) -> str:
    """All text below an element."""
    return "".join(piece.text or "" for piece in every(element, "t"))
