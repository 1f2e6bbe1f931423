"""The two files of an answer that is planned, begun from a template."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from bot.content.errors import ContentError
from bot.content.library import Library
from bot.core.languages import Language
from bot.core.sections import Section

TEMPLATES: Final = Path(__file__).parent / "templates"
TO_FILL: Final = "✎"
"""Begins what a writer has to replace."""
LOOKED_AT_AGAIN: Final = timedelta(days=61)
"""After this an answer is compared with its sources again, unless its writer says otherwise."""


def begun(slug: str, articles: Library, today: date, longest_button: int) -> dict[Language, str]:
    """Return what the answer's file begins with in each language.

    `today`: in Finland. Raises ContentError for an answer that is there, or that nobody planned.
    """
    if any(articles.article(slug, language) for language in Language):
        raise ContentError(f"{slug} is written already: mend locales/*/articles/{slug}.md.")
    section = _section_of(slug, articles)
    if section is None or slug not in articles.unwritten:
        raise ContentError(
            f"{slug} is not planned: put it into its section in bot/content/sections.toml, and"
            " its titles into bot/content/unwritten.toml; then do this again."
        )
    texts = {}
    for language, title in articles.unwritten[slug].items():
        texts[language] = (
            (TEMPLATES / f"{language}.md")
            .read_text(encoding="utf-8")
            .format(
                title=json.dumps(title, ensure_ascii=False),
                button=f'button = "{TO_FILL}"\n' if len(title) > longest_button else "",
                section=section,
                checked=today,
                check_again=today + LOOKED_AT_AGAIN,
            )
        )
    return texts


def no_longer_unwritten(slug: str, content: str) -> str:
    """Return the text of unwritten.toml without an answer's line."""
    lines = content.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(f"{slug} = "))


def _section_of(slug: str, articles: Library) -> Section | None:
    return next((section for section, slugs in articles.order.items() if slug in slugs), None)
