"""A consumer's repository: `docs/consumer.md`, the action and the hooks, executed."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

from tests.generator.test_command_line import CONFIG, SPEC
from tests.support.generate import ROOT
from tests.support.markdown import blocks
from tests.support.timing import PATIENCE

pytestmark = [pytest.mark.slow, pytest.mark.real]

PAGE = ROOT / "docs" / "consumer.md"
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = {
    hook["id"]: hook
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
}
SHELL = [block.text for block in blocks(PAGE) if block.language == "shell"]
WORKFLOW, PRE_COMMIT = (
    yaml.safe_load(block.text) for block in blocks(PAGE) if block.language == "yaml"
)
PLACE = "shop/vendor/tunes"
PROGRAM = '''"""What the shop does."""

from shop.vendor.tunes import Things, models


def parts(things: Things) -> list[str | None]:
    """Name the parts."""
    return [models.__name__, *dir(things)]
'''
PYPROJECT = """
[tool.ruff.lint]
select = ["ANN", "B", "E", "F", "I", "UP"]
[tool.mypy]
strict = true
warn_unreachable = true
disallow_any_expr = true
"""


@dataclass
class Shop:
    """A repository of somebody else, and the environment its commands run in."""

    folder: Path
    environment: dict[str, str]
    project: Path

    def run(self, script: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", script],
            cwd=self.folder,
            env={**self.environment, **more},
            capture_output=True,
            text=True,
            check=False,
            timeout=5 * PATIENCE,
        )

    def done(self, script: str) -> str:
        done = self.run(script)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def act(self, **inputs: str) -> subprocess.CompletedProcess[str]:
        """Run the last step of the action, with its inputs where it takes them."""
        step = ACTION["runs"]["steps"][-1]
        defaults = {
            name: given.get("default") for name, given in ACTION["inputs"].items()
        }
        assert inputs.keys() <= defaults.keys()
        values = {
            f"${{{{ inputs.{name} }}}}": value
            for name, value in (defaults | inputs).items()
        }
        given = {name: values[text] for name, text in step["env"].items()}
        return self.run(step["run"], **given)

    def hook(self, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        assert HOOKS[name]["language"] == "python"
        return self.run(
            f'{HOOKS[name]["entry"]} "$@"'.replace('"$@"', " ".join(arguments))
        )


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """Install the generator as the action does; what it needs is there already."""
    folder = tmp_path_factory.mktemp("shop")
    temporary = tmp_path_factory.mktemp("runner")
    packages = sysconfig.get_path("purelib")
    python = temporary / "spotify-client-generator" / "bin"
    environment = {
        **{name: os.environ[name] for name in ("HOME", "LANG") if name in os.environ},
        "PATH": os.pathsep.join(
            [str(python), str(Path(sys.executable).parent), os.environ["PATH"]]
        ),
        "RUNNER_TEMP": str(temporary),
        "GITHUB_ACTION_PATH": str(ROOT),
        "XDG_CACHE_HOME": str(temporary / "cache"),
        "PYTHONPATH": packages,
        "PIP_NO_BUILD_ISOLATION": "0",
        "PIP_NO_COMPILE": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
    }
    (installed,) = [
        temporary / "spotify-client-generator" / Path(packages).relative_to(sys.prefix)
    ]
    made = Shop(folder, environment, installed / "generator" / "project")
    for step in ACTION["runs"]["steps"][:-1]:
        made.done(step["run"])
    return made


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not {"__pycache__", ".mypy_cache"} & {*path.parts}
    }


def test_an_installed_generator_has_its_description_and_templates(shop: Shop) -> None:
    for name in ("spec", "templates"):
        assert content(shop.project / name) == content(ROOT / name)
    assert (shop.project / "pyproject.toml").read_bytes() == (
        ROOT / "pyproject.toml"
    ).read_bytes()
    assert "spotify-client-generator" in shop.done("spotify-client-generator --help")
    done = shop.run("spotify-client-generator generate")
    assert done.returncode == 3
    assert done.stderr.startswith(
        "pyproject.toml: no such file; run from the project's"
    )


def test_its_dependencies_are_those_it_is_tested_with() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    pinned = dict(
        line.lower().split("==")
        for line in (ROOT / "requirements.txt").read_text("utf-8").splitlines()
        if "==" in line
    )
    for requirement in map(Requirement, project["dependencies"]):
        assert requirement.specifier.contains(pinned[requirement.name]), requirement


def bring(shop: Shop, spec: str) -> None:
    """Let the installed generator be one for a smaller description."""
    config = CONFIG.replace(str(ROOT / "templates"), "templates")
    (shop.project / "pyproject.toml").write_text(config, encoding="utf-8")
    for file in (shop.project / "spec").rglob("*.yaml"):
        file.unlink()
    (shop.project / "spec" / "openapi.yaml").write_text(spec, encoding="utf-8")


@pytest.mark.promise("the-way-of-a-consumer-works")
def test_the_page_the_action_and_the_hooks_work(shop: Shop) -> None:
    bring(shop, SPEC)
    vendor, keep, verify, update = SHELL
    for name in ("shop", "shop/vendor"):
        (shop.folder / name).mkdir()
        (shop.folder / name / "__init__.py").touch()
    (shop.folder / "shop" / "program.py").write_text(PROGRAM, encoding="utf-8")
    (shop.folder / "pyproject.toml").touch()

    head, _, settings = shop.done(vendor).partition("\n")
    assert head.endswith(" 0 removed, 0 unchanged")
    (shop.folder / "pyproject.toml").write_text(settings + PYPROJECT, encoding="utf-8")
    shop.done(keep)
    assert shop.done(verify).count("tunes: ") == 2

    step = WORKFLOW["jobs"]["client"]["steps"][-1]["with"]
    ((hook,),) = [repo["hooks"] for repo in PRE_COMMIT["repos"]]
    assert shop.hook(hook["id"], *hook["args"]).returncode == 0

    client = shop.folder / PLACE / "client.py"
    client.write_text(client.read_text("utf-8") + "# mine\n", encoding="utf-8")
    done = shop.act(**step)
    assert done.returncode == 1
    assert done.stdout.startswith("edited     client.py\n--- a/client.py\n")
    assert done.stdout.endswith("\n-# mine\n")
    assert shop.run(vendor).returncode == 2
    client.write_text(
        client.read_text("utf-8").replace("# mine\n", ""), encoding="utf-8"
    )

    bring(shop, SPEC.replace("operationId: things.parts", "operationId: things.pieces"))
    told = shop.done(update)
    assert "A major change for users of the client." in told
    assert "+++ b/_sync/things.py" in told
    assert "pieces" in (shop.folder / PLACE / "_sync" / "things.py").read_text("utf-8")
    shop.done("python -m shop.vendor.tunes.verify")
    for checker in (
        "ruff check .",
        "black --check .",
        f"mypy --cache-dir {ROOT}/.mypy_cache/consumer -p shop",
    ):
        shop.done(f"python -m {checker}")


@pytest.mark.promise("the-way-of-a-consumer-works")
def test_a_description_of_ones_own_is_checked(shop: Shop, tmp_path: Path) -> None:
    own = Shop(tmp_path, shop.environment, shop.project)
    (tmp_path / "spec").mkdir()
    (tmp_path / "pyproject.toml").write_text(CONFIG, encoding="utf-8")
    spec = tmp_path / "spec" / "openapi.yaml"
    spec.write_text(SPEC, encoding="utf-8")
    own.done(
        "spotify-client-generator generate && git init -q && git add . &&"
        " git -c user.name=K -c user.email=k@example.com commit -qm before"
    )
    done = own.hook("check-client")
    assert done.returncode == 0, done.stderr
    spec.write_text(SPEC.replace("things.parts", "things.pieces"), encoding="utf-8")
    done = own.act(command="check")
    assert done.returncode == 1
    assert done.stderr.endswith("run `spotify-client-generator generate`\n")
    done = own.act(command="diff", arguments="--fail-on\nmajor\n")
    assert done.returncode == 1
    assert "A major change" in done.stdout
    assert HOOKS["diff-client"]["entry"].endswith(" diff --fail-on major")
    done = own.act(command="generate; touch pwned", arguments="$(touch pwned)")
    assert done.returncode == 3
    assert own.act(command="verify", arguments="$(touch pwned)").returncode == 3
    assert not (tmp_path / "pwned").exists()
