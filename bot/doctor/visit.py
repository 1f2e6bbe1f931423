"""The list of checks, and one visit: every check has its turn, whatever the others find."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from bot.core.clock import Clock, SystemClock
from bot.core.outgoing import BotName
from bot.doctor import here, there
from bot.doctor.patient import Patient, WrongError
from bot.logs import where


@dataclass(frozen=True, slots=True)
class Check:
    """Something to look at, once all that it needs was found good."""

    name: str
    look: Callable[[Patient], str]
    """Says in a sentence that it is well; raises WrongError."""
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found."""

    name: str
    ok: bool
    message: str


HERE: Final = (
    Check("settings", here.settings),
    Check("settings file", here.settings_file),
    Check("key", here.key, ("settings",)),
    Check("key file", here.key_file, ("key",)),
    Check("data folder", here.data_folder, ("settings",)),
    Check("database", here.database, ("settings",)),
    Check("schema", here.schema, ("database",)),
    Check("database key", here.database_key, ("key", "schema")),
    Check("writing", here.writing, ("schema",)),
    Check("languages", here.languages),
    Check("content", here.content),
    Check("backup", here.backup, ("key",)),
)
OF_EACH_BOT: Final = {"groups": there.groups, "topics": there.topics, "webhook": there.webhook}


def visit(clock: Clock | None = None) -> list[Finding]:
    """Look at everything, and change nothing."""
    patient = Patient(clock or SystemClock())
    found: dict[str, Finding] = {}
    for check in _all_checks(patient):
        found[check.name] = _examine(check, patient, found)
    return list(found.values())


def as_json(findings: Sequence[Finding]) -> dict[str, Any]:
    """Return what scripts rely on: `{"ok", "checks": [{"name", "ok", "message"}, …]}`."""
    checks = [{"name": each.name, "ok": each.ok, "message": each.message} for each in findings]
    return {"ok": all(each.ok for each in findings), "checks": checks}


def _all_checks(patient: Patient) -> Iterator[Check]:
    """Yield the checks in order; which bots there are is known once the settings are."""
    yield from HERE
    for bot in BotName:
        if hasattr(patient, "settings") and not there.has_bot(patient, bot):
            continue
        token = f"{bot} bot"
        yield Check(token, partial(there.token, bot=bot), ("settings",))
        for name, look in OF_EACH_BOT.items():
            yield Check(f"{token}, {name}", partial(look, bot=bot), (token,))
    yield Check("clock", there.clock, (f"{BotName.EMIGRE} bot",))


def _examine(check: Check, patient: Patient, found: dict[str, Finding]) -> Finding:
    missing = [need for need in check.needs if not found[need].ok]
    if missing:
        return Finding(check.name, ok=False, message=f"Not checked: first mend {missing[0]}.")
    try:
        return Finding(check.name, ok=True, message=check.look(patient))
    except WrongError as error:
        return Finding(check.name, ok=False, message=str(error))
    except Exception as error:  # noqa: BLE001 - one broken thing must not hide the others
        return Finding(check.name, ok=False, message=f"Could not be checked ({where(error)}).")
