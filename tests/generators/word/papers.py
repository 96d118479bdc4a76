"""Invented papers to set, and their parts read back as XML."""

import io
import zipfile
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
