"""Addresses inside the site, relative to the page they stand on; every one names a file, so that file:// works."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib import parse

from zerenku.catalogue.addresses import page_of
from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.entries import LinkedClause, LinkedDuty, LinkedReporting
from zerenku.model.path import anchor_of
from zerenku.model.plan import Attachment, Plan
from zerenku.model.register import Department, Document, Enterprise, Standard, Term, Topic

PLAIN: Final = re.compile(r"[\w.~/-]*", re.ASCII)


def quote(text: str) -> str:
    """`urllib.parse.quote`, which takes its time; nearly all addresses hold nothing to quote, and there are many."""
    return text if PLAIN.fullmatch(text) else parse.quote(text)


def department_path(department: Department) -> str:
    """`qinghe/yingji` → `departments/qinghe-yingji`."""
    return f"departments/{department.id.replace('/', '-')}"


def attachment_path(plan: Plan, attachment: Attachment) -> str:
    """`plans/qinghe-2030/fj2`; empty for an attachment without clauses, which needs no page."""
    return page_of(f"{plan.id}/{anchor_of(attachment.no)}") if attachment.clauses else ""


def shown_departments(catalogue: Catalogue) -> tuple[Department, ...]:
    """Departments that get a page, in register order: with a duty or report, receiving one, or successor to such."""
    used = {department.id for department in catalogue.active_departments()}
    used |= {party.department.id for item in catalogue.reporting for party in item.to if party.department}
    departments = catalogue.registers.departments
    used |= {item.replaced_by for item in departments.entries if item.id in used and item.replaced_by}
    return tuple(item for item in departments.entries if item.id in used)


def shown_topics(catalogue: Catalogue) -> tuple[Topic, ...]:
    """Topics with at least one duty, in register order."""
    return tuple(topic for topic in catalogue.registers.topics.entries if catalogue.on_topic(topic.id))


def treated_topics(catalogue: Catalogue) -> tuple[Topic, ...]:
    """Topics with at least one clause, in register order."""
    return tuple(topic for topic in catalogue.registers.topics.entries if catalogue.treating(topic.id))


def compared_topics(catalogue: Catalogue) -> tuple[Topic, ...]:
    """Topics that at least two plans treat, in register order."""
    return tuple(
        topic
        for topic in treated_topics(catalogue)
        # In text order: two plans treat the topic when its first clause and its last are of different plans.
        if (on := catalogue.treating(topic.id))[0].plan.id != on[-1].plan.id
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """Ids of the entries that have a page of their own; the others are named without a link."""

    departments: frozenset[str]
    enterprises: frozenset[str]
    topics: frozenset[str]
    compared: frozenset[str]

    @classmethod
    def of(cls, catalogue: Catalogue) -> Shown:
        """What this catalogue gives pages to."""
        return cls(
            departments=frozenset(item.id for item in shown_departments(catalogue)),
            enterprises=frozenset(item.id for item in catalogue.active_enterprises()),
            topics=frozenset(item.id for item in shown_topics(catalogue)),
            compared=frozenset(item.id for item in compared_topics(catalogue)),
        )


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses as seen from one page (`here`, by its path). A method answers an empty string when there is no page."""

    root: str
    shown: Shown
    here: str = ""

    def page(self, path: str) -> str:
        """A page or file by its path from the root of the site."""
        return self.root + quote(path)

    def plan(self, plan: Plan) -> str:
        """The page of a plan."""
        return self.page(f"plans/{plan.id}.html")

    def anchor(self, anchor: str) -> str:
        """A clause, duty or report by its full anchor (`plan/4-2-p1-d1`)."""
        page, fragment = page_of(anchor), anchor.partition("/")[2]
        away = page != self.here
        if not PLAIN.fullmatch(anchor):
            page, fragment = parse.quote(page), parse.quote(fragment)
        return f"{self.root}{page}.html#{fragment}" if away else f"#{fragment}"

    def attachment(self, plan: Plan, attachment: Attachment) -> str:
        """The page of an attachment, empty when its head says that it is only a form."""
        path = attachment_path(plan, attachment)
        return self.page(f"{path}.html") if path else ""

    def clause(self, clause: LinkedClause) -> str:
        """A clause on its plan's page."""
        return self.anchor(clause.anchor)

    def duty(self, duty: LinkedDuty | LinkedReporting) -> str:
        """A duty or a report on its plan's page."""
        return self.anchor(duty.anchor)

    def department(self, department: Department) -> str:
        """The page of a department."""
        return self.page(f"{department_path(department)}.html") if department.id in self.shown.departments else ""

    def enterprise(self, enterprise: Enterprise) -> str:
        """The page of an enterprise word."""
        return self.page(f"enterprises/{enterprise.id}.html") if enterprise.id in self.shown.enterprises else ""

    def topic(self, topic: Topic) -> str:
        """The page of a topic."""
        return self.page(f"topics/{topic.id}.html") if topic.id in self.shown.topics else ""

    def compare(self, topic: Topic) -> str:
        """The page that sets the plans on a topic side by side."""
        return self.page(f"compare/{topic.id}.html") if topic.id in self.shown.compared else ""

    def standard(self, standard: Standard) -> str:
        """A standard in the table of standards."""
        return f"{self.page('standards.html')}#standard-{quote(standard.id)}"

    def document(self, document: Document) -> str:
        """A document in the table of documents."""
        return f"{self.page('standards.html')}#document-{quote(document.id)}"

    def term(self, term: Term) -> str:
        """A term in the list of terms."""
        return f"{self.page('terms.html')}#term-{quote(term.id)}"
