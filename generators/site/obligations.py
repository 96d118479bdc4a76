"""What enterprises must do as markup, for the page of a word; see `rows` for why not Jinja."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from generators.site import marking
from generators.site.links import Links
from generators.site.rows import DOUBT, Rows, escaped
from zerenku.catalogue import wording
from zerenku.catalogue.entries import LinkedDuty


class Obligations:
    """Sets duties of enterprises; a duty stands on the pages of many words, and is set once."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._made: dict[tuple[str, str, str], str] = {}

    def __call__(self, duties: Iterable[LinkedDuty], to: Links) -> Markup:
        """One item a duty, as they stand in a list on a page outside `plans/`."""
        items = []
        for duty in duties:
            key = duty.clause_anchor, duty.id, to.root
            if key not in self._made:
                self._made[key] = self._item(duty, to)
            items.append(self._made[key])
        return Markup("".join(items))  # noqa: S704 - each part is escaped

    def _item(self, duty: LinkedDuty, to: Links) -> str:
        href, timed = to.duty(duty), duty.deadlines or duty.duty.recurrence
        aims = "".join(
            f'<span class="zk-line zk-target">{escaped(wording.target_text(item))}</span>' for item in duty.duty.targets
        )
        unsure = f" {DOUBT}" if duty.unconfirmed else ""
        source = (
            f'<a class="zk-source" href="{href}" title="{escaped(marking.full_citation(duty))}">'
            f"{escaped(marking.source_text(duty))}</a> {marking.status(duty.plan)}"
        )
        return (
            f'<li class="zk-ob zk-of-plan"{marking.until(duty.plan)}>\n'
            f'<div class="zk-ob__do"><a class="zk-do" href="{href}">{escaped(duty.duty.do)}</a>{unsure}{aims}'
            f'<span class="zk-ob__who">由谁做：{self._rows.obliged(duty, to)}</span></div>\n'
            '<dl class="zk-ob__facts">\n'
            f"{_fact('何时', self._rows.times(duty), empty=not timed)}"
            f"{_fact('留什么记录', escaped(duty.duty.evidence or '—'), empty=not duty.duty.evidence)}"
            f"{_fact('依据', source)}{_fact('问谁', self._rows.owner(duty, to))}</dl>\n</li>\n"
        )


def _fact(label: str, said: str, *, empty: bool = False) -> str:
    none = " zk-ob__fact--none" if empty else ""
    return f'<div class="zk-ob__fact{none}"><dt>{label}</dt><dd>{said}</dd></div>\n'
