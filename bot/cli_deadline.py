"""`majakka deadline`: counts as the bot does, so that a lawyer can check it. Needs no settings."""

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Final

import click

from bot.core.languages import Language
from bot.terminal import fail

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.core.deadlines.counting import CannotCountError, Reckoning
    from bot.core.deadlines.rules import Certainty, Rule

_WRITTEN: Final = re.compile(r"\d{4}-\d\d-\d\d")
_NAMES: Final = {
    "own": "deadline",
    "nothing": "deadline",  # the paper names one all the same
    "authority": "limit",
    "wait": "from",
    "lasts": "until",
}
"""What the day is called by whose it is: a deadline only where somebody can miss it."""
_WAYS: Final = ("handed", "letter", "electronic", "receipt", "substitute")


class _Day(click.ParamType[date]):
    """A day as 2026-11-02."""

    name = "day"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return the day, or say what is wrong with it."""
        if isinstance(value, date):
            return value
        if not _WRITTEN.fullmatch(value):
            self.fail(f"{value!r}: write the day as year-month-day, 2026-11-02.", param, ctx)
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value}: there is no such day in the calendar.", param, ctx)


@click.command(epilog="Example: majakka deadline --rule appeal-hao-30 --served 2026-11-02 --json")
@click.option("--rule", "rule_id", metavar="ID", help="Which rule; --list names them.")
@click.option("--served", type=_Day(), metavar="DAY", help="The day of what --how names.")
@click.option(
    "--how",
    type=click.Choice(_WAYS),
    default=_WAYS[0],
    show_default=True,
    help="Handed over, posted, sent, signed for, certificate of substitute service.",
)
@click.option("--days", type=int, help="The period printed in the person's own paper.")
@click.option(
    "--lang",
    type=click.Choice([language.value for language in Language]),
    default=Language.FINNISH.value,
    show_default=True,
    help="Of the steps.",
)
@click.option("--list", "list_all", is_flag=True, help="List all rules.")
@click.option("--json", "in_json", is_flag=True, help="Print JSON.")
def deadline(
    rule_id: str | None,
    served: date | None,
    how: str,
    days: int | None,
    lang: str,
    *,
    list_all: bool,
    in_json: bool,
) -> None:
    """Count a deadline by a rule, and show how: the safe day, and the last day by law (16:15).

    --days comes before the rule. Only where the rule is confirmed and gives an earlier day, or the
    law allows no more, that one counts, and the steps say so. A person's own appeal instructions
    come before all of it.
    """
    if list_all:
        _list(in_json=in_json)
        return
    if rule_id is None or served is None:
        raise click.UsageError("Give --rule and --served, or --list.")
    _count(rule_id, served, how, days, lang=Language(lang), in_json=in_json)


def _count(
    rule_id: str, served: date, how: str, days: int | None, *, lang: Language, in_json: bool
) -> None:
    from bot.core.deadlines.counting import CannotCountError, reckon, rule  # noqa: PLC0415
    from bot.core.deadlines.rules import Service  # noqa: PLC0415
    from bot.ui.deadlines import steps  # noqa: PLC0415
    from bot.ui.words import translator  # noqa: PLC0415

    try:
        reckoning = reckon(rule(rule_id), served, Service(how), days=days)
    except CannotCountError as error:
        _say_why(error)
        return
    told = [str(step.unescape()) for step in steps(reckoning, translator(lang))]
    if in_json:
        click.echo(json.dumps(_as_json(reckoning, told), ensure_ascii=False))
    else:
        click.echo("\n".join(_as_lines(reckoning, told)))


def _as_json(reckoning: "Reckoning", told: "Sequence[str]") -> dict[str, object]:
    counted = reckoning.counts
    return {
        "rule": counted.rule.id,
        "served": counted.served.isoformat(),
        "how": counted.how.value,
        "deadline": counted.last.isoformat(),
        "safe": counted.safe.isoformat(),
        "steps": told,
        **_as_known(counted.rule, counted.certainty),
    }


def _as_known(rule: "Rule", certainty: "Certainty") -> dict[str, object]:
    return {
        "section": rule.section,
        "source": rule.source,
        "checked": rule.checked.isoformat(),
        "certainty": certainty.value,
    }


def _as_lines(reckoning: "Reckoning", told: "Sequence[str]") -> "Iterator[str]":
    counted = reckoning.counts
    hour = f" {counted.closes_at:%H:%M}" if counted.closes_at else ""
    name = _NAMES[counted.rule.whose]
    if name == "deadline":
        yield f"safe      {counted.safe:%a %Y-%m-%d}"
    yield f"{name:10}{counted.last:%a %Y-%m-%d}{hour}"
    yield from (f"{number}. {step}" for number, step in enumerate(told, start=1))
    yield f"{counted.certainty}: {counted.rule.section}"
    if counted.rule.note:
        yield counted.rule.note
    yield f"{counted.rule.source} (looked at {counted.rule.checked})"


def _list(*, in_json: bool) -> None:
    from bot.core.deadlines.rules import rules  # noqa: PLC0415

    if in_json:
        listed = [{"rule": rule.id, **_as_known(rule, rule.certainty)} for rule in rules().values()]
        click.echo(json.dumps(listed, ensure_ascii=False))
        return
    for rule in rules().values():
        length = str(rule.length or "-")
        click.echo(f"{rule.id:26}{length:11}{rule.whose:11}{rule.certainty:11}{rule.what}")


def _say_why(error: "CannotCountError") -> None:
    from bot.core.deadlines.counting import (  # noqa: PLC0415
        FIRST_DAY,
        LAST_DAY,
        LONGEST_PRINTED,
        Refusal,
    )

    sentences = {
        Refusal.NO_RULE: "There is no such rule: majakka deadline --list names them.",
        Refusal.DAY_TOO_FAR: f"--served: a day from {FIRST_DAY.year} to {LAST_DAY.year}, please.",
        Refusal.DAYS_OUT_OF_RANGE: f"--days: from 1 to {LONGEST_PRINTED}, as the paper prints it.",
        Refusal.NOT_PRINTED: "--days: a paper prints another period than this one; leave it out.",
        Refusal.NOT_SERVED: "--how: this rule does not start with a paper's arrival; leave it out.",
        Refusal.PAPER_NEEDED: "Only the person's own paper tells how long it is: give --days.",
    }
    if error.why is Refusal.NO_APPEAL:
        fail("By law nothing is open here. If the paper prints a period all the same, give --days.")
    raise click.UsageError(sentences[error.why])
