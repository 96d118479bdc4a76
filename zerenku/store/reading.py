"""Sources of a workspace read one by one: records, what is wrong with the files, and a digest of each."""

from __future__ import annotations

from codecs import BOM_UTF8
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final, TypeVar

from zerenku.catalogue.records import read, read_plain
from zerenku.model.finding import Finding
from zerenku.model.place import Mapping, Node, Span
from zerenku.store.yaml_nodes import parse_yaml
from zerenku.store.yaml_plain import plain_yaml

MAX_BYTES: Final = 8 * 1024 * 1024
T = TypeVar("T")


class Reading:
    """Reads files under `root`; `findings` and `digests` (by name) grow with each."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.findings: list[Finding] = []
        self.digests: dict[str, str] = {}

    def record(self, path: Path, shape: type[T], *, name: str = "") -> T | None:
        """A source that is one record: the short way when nothing is wrong with it, else the one that says what."""
        name = name or path.relative_to(self.root).as_posix()
        text = self._text(path, name)
        if text is None:
            return None
        plain = plain_yaml(text, file=name)
        record = None if plain is None else read_plain(plain, shape)
        return self._checked(self._node(text, name), shape) if record is None else record

    def register(self, path: Path, key: str | None, shape: Any) -> Any:
        """A register: what stands under its one key `key`, or without a key the whole; None when it cannot be read."""
        if key is None:
            return self.record(path, shape)
        name = path.relative_to(self.root).as_posix()
        text = self._text(path, name)
        if text is None:
            return None
        plain = plain_yaml(text, file=name)
        if isinstance(plain, dict) and len(plain) == 2 and key in plain:
            value = read_plain(plain[key], shape)
            if value is not None:
                return value
        node = self._node(text, name)
        return self._checked(None if node is None else self._only_list(node, key), shape)

    def _checked(self, node: Node | None, shape: type[T]) -> T | None:
        if node is None:
            return None
        value, problems = read(node, shape)
        self.findings.extend(problems)
        return value

    def _node(self, text: str, name: str) -> Node | None:
        node, problems = parse_yaml(text, file=name)
        self.findings.extend(problems)
        return node

    def _only_list(self, node: Node, name: str) -> Node | None:
        """The list under the register's single key."""
        found: Node | None = None
        for key, value in node.pairs if isinstance(node, Mapping) else ():
            if key.value != name:
                text = f"没有“{key.value or ''}”这个键"
                self.findings.append(Finding(key.span, "unknown-key", text, suggest=f"名录只有“{name}”一个键"))
            elif found is not None:
                self.findings.append(
                    Finding(key.span, "duplicate-key", f"同一处写了两个“{name}”", suggest="请删去一个")
                )
            else:
                found = value
        if not isinstance(node, Mapping) or not node.pairs:
            text = f"名录应以“{name}:”开头，下面是列表"
            self.findings.append(Finding(node.span, "wrong-type", text, suggest="请对照 content/README.md 改正"))
        return found

    def _text(self, path: Path, name: str) -> str | None:
        """The text of one source file; every reason why not is a finding."""
        refused = ""
        data = b""
        if not path.is_file():
            refused = "缺少这个文件"
        elif not path.resolve().is_relative_to(self.root.resolve()):
            refused = "指向工作区之外"
        elif path.stat().st_size > MAX_BYTES:
            refused = f"超过 {MAX_BYTES // 1024 // 1024} MB"
        else:
            try:
                data = path.read_bytes()
            except OSError:
                refused = "没有读取权限"
        text = ""
        try:
            text = data.removeprefix(BOM_UTF8).decode()
        except UnicodeDecodeError:
            refused = "不是 UTF-8 编码的文本"
        if refused:
            rule = "missing-register" if refused == "缺少这个文件" else "unreadable"
            self.findings.append(Finding(Span(name), rule, refused, suggest="请补上或另存后重试"))
            return None
        self.digests[name] = digest_of(data)
        return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def digest_of(data: bytes) -> str:
    """The digest by which the content of a source is known."""
    return blake2b(data, digest_size=16).hexdigest()
