"""The container's two files, read and linted: the suite has no engine that could build them."""

import json
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path, PurePath
from typing import Any

import pytest
import yaml
from dockerfile_parse import DockerfileParser
from pydantic import SecretStr

from bot.settings import PREFIX, SECRETS, Settings
from deploy.check_wheel import build, look_inside
from deploy.dev import PINNED

ROOT = Path(__file__).parents[2]
DOCKERFILE = ROOT / "deploy/container/Dockerfile"
COMPOSE = ROOT / "deploy/container/compose.yaml"
SOMEBODY = "10001:10001"
FENCES = {
    "user": SOMEBODY,
    "read_only": True,
    "cap_drop": ["ALL"],
    "security_opt": ["no-new-privileges:true"],
    "tmpfs": ["/tmp:size=16m,mode=1777,noexec,nosuid,nodev"],  # noqa: S108 - the container's own
    "pids_limit": 64,
    "mem_limit": "768m",
    "memswap_limit": "768m",  # no more than memory: so no swap
    "ulimits": {"core": 0},
    "stop_grace_period": "40s",
    "restart": "unless-stopped",
}
OPEN = {"build", "image", "volumes", "secrets", "logging"}
"""All else that the service may say: no ports, no network of the host, no privileges."""


def instructions(*names: str) -> list[str]:
    """Return the values of the Dockerfile's instructions of these names, in order."""
    parser = DockerfileParser(str(DOCKERFILE.parent))
    return [each["value"] for each in parser.structure if each["instruction"] in names]


def copied() -> list[str]:
    """Return what the image takes from the checkout."""
    lines = [shlex.split(value) for value in instructions("COPY")]
    ours = [words for words in lines if not words[0].startswith("--from=")]
    return [source for *sources, _ in ours for source in sources]


def environment() -> dict[str, str]:
    pairs = (pair for value in instructions("ENV") for pair in shlex.split(value))
    return dict(pair.split("=", 1) for pair in pairs)


def compose() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))
    return read


def service() -> dict[str, Any]:
    (only,) = compose()["services"].values()
    return dict(only)


def hidden_settings() -> set[str]:
    fields = Settings.model_fields.items()
    return {f"{PREFIX}{name}".lower() for name, field in fields if SecretStr in _types(field)}


def _types(field: Any) -> tuple[Any, ...]:  # noqa: ANN401 - what pydantic keeps of an annotation
    return getattr(field.annotation, "__args__", (field.annotation,))


def test_hadolint_has_nothing_to_say() -> None:
    hadolint = Path(sys.executable).with_name("hadolint")
    done = subprocess.run([hadolint, DOCKERFILE], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_image_runs_as_nobody_in_particular() -> None:
    assert instructions("USER")[-1] == SOMEBODY
    after = DOCKERFILE.read_text(encoding="utf-8").partition(f"USER {SOMEBODY}")[2]
    assert "RUN" not in after


def test_signals_reach_the_program_without_a_shell_between() -> None:
    (entrypoint,), (arguments,) = instructions("ENTRYPOINT"), instructions("CMD")
    assert [*json.loads(entrypoint), *json.loads(arguments)] == ["/opt/majakka/bin/majakka", "run"]
    assert instructions("STOPSIGNAL") == ["SIGTERM"]


def test_the_image_is_made_of_this_checkout_and_of_pins_alone() -> None:
    assert instructions("ADD") == []
    steps = [step for run in instructions("RUN") for step in run.split("&&")]
    installs = [shlex.split(step) for step in steps if " install --" in step or " wheel " in step]
    assert len(installs) == 4
    for words in installs:
        assert "--no-index" in words or ("-r" in words and {*PINNED} <= {*words})


def test_the_base_is_the_python_that_the_tests_run_on() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    python = project["tool"]["mypy"]["python_version"]
    (base,) = {value.split()[0] for value in instructions("FROM")}
    assert base == f"docker.io/library/python:{python}-slim-bookworm"


def test_what_is_copied_is_there_and_enough_to_build_the_program(tmp_path: Path) -> None:
    source = tmp_path / "source"
    for name in copied():
        place = source / name
        place.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, place)
    look_inside(build(tmp_path, source))


def test_an_engine_is_given_what_is_copied_and_no_more() -> None:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    assert rules[0] == "*"
    assert sorted(rule[1:] for rule in rules if rule.startswith("!")) == sorted(set(copied()))


def test_no_secret_is_baked_in() -> None:
    assert instructions("ARG") == []
    assert {name.lower() for name in environment()}.isdisjoint(hidden_settings())
    known = set(Settings.model_fields)
    assert {*environment()} <= {f"{PREFIX}{name}".upper() for name in known}


def test_the_service_has_every_fence_and_no_door() -> None:
    assert {name: service().get(name) for name in FENCES} == FENCES
    assert {*service()} == {*FENCES} | OPEN


def test_the_service_is_built_from_the_containerfile() -> None:
    context = COMPOSE.parent / service()["build"]["context"]
    assert context.resolve() == ROOT
    assert (context / service()["build"]["dockerfile"]).resolve() == DOCKERFILE


def test_the_data_lie_in_the_volume() -> None:
    (volume,) = service()["volumes"]
    name, place = volume.split(":")
    assert name in compose()["volumes"]
    assert [place] == instructions("VOLUME") == [environment()["MAJAKKA_DATA_DIR"]]


def test_each_secret_has_the_name_that_the_program_reads() -> None:
    key = PurePath(environment()["MAJAKKA_KEY_FILE"])
    assert key.parent == SECRETS
    assert {*service()["secrets"]} == {*compose()["secrets"]} == hidden_settings() | {key.name}


@pytest.mark.parametrize("name", compose()["secrets"])
def test_each_secret_is_a_file_outside_of_the_checkout(name: str) -> None:
    kept = f"/etc/majakka/secrets/{name.removeprefix(PREFIX.lower())}"
    assert compose()["secrets"][name] == {"file": kept}
