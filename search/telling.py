"""What a duty tells an index: its words and figures, and its owners, read once for all fields that hold them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from search.document import SearchDuty
from zerenku.catalogue.entries import LinkedClause, LinkedDuty, Owners
from zerenku.catalogue.wording import UNCONFIRMED, date_text, obliged_text, owner_line, recurrence_text, target_text
from zerenku.model.clause import Certainty, Clause, Duty
from zerenku.model.register import Department, Enterprise

# Gives the plain text; names, dates and frequencies come again and again.
Say = Callable[[str], str]


class OwnersTold(NamedTuple):
    """What all duties under the same phrases tell of their owners; `lines` has `owner_line` by the subject it tells."""

    certainty: str
    lead: tuple[str, ...]
    support: tuple[str, ...]
    leads: tuple[str, ...]
    supports: tuple[str, ...]
    lines: dict[tuple[str, ...], str]

    @classmethod
    def of(cls, owners: Owners) -> OwnersTold:
        """Names and ids; no line is known yet."""
        lead, support = owners.lead, owners.support
        return cls(
            owners.certainty.value,
            tuple([item.name for item in lead]),
            tuple([item.name for item in support]),
            tuple([item.id for item in lead]),
            tuple([item.id for item in support]),
            {},
        )

    def line(self, duty: LinkedDuty) -> str:
        """The line that names the owners of one of these duties; where there are none it tells the duty's subject."""
        subject = duty.subjects if duty.owners.certainty is Certainty.NONE else ()
        found = self.lines.get(subject)
        if found is None:
            found = self.lines[subject] = owner_line(duty)
        return found


class Told(NamedTuple):
    """A duty; `own` and `firms` are the departments and enterprises that must do it, `rules` its frequencies in words.

    `again` when its owners are those of the duty before, and told with that. `plain` are the plain texts of what is to
    be done, of the figures and of the record; some may be empty.
    """

    duty: LinkedDuty
    owners: OwnersTold
    again: bool
    own: list[Department]
    firms: list[Enterprise]
    rules: list[str]
    owner: str
    plain: list[str]

    def names(self) -> list[str]:
        """Everybody whom the duty names, as registered and as written."""
        record, owners = self.duty.duty, self.owners
        found = [] if self.again else [*owners.lead, *owners.support]
        found += [department.name for department in self.own]
        found += record.obliged
        found += record.subject or ()
        found += record.applies_to
        found += [enterprise.name for enterprise in self.firms]
        return found

    def departments(self) -> list[str]:
        """Ids of every department that owns, supports or is itself obliged."""
        found = [] if self.again else [*self.owners.leads, *self.owners.supports]
        found += [department.id for department in self.own]
        return found

    def document(self, say: Say) -> SearchDuty:
        """The duty as a searcher needs it."""
        duty, owners = self.duty, self.owners
        record, subjects, enterprise = duty.duty, duty.subjects, bool(self.firms)
        # Most duties have no date, frequency or figure: nothing is begun for them.
        days = [deadline.date for deadline in duty.deadlines] if record.deadlines else []
        bearers = [party.id for party in duty.obliged]
        if enterprise:
            bearers += [item.id for item in duty.enterprises]
        return SearchDuty(
            anchor=duty.anchor,
            do=record.do,
            lead=owners.lead,
            support=owners.support,
            certainty=owners.certainty,
            subject=subjects,
            obliged=record.obliged,
            owner=self.owner,
            bearer=obliged_text(duty),
            deadlines=tuple([day.isoformat() for day in days]) if days else (),
            when=_when_doubted(self) if duty.unconfirmed else _when(days, self.rules),
            every=tuple(dict.fromkeys([rule.every.value for rule in record.recurrence])) if self.rules else (),
            targets=tuple([target_text(target) for target in record.targets]) if record.targets else (),
            evidence=record.evidence or "",
            unconfirmed=duty.unconfirmed,
            leads=owners.leads,
            supports=owners.supports,
            bearers=tuple(dict.fromkeys(filter(None, bearers))),
            enterprise=enterprise,
            plain=beside((*self.plain, say(self.owner), say("、".join((*record.obliged, *subjects))))),
        )


def beside(plain: Iterable[str]) -> str:
    """Plain texts side by side, each once; the line break keeps a phrase from reaching over two of them."""
    return "\n".join(dict.fromkeys(filter(None, plain)))


def told_of(clause: LinkedClause, say: Say) -> list[Told]:
    """The duties of a clause in order; most have the same owners."""
    found: list[Told] = []
    before: Owners | None = None
    owners: OwnersTold | None = None
    for duty in clause.duties:
        again = duty.owners is before
        if owners is None or not again:
            before, owners = duty.owners, OwnersTold.of(duty.owners)
        rules = [recurrence_text(rule) for rule in duty.duty.recurrence] if duty.duty.recurrence else []
        plain = [say(duty.duty.do), *map(say, figures_of(duty.duty, rules)), say(duty.duty.evidence or "")]
        own = [party.department for party in duty.obliged if party.department]
        firms = [party.enterprise for party in duty.obliged if party.enterprise]
        found.append(Told(duty, owners, again, own, firms, rules, owners.line(duty), plain))
    return found


def figures_of(record: Clause | Duty, rules: Iterable[str]) -> list[str]:
    """Dates, frequencies and quantities as written and as we say them; `rules` are the frequencies in words."""
    found: list[str] = []
    for item in record.deadlines:
        found += item.text, item.what
    for rule, said in zip(record.recurrence, rules, strict=True):
        found += rule.text, said, rule.what
    for target in record.targets:
        found += target.text, target.what
    return found


def _when(days: Sequence[date], rules: Iterable[str]) -> tuple[str, ...]:
    return (*[f"{date_text(day)}前" for day in days], *rules) if days else tuple(rules)


def _when_doubted(told: Told) -> tuple[str, ...]:
    """Due dates in order, then frequencies, each with 待确认 where it was inferred."""
    duty = told.duty
    rows = [(item.date, f"{date_text(item.date)}前", f"deadlines/{at}") for at, item in enumerate(duty.duty.deadlines)]
    said = [(text, field) for _, text, field in sorted(rows)]
    said += [(text, f"recurrence/{at}") for at, text in enumerate(told.rules)]
    return tuple(f"{text}（{UNCONFIRMED}）" if _doubted(field, duty) else text for text, field in said)


def _doubted(field: str, duty: LinkedDuty) -> bool:
    return any(
        item == field.partition("/")[0] or item == field or item.startswith(f"{field}/") for item in duty.unconfirmed
    )
