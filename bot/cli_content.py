"""`majakka content …`: what translators do. Nothing here needs Telegram, a database or settings."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from bot.core.clock import SystemClock, today
from bot.core.languages import Language
from bot.files import folder
from bot.terminal import NOT_DONE, fail

if TYPE_CHECKING:
    from bot.content.library import Library


@click.group(epilog="Example: majakka content check")
def content() -> None:
    """Articles and guides: what translators edit."""


@content.command("check", epilog="Example: majakka content check")
def check_content() -> None:
    """Say what must be mended before anybody sees it, and what is due to be looked at again."""
    from bot.content.check import overdue  # noqa: PLC0415
    from bot.content.errors import ContentError  # noqa: PLC0415
    from bot.content.process import process  # noqa: PLC0415
    from bot.ui.process_texts import all_mistakes  # noqa: PLC0415

    articles = _library()
    try:
        stages = process()
    except ContentError as error:
        fail(f"The stages cannot be read: {error}")
    found = all_mistakes(articles, stages)
    now = today(SystemClock().now())
    for article in overdue(articles, now):
        click.echo(f"{article.where}: due to be checked", err=True)
    for stage in stages.overdue(now):
        click.echo(f"process/stages.toml: {stage}: due to be checked", err=True)
    for mistake in found:
        click.echo(mistake)
    if found:
        sys.exit(NOT_DONE)


@content.command("unconfirmed", epilog="Example: majakka content unconfirmed")
def list_unconfirmed() -> None:
    """List what nobody has confirmed, with whom to ask: settle it before people come."""
    from bot.content.process import process  # noqa: PLC0415
    from bot.content.unconfirmed import unconfirmed  # noqa: PLC0415

    for line in unconfirmed(_library(), process()):
        click.echo(line)


@content.command("report", epilog="Example: majakka content report --json")
@click.option("--json", "in_json", is_flag=True, help="Print everything as one JSON object.")
def report_content(*, in_json: bool) -> None:
    """Show how the content is: its age, sentences that are too long, how much there is.

    What is past its age stands first. Nothing of it is a failure: `check` says what must be mended.
    """
    from bot.content.report import as_json, as_lines, report  # noqa: PLC0415

    made = report(_library(), today(SystemClock().now()))
    if in_json:
        click.echo(json.dumps(as_json(made), ensure_ascii=False))
    else:
        click.echo("\n".join(as_lines(made)))


@content.command("new", epilog="Example: majakka content new kela")
@click.argument("slug")
def begin_article(slug: str) -> None:
    """Begin an answer that is planned: both files, from a template, and what to do next.

    In a checkout of Majakka; an installed one is not where translators write.
    """
    from bot.content.beginning import TO_FILL, begun, no_longer_unwritten  # noqa: PLC0415
    from bot.content.check import LONGEST_BUTTON  # noqa: PLC0415
    from bot.content.errors import ContentError  # noqa: PLC0415
    from bot.content.library import UNWRITTEN  # noqa: PLC0415

    locales = folder("locales")
    if not (locales.parent / "pyproject.toml").exists():
        fail("Articles are written in a checkout of Majakka: docs/contributing.md says how.")
    try:
        texts = begun(slug, _library(), today(SystemClock().now()), LONGEST_BUTTON)
    except ContentError as error:
        fail(str(error))
    for language, text in texts.items():
        (locales / language / "articles" / f"{slug}.md").write_text(text, encoding="utf-8")
        click.echo(f"locales/{language}/articles/{slug}.md")
    left = no_longer_unwritten(slug, UNWRITTEN.read_text(encoding="utf-8"))
    UNWRITTEN.write_text(left, encoding="utf-8")
    click.echo(
        "Next:\n"
        f"1. Replace all that begins with {TO_FILL} in both files: they say the same, in the same"
        " order.\n"
        f"2. Add how people ask for it to locales/*/questions/{slug}.txt, one phrase a line.\n"
        "3. Look at its place among the answers of its section: bot/content/sections.toml.\n"
        "4. majakka content check; majakka content preview FILE; deploy/dev.py check spelling",
        err=True,
    )


@content.command("preview", epilog="Example: majakka content preview content.html")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def preview_content(file: Path) -> None:
    """Draw all answers and the guide into one page, both languages side by side.

    FILE can be opened in any browser; it needs no network. A label that ends in … is too long.
    """
    from bot.preview.content import preview  # noqa: PLC0415

    drawn = preview(_library(), today(SystemClock().now()))
    try:
        file.write_text(drawn, encoding="utf-8")
    except OSError as error:
        fail(f"{file} cannot be written: {error.strerror}.")


@content.command("search", epilog='Example: majakka content search --lang fi "montako päivää"')
@click.argument("question", required=False)
@click.option(
    "--lang",
    required=True,
    type=click.Choice([language.value for language in Language]),
    help="Of the question.",
)
@click.option("--batch", type=click.File(encoding="utf-8"), help="A file, one question a line.")
@click.option("--json", "in_json", is_flag=True, help="Print an object for each question.")
def search_content(*, question: str | None, lang: str, batch: TextIO | None, in_json: bool) -> None:
    """Find the answers to a question as the bot does for whoever types it."""
    from bot.content.search.finding import as_json, finder  # noqa: PLC0415

    if (question is None) is (batch is None):
        raise click.UsageError("Give one question, or a file of them with --batch.")
    questions = [question or ""] if batch is None else batch.read().splitlines()
    for asked in questions:
        found = finder(Language(lang)).find(asked)
        if in_json:
            click.echo(as_json(asked, found))
        else:
            slugs = " ".join(f"{match.slug} {match.score:.2f}" for match in found.matches)
            click.echo(f"{found.outcome}  {slugs}".rstrip())


def _library() -> "Library":
    from bot.content.errors import ContentError  # noqa: PLC0415
    from bot.content.library import library  # noqa: PLC0415

    try:
        return library()
    except ContentError as error:
        fail(str(error))
