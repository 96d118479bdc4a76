"""Registers hold together: ids are sound and unique, names are unambiguous, entries point at entries that exist."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from zerenku.catalogue.registers import Entry, Register, Registers, tidy
from zerenku.model.finding import Finding
from zerenku.model.register import Department

# Ids are names of pages; `index` is the page that lists them.
SLUG: Final = re.compile(r"(?!index\Z)[a-z0-9]+(?:-[a-z0-9]+)*")


def check_registers(registers: Registers, findings: list[Finding]) -> None:
    """Ids are sound and unique, and entries point at entries that exist."""
    _check_ids(registers, findings)
    for name, register in _all(registers):
        counted = Counter(entry.id for entry in register.entries)
        seen: set[str] = set()
        for entry in register.entries:
            if counted[entry.id] > 1 and entry.id in seen:
                findings.append(_dangling(entry, "duplicate-id", f"{name}的 id 重复：{entry.id}", ()))
            seen.add(entry.id)
    _check_links(registers, findings)
    _check_standards(registers, findings)
    _check_clashes(registers, findings)


def _check_links(registers: Registers, findings: list[Finding]) -> None:
    """Entries name entries of other registers that exist."""
    for place in registers.places.entries:
        _refer(findings, place, place.parent, registers.places, "unknown-place", "上级地区")
    for department in registers.departments.entries:
        _refer(findings, department, department.place, registers.places, "unknown-place", "所在地区")
        for other in (department.parent, department.replaced_by, *department.members):
            _refer(findings, department, other, registers.departments, "unknown-department", "相关部门")
    for document in registers.documents.entries:
        for item in document.basis:
            _refer(findings, document, item, registers.documents, "unknown-document", "依据")
    for enterprise in registers.enterprises.entries:
        _refer(findings, enterprise, enterprise.parent, registers.enterprises, "unknown-enterprise", "上级类别")


def _check_standards(registers: Registers, findings: list[Finding]) -> None:
    """A standard's successor, topics and enterprises exist."""
    for standard in registers.standards.entries:
        _refer(findings, standard, standard.replaced_by, registers.standards, "unknown-standard", "代替标准")
        for topic_id in standard.topics:
            _refer(findings, standard, topic_id, registers.topics, "unknown-topic", "主题")
        for word in standard.applies_to:
            if registers.enterprise(word) is None:
                near = registers.enterprises.near(word)
                findings.append(_dangling(standard, "unknown-enterprise", f"适用企业不在企业名录：{word}", near))


def _check_ids(registers: Registers, findings: list[Finding]) -> None:
    """Ids become file names and links, so they are plain; a department's begins with its place."""
    pages: dict[str, str] = {}
    for _, register in _all(registers):
        for entry in register.entries:
            if isinstance(entry, Department):
                place, _, slug = entry.id.rpartition("/")
                # A misspelt place is reported once, where it is looked up.
                at_home = place == entry.place or registers.places.get(entry.place) is None
                sound, advice = at_home and SLUG.fullmatch(slug), "地区id/拼音"
            else:
                sound, advice = SLUG.fullmatch(entry.id), "小写字母、数字，用 - 相连，不用 index"
            if not sound:
                findings.append(Finding(entry.span, "bad-id", f"id 写法不对：{entry.id}", suggest=f"写作 {advice}"))
    for department in registers.departments.entries:
        other = pages.setdefault(department.id.replace("/", "-"), department.id)
        if other != department.id:
            findings.append(_dangling(department, "bad-id", f"{department.id} 与 {other} 的网页会同名", ()))


def _all(registers: Registers) -> tuple[tuple[str, Register[Entry]], ...]:
    return (
        ("地区", registers.places),
        ("部门", registers.departments),
        ("文件", registers.documents),
        ("标准", registers.standards),
        ("企业", registers.enterprises),
        ("术语", registers.terms),
        ("主题", registers.topics),
    )


def _refer(
    findings: list[Finding], entry: Entry, target: str | None, register: Register[Entry], rule: str, what: str
) -> None:
    if target is not None and register.get(target) is None:
        findings.append(_dangling(entry, rule, f"“{entry.id}”的{what}没有登记：{target}", register.near_ids(target)))


def _check_clashes(registers: Registers, findings: list[Finding]) -> None:
    """One name, one department in a place; one word, one enterprise entry: otherwise look-ups would have to guess."""
    owners: dict[tuple[str, str], str] = {}
    for department in registers.departments.entries:
        for name in {tidy(item) for item in (department.name, department.short, *department.aliases) if item}:
            other = owners.setdefault((department.place, name), department.id)
            if other != department.id:
                findings.append(_dangling(department, "name-clash", f"“{name}”已是 {other} 的名称", ()))
    words: dict[str, str] = {}
    for enterprise in registers.enterprises.entries:
        for name in {tidy(item) for item in (enterprise.name, *enterprise.synonyms)}:
            other = words.setdefault(name, enterprise.id)
            if other != enterprise.id:
                findings.append(_dangling(enterprise, "name-clash", f"“{name}”已是 {other} 的名称", ()))


def _dangling(entry: Entry, rule: str, text: str, near: Iterable[str]) -> Finding:
    likely = "、".join(near)
    return Finding(entry.span, rule, text, suggest=f"是不是：{likely}" if likely else "请改正或补登")
