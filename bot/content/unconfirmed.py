"""What nobody has confirmed, to be settled with a lawyer before people come."""

from collections.abc import Iterator

from bot.content.library import Library
from bot.content.process import Process
from bot.content.writings import Writing


def unconfirmed(articles: Library, stages: Process) -> Iterator[str]:
    """Yield a line for each named fact and each sentence that nobody has confirmed."""
    for name, fact in articles.facts.items():
        if not fact.confirmed:
            yield f"{{{name}}}: {fact.fi.value}. Ask: {fact.fi.ask}"
    writings: list[Writing] = [*articles.all(), *stages.all()]
    for writing in writings:
        for sentence in writing.unconfirmed:
            yield f"{writing.where}: {sentence}"
