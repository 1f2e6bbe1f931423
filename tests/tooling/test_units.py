"""The units, read: `deploy/check_units.py` asks systemd's own tool, these ask what only we know."""

import shlex
from pathlib import Path

import pytest

from bot.app import SECONDS_TO_END, SECONDS_TO_WRITE
from bot.delivery.patience import TOKEN_REVOKED
from bot.settings import PREFIX, Settings
from bot.start import CANNOT_START
from deploy import check_units
from deploy.dev import PINNED

UNITS = Path(__file__).parents[2] / "deploy/systemd"
SERVICES = ("majakka.service", "majakka-backup.service")
STARTING = {"Type", "ExecStart", "Restart", "RestartSec", "RestartPreventExitStatus"}
STOPPING = {"TimeoutStartSec", "TimeoutStopSec"}
Line = tuple[str, str]


def lines(name: str, section: str = "Service") -> list[Line]:
    """Return the settings in one section of a unit, as they stand: a name may come again."""
    text = UNITS.joinpath(name).read_text(encoding="utf-8")
    (body,) = (part for part in text.split("\n[") if part.startswith(f"{section}]"))
    said = [line for line in body.splitlines()[1:] if line and not line.startswith("#")]
    return [(key, value) for key, _, value in (line.partition("=") for line in said)]


def values(name: str, key: str) -> list[str]:
    return [value for found, value in lines(name) if found == key]


def fences(name: str) -> set[Line]:
    return {(key, value) for key, value in lines(name) if key not in STARTING | STOPPING}


def test_a_start_that_cannot_help_is_not_tried_again() -> None:
    assert values("majakka.service", "Restart") == ["on-failure"]
    (statuses,) = values("majakka.service", "RestartPreventExitStatus")
    assert {int(status) for status in statuses.split()} == {TOKEN_REVOKED, CANNOT_START}


def test_a_stop_has_more_time_than_the_program_takes() -> None:
    (seconds,) = values("majakka.service", "TimeoutStopSec")
    assert int(seconds) > 2 * (SECONDS_TO_END + SECONDS_TO_WRITE)


@pytest.mark.parametrize("name", SERVICES)
def test_memory_never_reaches_the_disk(name: str) -> None:
    assert {("LimitCORE", "0"), ("MemorySwapMax", "0")} <= fences(name)


@pytest.mark.parametrize("name", SERVICES)
def test_secrets_come_as_files_and_lie_in_no_environment(name: str) -> None:
    assert values(name, "LoadCredential") == ["majakka:/etc/majakka/secrets"]
    given = dict(value.split("=", 1) for value in values(name, "Environment"))
    assert given == {
        f"{PREFIX}DATA_DIR": "%S/majakka",
        f"{PREFIX}BACKUP_DIR": "%S/majakka/backups",
        f"{PREFIX}KEY_FILE": "%d/majakka_key",
    }
    known = set(Settings.model_fields)
    assert {key.removeprefix(PREFIX).lower() for key in given} <= known


def test_the_backup_has_the_fences_of_the_bot_and_no_network() -> None:
    bot, backup = fences("majakka.service"), fences("majakka-backup.service")
    assert bot - backup == {("RestrictAddressFamilies", "AF_INET AF_INET6 AF_UNIX")}
    assert backup - bot == {
        ("RestrictAddressFamilies", "AF_UNIX"),
        ("PrivateNetwork", "yes"),
        ("IPAddressDeny", "any"),
    }


def test_the_timer_starts_the_backup_each_night() -> None:
    timer = dict(lines("majakka-backup.timer", "Timer"))
    assert timer["OnCalendar"] == "*-*-* 03:30"
    assert "Unit" not in timer  # then it is the service of the same name


def test_the_operators_commands_run_as_the_service_does() -> None:
    words = shlex.split((UNITS / "majakka").read_text(encoding="utf-8"), comments=True)
    given = {word.removeprefix("--property=") for word in words if word.startswith("--property=")}
    assert "DynamicUser=yes" in given
    assert given <= {f"{key}={value}" for key, value in fences("majakka.service")}
    assert "--setenv=MAJAKKA_DATA_DIR=/var/lib/majakka" in words  # what %S/majakka stands for
    assert "--setenv=MAJAKKA_BACKUP_DIR=/var/lib/majakka/backups" in words
    assert "MAJAKKA_KEY_FILE=${CREDENTIALS_DIRECTORY}/majakka_key" in words
    assert words[-2:] == [values("majakka.service", "ExecStart")[0].split()[0], "$@"]


@pytest.mark.parametrize("status", [0, 1])
def test_the_check_of_the_units_is_as_content_as_systemd(
    status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    analyze = tmp_path / "systemd-analyze"
    analyze.write_text(f"#!/bin/sh\necho what-systemd-says\nexit {status}\n", encoding="utf-8")
    analyze.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    if status == 0:
        check_units.main()
        assert "systemd takes 3 units" in capsys.readouterr().out
    else:
        with pytest.raises(SystemExit, match="what-systemd-says"):
            check_units.main()


def test_the_handbook_installs_every_file() -> None:
    page = (UNITS.parents[1] / "docs/installing.md").read_text(encoding="utf-8")
    kept = [file.name for file in UNITS.iterdir()]
    assert [name for name in kept if f"deploy/systemd/{name} " not in page] == []
    assert f"pip install {shlex.join(PINNED)} -r deploy/requirements.txt" in page
