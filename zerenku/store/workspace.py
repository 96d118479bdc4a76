"""A workspace is a folder with `content/`; loading it gives the catalogue or every reason why not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from zerenku.catalogue.catalogue import Catalogue
from zerenku.catalogue.link import link
from zerenku.catalogue.records import read
from zerenku.catalogue.registers import Registers, RegisterSources
from zerenku.catalogue.schema import REGISTER_SHAPES
from zerenku.errors import ContentBroken, WorkspaceMissing
from zerenku.model.finding import Finding, Severity
from zerenku.model.place import Mapping, Node, Span
from zerenku.model.plan import Plan
from zerenku.store.yaml_nodes import parse_yaml

CONTENT: Final = "content"
MAX_BYTES: Final = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a workspace holds; `catalogue` is None exactly when some finding is an error."""

    root: Path
    catalogue: Catalogue | None
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Findings that stop a build."""
        return tuple(finding for finding in self.findings if finding.severity == Severity.ERROR)

    def sealed(self) -> Catalogue:
        """The catalogue; ContentBroken when there are errors."""
        if self.catalogue is None:
            raise ContentBroken(len(self.errors))
        return self.catalogue


def load(root: Path) -> Loaded:
    """Read every source under `root`/content, link, and seal; WorkspaceMissing when there is no content/.

    Without sound registers nothing is linked: each name would be unknown, and the one cause lost among the effects.
    """
    content = root / CONTENT
    if not content.is_dir():
        raise WorkspaceMissing(str(root))
    findings: list[Finding] = []
    registers = Registers(_read_registers(root, findings))
    sound = not findings
    plans = _read_plans(root, findings)
    findings.extend(_unread_files(root))
    catalogue: Catalogue | None = None
    if sound:
        catalogue, link_findings = link(plans, registers)
        findings.extend(link_findings)
    findings.sort()
    broken = any(finding.severity == Severity.ERROR for finding in findings)
    return Loaded(root, None if broken else catalogue, tuple(findings))


def load_registers(root: Path) -> RegisterSources:
    """The registers alone, as read; ContentBroken when one cannot be read, WorkspaceMissing without content/."""
    sources, findings = read_registers(root)
    if findings:
        raise ContentBroken(len(findings))
    return sources


def read_registers(root: Path) -> tuple[RegisterSources, tuple[Finding, ...]]:
    """The registers alone and what is wrong with them; WorkspaceMissing without content/."""
    if not (root / CONTENT).is_dir():
        raise WorkspaceMissing(str(root))
    findings: list[Finding] = []
    sources = _read_registers(root, findings)
    return sources, tuple(findings)


def read_plan(path: Path, *, name: str) -> tuple[Plan | None, tuple[Finding, ...]]:
    """One plan source, its names unresolved; `name` is what findings call the file."""
    findings: list[Finding] = []
    node = _read_node(path.parent, path, findings, name=name)
    if node is None:
        return None, tuple(findings)
    plan, problems = read(node, Plan)
    return plan, (*findings, *problems)


def _unread_files(root: Path) -> Iterator[Finding]:
    """Files beside the sources that nothing reads: most likely a source with a wrong name."""
    content = root / CONTENT
    known = {content / "registers" / f"{name}.yml" for name in REGISTER_SHAPES} | set(content.glob("plans/*.yml"))
    for path in sorted((*content.glob("registers/*"), *content.glob("plans/*"))):
        if path not in known and path.suffix.lower() in {".yml", ".yaml"}:
            span = Span(path.relative_to(root).as_posix())
            text = "没有读取这个文件"
            yield Finding(span, "unread-file", text, Severity.WARNING, "方案放 plans/，扩展名用 .yml；名录不能改名")


def _read_registers(root: Path, findings: list[Finding]) -> RegisterSources:
    found: dict[str, Any] = {}
    for name, shape in REGISTER_SHAPES.items():
        node = _read_node(root, root / CONTENT / "registers" / f"{name}.yml", findings)
        if node is None:
            continue
        if name != "enterprises":
            node = _only_list(node, name, findings)
        if node is None:
            continue
        value, problems = read(node, shape)
        findings.extend(problems)
        if value is not None:
            found[name] = value
    return RegisterSources(**found)


def _only_list(node: Node, name: str, findings: list[Finding]) -> Node | None:
    """The list under the register's single key."""
    found: Node | None = None
    for key, value in node.pairs if isinstance(node, Mapping) else ():
        if key.value != name:
            text = f"没有“{key.value or ''}”这个键"
            findings.append(Finding(key.span, "unknown-key", text, suggest=f"名录只有“{name}”一个键"))
        elif found is not None:
            findings.append(Finding(key.span, "duplicate-key", f"同一处写了两个“{name}”", suggest="请删去一个"))
        else:
            found = value
    if not isinstance(node, Mapping) or not node.pairs:
        text = f"名录应以“{name}:”开头，下面是列表"
        findings.append(Finding(node.span, "wrong-type", text, suggest="请对照 content/README.md 改正"))
    return found


def _read_plans(root: Path, findings: list[Finding]) -> list[Plan]:
    plans = []
    folder = root / CONTENT / "plans"
    for path in sorted(folder.glob("*.yml")) if folder.is_dir() else []:
        node = _read_node(root, path, findings)
        if node is None:
            continue
        plan, problems = read(node, Plan)
        findings.extend(problems)
        if plan is None:
            continue
        if plan.id != path.stem:
            text = f"方案 id“{plan.id}”与文件名“{path.stem}”不一致"
            findings.append(Finding(plan.span, "plan-id", text, suggest="请改成一样"))
        plans.append(plan)
    return plans


def _read_node(root: Path, path: Path, findings: list[Finding], *, name: str = "") -> Node | None:
    """The root node of one source file; every reason why not is a finding."""
    name = name or path.relative_to(root).as_posix()
    refused = ""
    text = ""
    if not path.is_file():
        refused = "缺少这个文件"
    elif not path.resolve().is_relative_to(root.resolve()):
        refused = "指向工作区之外"
    elif path.stat().st_size > MAX_BYTES:
        refused = f"超过 {MAX_BYTES // 1024 // 1024} MB"
    else:
        try:
            text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            refused = "不是 UTF-8 编码的文本"
        except OSError:
            refused = "没有读取权限"
    if refused:
        rule = "missing-register" if refused == "缺少这个文件" else "unreadable"
        findings.append(Finding(Span(name), rule, refused, suggest="请补上或另存后重试"))
        return None
    node, problems = parse_yaml(text, file=name)
    findings.extend(problems)
    return node
