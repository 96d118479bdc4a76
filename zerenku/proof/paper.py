"""A Word paper as the rules see it: what stands in it, and what each part is for."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from zerenku.proof.values import Item, Look, Paragraph, Section, Table


class Role(StrEnum):
    """What a paragraph is for in a paper."""

    BLANK = "空行"
    FLAG = "密级和紧急程度"
    MARK = "发文机关标志"
    NUMBER = "发文字号"
    SIGNER = "签发人"
    RULE = "红色分隔线"
    TITLE = "标题"
    ADDRESSEES = "主送机关"
    BODY = "正文"
    HEADING = "层次标题"
    ATTACHMENT_NOTE = "附件说明"
    SIGNATURE = "署名"
    DATE = "成文日期"
    ANNOTATION = "附注"
    ATTACHMENT_LABEL = "附件序号"
    ATTACHMENT_TITLE = "附件标题"
    REMARK = "表注"
    COPIED = "抄送"
    PRINTED = "印发"
    TABLE = "表格"


class Genre(StrEnum):
    """What kind of head a paper has."""

    PLAIN = "无版头"
    RED_HEAD = "文件"
    LETTER = "信函"
    ORDER = "令"


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself."""

    title: str = ""
    author: str = ""
    editor: str = ""


@dataclass(frozen=True, slots=True)
class Direct:
    """Formatting on a run itself: the words, and what is set there (`sz`, `b`)."""

    at: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """The 发文机关标志: `top` is the distance in millimetres from the type area's top (a letter's: the page's) to its
    ink, None where it cannot be told from the XML; `index` is the item that it is or stands in, -1 in a header.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    index: int
    top: float | None


@dataclass(frozen=True, slots=True)
class RedRule:
    """The rule under the number. `gap` in millimetres from the number's ink, None where it cannot be told."""

    colour: str
    inset: int
    size: int
    index: int
    gap: float | None
    length: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole paper; `roles` and `levels` (of headings and lead-ins, else 0) run parallel to `items`."""

    items: tuple[Item, ...]
    roles: tuple[Role, ...]
    levels: tuple[int, ...]
    sections: tuple[Section, ...]
    genre: Genre = Genre.PLAIN
    mark: Mark | None = None
    rule: RedRule | None = None
    even_and_odd: bool = False
    properties: Properties = Properties()
    bookmarks: tuple[str, ...] = ()
    direct: tuple[Direct, ...] = ()
    looks: dict[Look, str] = field(default_factory=dict)
    """Every look in use, with the first words that have it."""
    fills: tuple[tuple[str, str], ...] = ()
    """Shading and highlights: colour, and the words that stand on it."""

    def of(self, *roles: Role) -> list[Paragraph]:
        """The paragraphs of these roles in their order."""
        return [item for _, item in self.placed(*roles)]

    def placed(self, *roles: Role) -> list[tuple[int, Paragraph]]:
        """The same with the index of each."""
        return [
            (index, item)
            for index, (item, role) in enumerate(zip(self.items, self.roles, strict=True))
            if role in roles and isinstance(item, Paragraph)
        ]

    def table(self, index: int) -> Table | None:
        """The table at an index, if there is one."""
        item = self.items[index] if 0 <= index < len(self.items) else None
        return item if isinstance(item, Table) else None

    @property
    def tables(self) -> list[Table]:
        """The tables that hold data: not a joint mark, not the 版记."""
        pairs = zip(self.items, self.roles, strict=True)
        return [item for item, role in pairs if isinstance(item, Table) and role is Role.TABLE]

    @property
    def imprint(self) -> list[Paragraph]:
        """The paragraphs of the 版记, in a table or not."""
        found: list[Paragraph] = []
        for item, role in zip(self.items, self.roles, strict=True):
            if role in {Role.COPIED, Role.PRINTED}:
                found += [item] if isinstance(item, Paragraph) else [part for part in item.paragraphs if not part.blank]
        return found

    @property
    def imprint_table(self) -> Table | None:
        """The table that holds the 版记."""
        pairs = zip(self.items, self.roles, strict=True)
        return next((item for item, role in pairs if isinstance(item, Table) and role is Role.PRINTED), None)
