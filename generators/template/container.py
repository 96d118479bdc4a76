"""The package of a template: only the parts that a paper needs, under names of our own, and nothing that reaches out.

Parts are found by walking the relationships from the root; what is not reached, or not known to be harmless, is not
carried over. Macros, embedded objects and linked pictures are refused; plain links are cut and that is said.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from generators.template import links
from generators.template.codes import refuse_codes
from generators.word.package import PACKAGE, archive, core_properties, entry
from zerenku.extract.refusal import Refusal
from zerenku.extract.word.names import NAMESPACE
from zerenku.extract.word.package import BOMB, Package

MAX_FILE: Final = 10_000_000
MAX_FILLED: Final = 3_000_000
"""Bytes of one part with fields: the body of a hundred pages has one."""
MAX_PARTS: Final = 400
MAIN: Final = "document"
RELATIONS: Final = "application/vnd.openxmlformats-package.relationships+xml"
WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN_TYPES: Final = frozenset({f"{WORD_TYPE}.document.main+xml", f"{WORD_TYPE}.template.main+xml"})
PICTURES: Final = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/jpg": "jpg",
    "image/gif": "gif",
    "image/bmp": "bmp",
    "image/tiff": "tiff",
    "image/x-emf": "emf",
    "image/x-wmf": "wmf",
}
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MACROS: Final = "模板带有宏（.docm、.dotm）；请用 Word 打开，另存为不带宏的 .docx"
NOT_WORD: Final = "主体不是 Word 文档；请用 Word 打开后另存为 .docx"
STRICT: Final = "是“严格 Open XML”格式；请用 Word 打开后另存为普通的 .docx"
LACKS: Final = "缺少内部文件（{}），可能已损坏；请用 Word 打开修复后另存"
PICTURE: Final = "有不能用的图片格式（{}）；请换成 PNG 或 JPEG"


@dataclass(frozen=True, slots=True)
class Part:
    """A part under its new name (`word/header1.xml`); an XML part has a `root`, a picture `data`.

    `links` are the relationships that stay: id → (kind, new name of the target).
    """

    name: str
    kind: str
    content_type: str
    root: etree._Element | None = None
    data: bytes = b""
    links: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Container:
    """All parts, the main one first, and what was left out, in words for the user."""

    parts: tuple[Part, ...]
    remarks: tuple[str, ...] = ()

    @property
    def main(self) -> Part:
        """The part with the body."""
        return self.parts[0]

    def of(self, kind: str) -> tuple[Part, ...]:
        """The parts of one kind, in order of name."""
        return tuple(part for part in self.parts if part.kind == kind)


def read_container(data: bytes) -> Container:
    """The parts of a template; Refusal for anything that is not a plain, harmless Word document."""
    if len(data) > MAX_FILE:
        raise Refusal(f"模板超过 {MAX_FILE // 1_000_000} MB；请去掉其中的大图片后另存")
    package = Package(data)
    main = package.main_part()
    types = _Types(package)
    if types.macros or package.related(main, "vbaProject"):
        raise Refusal(MACROS)
    if types.of(main) not in MAIN_TYPES:
        raise Refusal(NOT_WORD)
    return _Walk(package, types, data).from_main(main)


def write_container(container: Container, *, title: str) -> bytes:
    """The package as bytes, always the same for the same parts; no author, no clock."""
    held = {part.name: _bytes(part) for part in container.parts}
    held |= {_relations_of(part.name): _relations(part) for part in container.parts if part.links}
    core = core_properties(title=title, author="", subject="", keywords=())
    first = {"[Content_Types].xml": _content_types(container), "_rels/.rels": _root_relations(container.main.name)}
    rest = sorted([core, *(entry(name, body) for name, body in held.items())], key=lambda item: item.name)
    return archive([*(entry(name, body) for name, body in first.items()), *rest])


class _Types:
    """`[Content_Types].xml`: the type of a part by its name or its suffix, whatever the case."""

    def __init__(self, package: Package) -> None:
        root = package.xml("[content_types].xml")
        nodes = [] if root is None else list(root)
        self._names = {node.get("PartName", "").strip("/").lower(): node.get("ContentType", "") for node in nodes}
        self._suffixes = {node.get("Extension", "").lower(): node.get("ContentType", "") for node in nodes}
        self.macros = any("macro" in kind.lower() or "vba" in kind.lower() for kind in self._names.values())

    def of(self, part: str) -> str:
        """The content type of a part, empty when it has none."""
        return self._names.get(part) or self._suffixes.get(part.rpartition(".")[2]) or ""


class _Walk:
    """One walk over the relationships of a package."""

    def __init__(self, package: Package, types: _Types, data: bytes) -> None:
        self._package, self._types = package, types
        with zipfile.ZipFile(io.BytesIO(data)) as archive_:
            # The package has checked the sizes; zipfile reads no entry beyond the size that its directory names.
            names = {info.filename.replace("\\", "/").strip("/").lower(): info for info in archive_.infolist()}
            pictures = {name: info for name, info in names.items() if types.of(name).startswith("image/")}
            if sum(info.file_size for info in pictures.values()) > 2 * MAX_FILE:
                raise Refusal(BOMB)
            try:
                self._pictures = {name: archive_.read(info) for name, info in pictures.items()}
            except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, ValueError, RuntimeError) as error:
                raise Refusal("图片已损坏；请用 Word 打开，换掉图片后另存") from error
        self._new: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        self._queue: list[tuple[str, str]] = []
        self._remarks: dict[str, None] = {}

    def from_main(self, main: str) -> Container:
        """Everything that the main part needs."""
        self._named(main, MAIN)
        parts = []
        while self._queue:
            parts.append(self._part(*self._queue.pop(0)))
        return Container((parts[0], *sorted(parts[1:], key=lambda part: part.name)), tuple(self._remarks))

    def _named(self, old: str, kind: str) -> str:
        """The new name of a part, which is queued when it is met first."""
        if old not in self._new:
            content_type = self._types.of(old)
            if kind == links.PICTURE and content_type not in PICTURES:
                raise Refusal(PICTURE.format(content_type or "不明"))
            suffix = PICTURES[content_type] if kind == links.PICTURE else "xml"
            number = self._counts[kind] = self._counts.get(kind, 0) + 1
            folder = "word/media/" if kind == links.PICTURE else "word/"
            self._new[old] = f"{folder}{kind}{'' if kind == MAIN else number}.{suffix}"
            self._queue.append((old, kind))
            if len(self._new) > MAX_PARTS:
                raise Refusal(BOMB)
        return self._new[old]

    def _part(self, old: str, kind: str) -> Part:
        name, content_type = self._new[old], self._types.of(old)
        if kind == links.PICTURE:
            return self._picture(old, name, content_type)
        root = self._package.xml(old)
        if root is None:
            raise Refusal(LACKS.format(kind))
        if any("purl.oclc.org/ooxml" in space for space in root.nsmap.values()):
            raise Refusal(STRICT)
        if kind == MAIN:
            content_type = f"{WORD_TYPE}.document.main+xml"
            if root.nsmap.get("w") != NAMESPACE:
                raise Refusal(NOT_WORD)
        refuse_codes(root)
        kept, dropped = {}, set()
        for mark, kind_, target in self._relations(old):
            if target:
                kept[mark] = (kind_, self._named(target, kind_))
            else:
                dropped.add(mark)
        if links.cut(root, dropped):
            self._remarks[links.ADDRESS] = None
        return Part(name, kind, content_type, root=root, links=kept)

    def _relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        """(id, kind, target) of each relationship; the target is empty for one that is cut."""
        folder, _, name = part.rpartition("/")
        root = self._package.xml(f"{folder}/_rels/{name}.rels")
        for node in () if root is None else root:
            kind = node.get("Type", "").rpartition("/")[2]
            verdict = links.judge(kind, external=node.get("TargetMode") == "External")
            if verdict.refused:
                raise Refusal(verdict.refused)
            if verdict.remark:
                self._remarks[verdict.remark] = None
            target = posixpath.normpath(posixpath.join("/", folder, node.get("Target", ""))).strip("/").lower()
            yield node.get("Id", ""), kind, target if verdict.kept else ""

    def _picture(self, old: str, name: str, content_type: str) -> Part:
        if old not in self._pictures:
            raise Refusal(LACKS.format("图片"))
        return Part(name, links.PICTURE, content_type, data=self._pictures[old])


def _bytes(part: Part) -> bytes:
    if part.root is None:
        return part.data
    return etree.tostring(part.root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _relations_of(name: str) -> str:
    folder, _, leaf = name.rpartition("/")
    return f"{folder}/_rels/{leaf}.rels"


def _listed(rows: list[tuple[str, str, str]]) -> bytes:
    root = etree.Element(f"{{{PACKAGE}/relationships}}Relationships", nsmap={None: f"{PACKAGE}/relationships"})  # type: ignore[dict-item]
    for mark, kind, target in rows:
        etree.SubElement(root, f"{{{PACKAGE}/relationships}}Relationship", Id=mark, Type=kind, Target=target)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _relations(part: Part) -> bytes:
    rows = sorted(part.links.items())
    return _listed([(mark, f"{OFFICE}/{kind}", f"/{target}") for mark, (kind, target) in rows])


def _root_relations(main: str) -> bytes:
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    return _listed([("rId1", f"{OFFICE}/officeDocument", main), ("rId2", core, "docProps/core.xml")])


def _content_types(container: Container) -> bytes:
    space = f"{PACKAGE}/content-types"
    root = etree.Element(f"{{{space}}}Types", nsmap={None: space})  # type: ignore[dict-item]
    for suffix, kind in (("rels", RELATIONS), ("xml", "application/xml")):
        etree.SubElement(root, f"{{{space}}}Default", Extension=suffix, ContentType=kind)
    types = {part.name: part.content_type for part in container.parts}
    types["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    for name, kind in sorted(types.items()):
        etree.SubElement(root, f"{{{space}}}Override", PartName=f"/{name}", ContentType=kind)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
