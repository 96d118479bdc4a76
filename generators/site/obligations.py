"""What enterprises must do as markup, for the page of a word; see `rows` for why not Jinja."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from markupsafe import Markup

from generators.site.escaping import escaped
from generators.site.heads import Heads
from generators.site.links import Links
from generators.site.rows import DOUBT, Rows
from zerenku.catalogue import wording
from zerenku.catalogue.entries import LinkedDuty
from zerenku.model.plan import Plan
from zerenku.model.register import Place

FACT: Final = '<div class="zk-ob__fact">'
NO_FACT: Final = '<div class="zk-ob__fact zk-ob__fact--none">'


class Obligations:
    """Sets duties of enterprises; a duty stands on the pages of many words, and is set once."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._made: dict[tuple[str, str, str], str] = {}
        self._heads = Heads()

    def __call__(self, duties: Iterable[LinkedDuty], to: Links) -> Markup:
        """One item a duty, as they stand in a list on a page outside `plans/`."""
        items = []
        for duty in duties:
            key = duty.clause_anchor, duty.id, to.root
            if key not in self._made:
                self._made[key] = self._item(duty, to)
            items.append(self._made[key])
        return Markup("".join(items))  # noqa: S704 - each part is escaped

    def plans(self, plans: Iterable[tuple[Plan, Place]], to: Links) -> Markup:
        """The plans from which duties come, each with its place, a line each."""
        return Markup("".join([self._heads(plan, place, to).line for plan, place in plans]))  # noqa: S704 - as above

    def _item(self, duty: LinkedDuty, to: Links) -> str:
        href, record, head = to.duty(duty), duty.duty, self._heads(duty.plan, duty.place, to)
        aims = "".join(
            [f'<span class="zk-line zk-target">{escaped(wording.target_text(item))}</span>' for item in record.targets]
        )
        unsure = f" {DOUBT}" if duty.unconfirmed else ""
        citation = escaped(duty.path.citation)
        source = (
            f'<a class="zk-source" href="{href}" title="《{head.title}》{citation}">{head.name} · {citation}</a> '
            f"{head.status}"
        )
        timed = record.deadlines or record.recurrence
        return (
            f'<li class="zk-ob zk-of-plan"{head.until}>\n'
            f'<div class="zk-ob__do"><a class="zk-do" href="{href}">{escaped(record.do)}</a>{unsure}{aims}'
            f'<span class="zk-ob__who">由谁做：{self._rows.obliged(duty, to)}</span></div>\n'
            '<dl class="zk-ob__facts">\n'
            f"{FACT if timed else NO_FACT}<dt>何时</dt><dd>{self._rows.times(duty)}</dd></div>\n"
            f"{FACT if record.evidence else NO_FACT}<dt>留什么记录</dt>"
            f"<dd>{escaped(record.evidence or '—')}</dd></div>\n"
            f"{FACT}<dt>依据</dt><dd>{source}</dd></div>\n"
            f"{FACT}<dt>问谁</dt><dd>{self._rows.owner(duty, to)}</dd></div>\n</dl>\n</li>\n"
        )
