"""The house rules that a machine can check: floors, types, style, sizes, and whose knowledge lies where."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.repository import PACKAGES, ROOT, files, texts

BIN = Path(sys.executable).parent
CORE = (
    "zerenku/model",
    "zerenku/text",
    "zerenku/catalogue",
    "zerenku/importer",
    "zerenku/linter",
    "zerenku/coverage",
    "zerenku/returns",
)


def run(*command: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)


def syntax_trees(*under: str) -> Iterator[tuple[str, ast.Module]]:
    for name, text in texts(".py", under=under):
        yield name, ast.parse(text, name)


# ------------------------------------------------------------------------------------------------------------- tools


@pytest.mark.parametrize(
    "command",
    [
        ("lint-imports", "--no-cache"),
        ("ruff", "check", "--no-cache", "."),
        ("ruff", "format", "--no-cache", "--check", "."),
        ("mypy",),
    ],
    ids=" ".join,
)
def test_tool_is_content(command: tuple[str, ...]) -> None:
    done = run(BIN / command[0], *command[1:])
    assert done.returncode == 0, done.stdout + done.stderr


# ------------------------------------------------------------------------------------------------------------ floors


def contracts() -> list[dict[str, object]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return list(settings["tool"]["importlinter"]["contracts"])


def test_every_module_has_a_floor() -> None:
    floors = str(contracts()[0]["layers"])
    homeless = [
        name
        for path in sorted((ROOT / "zerenku").iterdir())
        if (path / "__init__.py").exists() or (path.suffix == ".py" and not path.name.startswith("__"))
        if (name := f"zerenku.{path.stem}") not in floors
    ]
    assert homeless == []


def test_core_contract_names_the_whole_core() -> None:
    core = next(contract["source_modules"] for contract in contracts() if contract["id"] == "core")
    assert isinstance(core, list)
    assert set(core) >= {name.replace("/", ".") for name in CORE if (ROOT / name / "__init__.py").exists()}


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("zerenku/model/breach.py", "import zerenku.catalogue"),
        ("zerenku/catalogue/breach.py", "import pathlib"),
        ("zerenku/catalogue/breach.py", "def late() -> None:\n    import yaml"),
        ("generators/breach.py", "import search"),
        ("generators/breach.py", "import yaml"),
        ("search/breach.py", "import whoosh"),
    ],
    ids=["upward", "file", "late", "sideways", "yaml", "whoosh"],
)
def test_planted_breach_is_caught(module: str, line: str, tmp_path: Path) -> None:
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / module).write_text(f"{line}\n", encoding="utf-8")
    done = run(BIN / "lint-imports", "--no-cache", cwd=tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert module.removesuffix(".py").replace("/", ".") in done.stdout


def test_core_opens_no_file_and_reads_no_clock() -> None:
    """What an import contract cannot see: builtins, and `now` on a class that may be imported for its values."""
    found = []
    for name, tree in syntax_trees(*CORE):
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            called = node.func
            if isinstance(called, ast.Name) and called.id in {"open", "input", "print", "eval", "exec", "__import__"}:
                found.append(f"{name}:{node.lineno} {called.id}")
            if isinstance(called, ast.Attribute) and called.attr in {"today", "now", "utcnow", "fromtimestamp"}:
                found.append(f"{name}:{node.lineno} {called.attr}")
    assert found == []


# ------------------------------------------------------------------------------------------------------------- sizes


def test_modules_are_short() -> None:
    long = [name for name, text in texts(".py") if text.count("\n") > 300]
    long += [name for name, text in texts(".js", ".css", under=PACKAGES) if text.count("\n") > 600]
    assert long == []


def test_functions_fit_a_screen() -> None:
    """At most 50 lines, not counting the docstring: that may be a manual page."""
    long = []
    for name, tree in syntax_trees("."):
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = node.body[0]
                manual = ast.get_docstring(node) is not None
                size = _lines(node) - (_lines(first) if manual else 0)
                if size > 50:
                    long.append(f"{name}:{node.lineno} {node.name}: {size}")
    assert long == []


def _lines(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


# ------------------------------------------------------------------------------------------------------------- names


def test_modules_are_named_after_what_they_hold() -> None:
    vague = {"utils", "util", "common", "helpers", "helper", "misc", "manager", "tools"}
    parts = {path: {path.stem, *path.parent.relative_to(ROOT).parts} for path in files(".py")}
    assert [path for path, words in parts.items() if words & vague] == []


def test_only_the_command_line_prints() -> None:
    mouths = ("zerenku/cli", "search/commands.py")
    found = [
        f"{name}:{node.lineno}"
        for name, tree in syntax_trees(*PACKAGES)
        if not name.startswith(mouths)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert found == []


def test_no_cache_outlives_its_catalogue() -> None:
    """A cached module function answers for a catalogue that is gone; state belongs to an object that somebody holds.

    Facts about our own record classes never change, nor does what is said of a text alone: functions of a `shape` or
    `record` may be cached, and, up to a stated number, functions of strings.
    """
    found = [
        f"{name}:{node.lineno}"
        for name, tree in syntax_trees(*PACKAGES)
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        for decorator in map(ast.unparse, node.decorator_list)
        if re.match(r"(functools\.)?(lru_)?cache\b", decorator)
        for arguments in [(*node.args.args, *node.args.kwonlyargs)]
        if {argument.arg for argument in arguments} - {"shape", "record"}
        if not (re.search(r"maxsize=\d", decorator) and all(map(is_text, arguments)))
    ]
    assert found == []


def is_text(argument: ast.arg) -> bool:
    return argument.annotation is not None and ast.unparse(argument.annotation) in {"str", "tuple[str, ...]"}


# --------------------------------------------------------------------------------------------------------- knowledge


def test_no_registry_is_named() -> None:
    """Where packages come from is the business of the machine that installs them."""
    hosts = [("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"), ("debian", "org")]
    pattern = re.compile("|".join(re.escape(".".join(host)) for host in hosts) + "|--(extra-)?index-" + "url")
    assert [name for name, text in texts() if pattern.search(text)] == []


def test_no_place_of_work_is_named() -> None:
    """No absolute path of the machine that somebody wrote this on."""
    pattern = re.compile(r"(?<![\w./>-])/" + r"(?:work|home|Users)/\w")
    assert [name for name, text in texts() if pattern.search(text)] == []


def _entries(register: str) -> Iterator[dict[str, list[str]]]:
    """Each entry of a register as field → its scalars, by composed nodes: no value is guessed at."""
    document = yaml.compose((ROOT / "content/registers" / f"{register}.yml").read_text(encoding="utf-8"))
    assert isinstance(document, yaml.MappingNode)
    for _, listing in document.value:
        for entry in listing.value:
            yield {
                key.value: [value.value] if isinstance(value, yaml.ScalarNode) else [item.value for item in value.value]
                for key, value in entry.value
                if key.value in {"id", "name", "short", "aliases", "kind", "level"}
            }


def _han(text: str) -> int:
    return len(re.findall(r"[\u4e00-\u9fff]", text))


def local_names() -> tuple[set[str], set[str], set[str]]:
    """What only one place is called by: names anywhere in a word, names at its beginning, and Latin ids.

    Names of places and full names of departments count wherever they stand. A department's short names are often the
    tail of other bodies' full names, so they count at the beginning of a word only, and from four characters on; those
    of groups (相关部门, 行业协会) are everybody's words and do not count at all, no more than 全市 does as a place.
    """
    anywhere, leading, ids = set(), set(), set()
    for entry in _entries("places"):
        own = {*entry["name"], *entry.get("short", []), *entry.get("aliases", [])}
        if entry.get("level", [""])[0] not in {"nation", "province"}:  # whoever reads notices knows the provinces
            anywhere |= {name for name in own if _han(name) >= 2 and name[0] not in "全本各该"}
        ids |= set(entry["id"])
    for entry in _entries("departments"):
        anywhere |= set(entry["name"])
        if entry.get("kind", ["department"])[0] not in {"collective", "association", "locality"}:
            own = {*entry.get("short", []), *entry.get("aliases", [])}
            # 公安局 and its like stand in every county; they are the genre's words, not one place's.
            leading |= {name for name in own if _han(name) >= 4 and not re.fullmatch("[省市县区镇]?.{2,4}局", name)}
    generic = {name for name in anywhere if not any(place in name for place in _places())}
    return anywhere - generic, leading, ids


def _places() -> set[str]:
    return {name for entry in _entries("places") for name in entry.get("short", entry["name"])}


def test_knowledge_lives_in_content() -> None:
    anywhere, leading, ids = local_names()
    assert len(anywhere) > 20, "the registers were not read"
    pattern = re.compile(
        "|".join(
            [
                *map(re.escape, sorted(anywhere)),
                *(rf"(?<![\u4e00-\u9fff]){re.escape(name)}" for name in sorted(leading)),
                *(rf"(?<![a-z]){re.escape(name)}(?![a-z])" for name in sorted(ids)),
            ]
        )
    )
    words = anywhere | leading | ids
    found = [
        f"{name}:{number} {match.group()}"
        for name, text in texts(under=PACKAGES)
        if any(word in text for word in words)  # the pattern is slow, and most files hold none of them
        for number, line in enumerate(text.splitlines(), 1)
        for match in pattern.finditer(line)
    ]
    assert found == []
