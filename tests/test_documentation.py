"""The manuals say what the product does: commands, options, fields, rules."""

import re
import shlex
import shutil
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType

import click
import pytest

from tests.repository import ROOT
from tests.search.web import client_over
from zerenku.cli.main import COMMANDS, cli
from zerenku.linter.rules import RULES
from zerenku.model import clause, plan, register

README = (ROOT / "README.md").read_text(encoding="utf-8")
MANUAL = (ROOT / "content" / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^\| `(\w+)` \|[^|]*\| `(zerenku [^`]+)` \|$", README, re.MULTILINE)


def _options() -> list[tuple[str, str]]:
    context = click.Context(cli)
    found = []
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        found += [(name, item) for item in command.params if isinstance(item, click.Option) and not item.hidden]
    return [(name, item.opts[-1]) for name, item in found]


def test_every_command_has_one_example() -> None:
    assert [name for name, _ in EXAMPLES] == list(COMMANDS)
    assert all(shlex.split(line)[:2] == ["zerenku", name] for name, line in EXAMPLES)


@pytest.mark.parametrize(("command", "option"), _options())
def test_every_option_is_in_the_readme(command: str, option: str) -> None:
    assert f"`{option}" in README or f"{option} " in README, f"{command} {option}"


@pytest.mark.parametrize("module", [plan, clause, register])
def test_every_field_is_in_the_manual_of_the_content(module: ModuleType) -> None:
    shapes = [item for item in vars(module).values() if isinstance(item, type) and is_dataclass(item)]
    own = [item for item in shapes if item.__module__ == module.__name__ and item.__name__ != "EnterpriseRegister"]
    described = {
        f"{shape.__name__}.{field.name}": str(field.metadata.get("description"))
        for shape in own
        for field in fields(shape)
    }
    missing = [name for name, text in described.items() if not name.endswith(".span") and text not in MANUAL]
    assert missing == []


def test_every_address_of_the_interface_answers(tmp_path: Path) -> None:
    """Those in the README, asked of the content that comes with it."""
    addresses = re.findall(r"`(/(?:api/|healthz|metrics)[^`{]*)`", README)
    assert len(addresses) > 6
    shutil.copytree(ROOT / "content", tmp_path / "content")
    with client_over(tmp_path) as client:
        assert {url: client.get(url).status_code for url in addresses} == dict.fromkeys(addresses, 200)
        (monthly,) = (url for url in addresses if "every=month" in url)
        assert client.json(monthly)["duties"]


def test_every_rule_has_a_manual_and_a_test() -> None:
    for rule in RULES:
        assert "通过：" in (rule.__doc__ or ""), rule.ID
        assert "不通过：" in (rule.__doc__ or ""), rule.ID
        stem = rule.__name__.rpartition(".")[2]
        assert (ROOT / "tests" / "linter" / f"test_{stem}.py").is_file(), rule.ID


def test_the_tree_in_contributing_exists() -> None:
    block = CONTRIBUTING.partition("```")[2].partition("```")[0]
    named = re.findall(r"^([a-z_]+(?:/[a-z_]+)*(?:\.py|/))\s", block, re.MULTILINE)
    assert len(named) > 12
    assert [name for name in named if not (ROOT / name).exists()] == []
