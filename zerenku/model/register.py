"""Entries of the registers: places, departments, documents, standards, enterprises, terms, topics."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from zerenku.model.fields import Day, record, says
from zerenku.model.place import NOWHERE, Span


class Level(StrEnum):
    """Level of a place or of an issuing authority."""

    NATION = "nation"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWN = "town"


class BodyKind(StrEnum):
    """What kind of body a department entry is."""

    AUTHORITY = "authority"
    DEPARTMENT = "department"
    OFFICE = "office"
    COMMITTEE = "committee"
    COLLECTIVE = "collective"
    LOCALITY = "locality"
    ASSOCIATION = "association"


@record
class Place:
    """A place; departments are names in a place."""

    id: str = field(metadata=says("地区 id，拼音"))
    name: str = field(metadata=says("全称"))
    short: str = field(metadata=says("简称"))
    level: Level = field(metadata=says("层级：nation province city county town"))
    parent: str | None = field(default=None, metadata=says("上级地区 id"))
    aliases: tuple[str, ...] = field(default=(), metadata=says("别名、曾用名"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@record
class Department:
    """A department, committee, collective or locality in a place."""

    id: str = field(metadata=says("部门 id：地区/拼音"))
    name: str = field(metadata=says("规范全称"))
    short: str | None = field(default=None, metadata=says("简称"))
    place: str = field(metadata=says("所在地区 id"))
    kind: BodyKind = field(default=BodyKind.DEPARTMENT, metadata=says("性质"))
    aliases: tuple[str, ...] = field(default=(), metadata=says("原文中的其他写法，包括误植"))
    parent: str | None = field(default=None, metadata=says("上级部门 id"))
    members: tuple[str, ...] = field(default=(), metadata=says("集合称谓的成员部门 id，原文写明才填"))
    replaced_by: str | None = field(default=None, metadata=says("机构改革后的承接部门 id"))
    replaced_on: Day | None = field(default=None, metadata=says("承接日期"))
    note: str | None = field(default=None, metadata=says("说明，用自己的话"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@record
class Document:
    """A superior or neighbouring official document."""

    id: str = field(metadata=says("文件 id"))
    title: str = field(metadata=says("文件名称，不带书名号"))
    number: str | None = field(default=None, metadata=says("发文字号"))
    issuer: str | None = field(default=None, metadata=says("发文机关"))
    issued: Day | None = field(default=None, metadata=says("成文日期"))
    level: Level | None = field(default=None, metadata=says("层级"))
    aliases: tuple[str, ...] = field(default=(), metadata=says("其他称法"))
    basis: tuple[str, ...] = field(default=(), metadata=says("它又依据的上级文件 id"))
    plan: str | None = field(default=None, metadata=says("本库收有它的全文时，写方案 id"))
    checked: bool = field(default=False, metadata=says("名称、文号是否经第二来源核对；否则显示待核"))
    note: str | None = field(default=None, metadata=says("说明，用自己的话"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@record
class Standard:
    """A technical standard or criterion; `checked` false is shown as 待核."""

    id: str = field(metadata=says("标准 id"))
    code: str | None = field(default=None, metadata=says("标准号，如 GB 30871-2022"))
    title: str = field(metadata=says("名称，不带书名号"))
    status: str | None = field(default=None, metadata=says("现行、废止、待核"))
    replaced_by: str | None = field(default=None, metadata=says("被哪个标准代替"))
    mandatory: bool | None = field(default=None, metadata=says("是否强制"))
    aliases: tuple[str, ...] = field(default=(), metadata=says("其他称法"))
    topics: tuple[str, ...] = field(default=(), metadata=says("主题 id"))
    applies_to: tuple[str, ...] = field(default=(), metadata=says("适用企业"))
    asks: str | None = field(default=None, metadata=says("要求谁做什么，用自己的话"))
    source: str | None = field(default=None, metadata=says("上述说法的来源"))
    checked: bool = field(default=False, metadata=says("是否经第二来源核对；否则显示待核"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@record
class Enterprise:
    """One word for enterprises: a kind, a size, an operation or a role."""

    id: str = field(metadata=says("id，拼音或英文"))
    name: str = field(metadata=says("规范叫法"))
    synonyms: tuple[str, ...] = field(default=(), metadata=says("原文写法和人们会输入的说法"))
    parent: str | None = field(default=None, metadata=says("上级 id"))
    generic: bool = field(default=False, metadata=says("泛指（所有企业、相关企业），随方案的实施范围"))
    note: str | None = field(default=None, metadata=says("说明"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@record
class EnterpriseRegister:
    """The small taxonomy of enterprises."""

    kinds: tuple[Enterprise, ...] = field(default=(), metadata=says("类别（行业、领域）"))
    sizes: tuple[Enterprise, ...] = field(default=(), metadata=says("规模、等级"))
    operations: tuple[Enterprise, ...] = field(default=(), metadata=says("作业、场所"))
    roles: tuple[Enterprise, ...] = field(default=(), metadata=says("身份（出租方、主要负责人…）"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@record
class Sense:
    """One meaning of a term with its source."""

    meaning: str = field(metadata=says("释义，用自己的话"))
    source: str | None = field(default=None, metadata=says("来源：方案 id 与条款，或通行说法"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@record
class Term:
    """A term of the field with its senses."""

    id: str = field(metadata=says("术语 id"))
    name: str = field(metadata=says("术语"))
    aliases: tuple[str, ...] = field(default=(), metadata=says("其他写法、人们会输入的说法"))
    senses: tuple[Sense, ...] = field(metadata=says("义项"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@record
class Topic:
    """A subject that can be read across plans and years."""

    id: str = field(metadata=says("主题 id"))
    name: str = field(metadata=says("主题"))
    aliases: tuple[str, ...] = field(default=(), metadata=says("近义说法"))
    span: Span = field(default=NOWHERE, compare=False, repr=False)
