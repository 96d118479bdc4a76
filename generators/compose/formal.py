"""The formal elements of a paper re-set in official form: 版头, 主送, 附件说明, 署名 and 成文日期, 版记.

Their words come from the printed lines; what a source lacks comes from the user's fields, or stays a visible blank.
Form follows GB/T 9704-2012 (〔〕 in the number, Arabic dates, no zero padding); every change of form is a remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from generators.blocks import Addressees, AttachmentNote, Block, Imprint, Masthead, Signature
from generators.compose.frame import BLANK_BODY, BLANK_DATE, BLANK_NUMBER, Fields
from generators.compose.line_roles import SECRECY
from generators.compose.printed_lines import PrintedLine, Role
from zerenku.catalogue import wording
from zerenku.importer.lines import DATE_LINE, SIGNED_DATE, squash
from zerenku.importer.signing import COPIES, PRINTED, day_of
from zerenku.model.outline import Found, Head
from zerenku.text.marks import marks_at

SUFFIX: Final = "文件"
FIELDS: Final = (
    "发文机关",
    "发文字号",
    "成文日期",
    "主送机关",
    "抄送机关",
    "印发机关",
    "印发日期",
    "签发人",
    "紧急程度",
    "密级",
)
"""What a user may fill in where the source says nothing; what the source does say is never changed."""
SIGNERS: Final = re.compile(r"签 *发 *人[:：]? *(?P<names>.*)")
APART: Final = re.compile(r" {2,}|\u3000+|\t|\xa0+")
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """A block and the places of the text that its words come from; none for what the layout adds."""

    block: Block
    spans: Spans = ()


@dataclass(slots=True)
class Formal:
    """Sets the formal elements of one paper and collects the remarks."""

    head: Head
    fields: Fields
    remarks: list[str] = field(default_factory=list)

    @property
    def issuers(self) -> tuple[str, ...]:
        """The issuers as read, else as filled in; empty when nobody knows."""
        found = tuple(dict.fromkeys(item.value for item in self.head.issuers if marks_at(item.value) is None))
        return found or self.fields.names("发文机关")

    @property
    def date(self) -> str:
        """成文日期 in official form, else as filled in, else blank."""
        issued = self.head.issued
        return wording.date_text(issued.value) if issued else self.fields.text("成文日期") or BLANK_DATE

    @property
    def number(self) -> str:
        """发文字号, else as filled in, else blank."""
        return self.head.number.value if self.head.number else self.fields.text("发文字号") or BLANK_NUMBER

    def masthead(self, lines: Sequence[PrintedLine]) -> Setting:
        """版头 from the lines of mark, number and flags, wherever they stand."""
        used = [item for item in lines if item.role in {Role.MARK, Role.NUMBER, Role.FLAG}]
        names, suffix = self._mark([item.text for item in used if item.role is Role.MARK])
        flags = [squash(item.text) for item in used if item.role is Role.FLAG]
        printed = next((item.text for item in used if item.role is Role.NUMBER), "")
        if self.number == BLANK_NUMBER:
            self.remarks.append("来文没有发文字号，已留空，请填写")
        elif printed and squash(_bare_number(printed)) != self.number:
            self.remarks.append(f"发文字号来文印作“{_bare_number(printed)}”，已按规定写作“{self.number}”")
        block = Masthead(
            issuers=names,
            suffix=suffix,
            number=self.number,
            signers=_signers(printed) or self.fields.names("签发人"),
            urgency=next((flag for flag in flags if not SECRECY.fullmatch(flag)), self.fields.text("紧急程度")),
            secrecy=next((flag for flag in flags if SECRECY.fullmatch(flag)), self.fields.text("密级")),
        )
        return Setting(block, tuple(item.span for item in used))

    def _mark(self, printed: Sequence[str]) -> tuple[tuple[str, ...], str]:
        """The mark as printed; where none is printed, the issuers' names with 文件."""
        names = [squash(name) for text in printed for name in _apart(text)]
        if names:
            suffix = SUFFIX if any(name.endswith(SUFFIX) for name in names) else ""
            plain = tuple(name.removesuffix(SUFFIX) for name in names if name != SUFFIX)
            if self.issuers and not set(plain) & set(self.issuers):
                said, signed = "、".join(plain), "、".join(self.issuers)
                self.remarks.append(f"发文机关标志来文印作“{said}”，署名是“{signed}”，两者不同，请核对")
            return plain, suffix
        if not self.issuers:
            self.remarks.append("来文没有署名，发文机关标志已留空，请填写")
            return (BLANK_BODY,), SUFFIX
        self.remarks.append(f"来文没有印发文机关标志，已按署名排为“{'、'.join(self.issuers)}{SUFFIX}”，请核对")
        return self.issuers, SUFFIX

    def unasked(self) -> None:
        """What a user filled in although the source says otherwise: the source stands."""
        for name, said, there in (
            ("发文字号", self.number, self.head.number is not None),
            ("成文日期", self.date, self.head.issued is not None),
        ):
            filled = self.fields.text(name)
            if there and filled and filled != said:
                self.remarks.append(f"来文已写明{name}“{said}”，没有改成填写的“{filled}”")

    def addressees(self, item: PrintedLine) -> Setting:
        """主送机关 as printed, its colon full-width."""
        return Setting(Addressees(item.text.strip().rstrip("：: ")), (item.span,))

    def filled_addressees(self) -> Iterator[Setting]:
        """主送机关 that the user filled in."""
        if said := self.fields.text("主送机关").rstrip("：:"):
            yield Setting(Addressees(said))
        else:
            self.remarks.append("来文没有主送机关；如应有，请填写")

    def note(self, lines: Sequence[PrintedLine]) -> Setting:
        """附件说明: the titles announced in these lines."""
        noted = [item for item in self.head.noted_attachments if any(_within(item, line) for line in lines)]
        return Setting(AttachmentNote(tuple(item.value for item in noted)), tuple(line.span for line in lines))

    def signature(self, lines: Sequence[PrintedLine]) -> Setting:
        """署名 and 成文日期 as one block; the date in Arabic digits."""
        names: list[str] = []
        day = ""
        for item in lines:
            if item.role is Role.SIGNATURE:
                names += self._names(item)
                continue
            match = SIGNED_DATE.fullmatch(item.line.folded)
            # Folding keeps every place; in the text as printed a wide blank still sets two names apart.
            names += [squash(name) for name in _apart(item.text[slice(*match.span("sign"))])] if match else []
            written = match["date"] if match else item.line.folded.strip()
            found = day_of(written) if match or DATE_LINE.fullmatch(written) else None
            day = wording.date_text(found) if found else squash(item.text)
            if squash(written).strip("（）") != day:
                self.remarks.append(f"日期来文印作“{squash(written)}”，已按规定写作“{day}”")
        return Setting(Signature(names=tuple(names), date=day), tuple(item.span for item in lines))

    def _names(self, item: PrintedLine) -> list[str]:
        own = [squash(name.value) for name in self.head.issuers if _within(name, item)]
        return own if squash("".join(own)) == squash(item.text) else [squash(name) for name in _apart(item.text)]

    def missing_signature(self) -> Setting:
        """署名 and 成文日期 of a paper that has neither."""
        self.remarks.append("来文没有署名，已按发文机关补排" if self.issuers else "来文没有署名，请填写")
        if self.date == BLANK_DATE:
            self.remarks.append("来文没有成文日期，已留空，请填写")
        return Setting(Signature(names=self.issuers, date=self.date))

    def dated(self, setting: Setting) -> Setting:
        """The paper's own signature with the date and the names that it may lack."""
        block = setting.block
        if not isinstance(block, Signature):
            return setting
        if not block.date:
            if self.date == BLANK_DATE:
                self.remarks.append("来文没有成文日期，已留空，请填写")
            block = Signature(names=block.names, date=self.date)
        if not block.names:
            self.remarks.append("来文没有署名，已按发文机关补排" if self.issuers else "来文没有署名，请填写")
            block = Signature(names=self.issuers, date=block.date)
        return Setting(block, setting.spans)

    def imprint(self, lines: Sequence[PrintedLine]) -> Setting:
        """版记 from the lines of 抄送 and 印发, wherever they stand."""
        used = [item for item in lines if item.role in {Role.COPIED, Role.PRINTED}]
        copied = [COPIES.match(item.text.strip()) for item in used if item.role is Role.COPIED]
        cc = tuple(match["names"].strip().rstrip("。") for match in copied if match)
        printed = [PRINTED.fullmatch(item.line.folded.strip()) for item in used if item.role is Role.PRINTED]
        by = squash(printed[0]["by"] or "") if printed and printed[0] else self.fields.text("印发机关")
        known = self.head.printed if printed else None
        day = wording.date_text(known.value) if known else self.fields.text("印发日期")
        if not by:
            by = self.issuers[0] if self.issuers else BLANK_BODY
            self.remarks.append(f"来文没有印发机关，版记暂写“{by}”，请核对")
        if not day:
            self.remarks.append("来文没有印发日期，已留空，请填写")
        block = Imprint(cc=cc or self.fields.names("抄送机关"), printed_by=by, printed=f"{day or BLANK_DATE}印发")
        return Setting(block, tuple(item.span for item in used))


def _apart(text: str) -> tuple[str, ...]:
    """Names that wide blanks keep apart."""
    return tuple(name.strip() for name in APART.split(text.strip()) if name.strip())


def _signers(printed: str) -> tuple[str, ...]:
    match = SIGNERS.search(printed)
    return _apart(match["names"]) if match else ()


def _bare_number(printed: str) -> str:
    """The number's line without 签发人, a label before it and brackets round it."""
    said = SIGNERS.sub("", printed).strip()
    said = re.sub(r"^[^:：]{0,8}[:：] *", "", said)
    return said[1:-1].strip() if said[0] in "（(〔[" and said[-1] in "）)〕]" else said


def _within(found: Found[str], item: PrintedLine) -> bool:
    start, end = item.span
    return start <= found.start < end
