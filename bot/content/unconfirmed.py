"""What nobody has confirmed, to be settled with a lawyer before people come."""

from collections.abc import Iterator

from bot.content.library import Library


def unconfirmed(articles: Library) -> Iterator[str]:
    """Yield a line for each named fact and each sentence that nobody has confirmed."""
    for name, fact in articles.facts.items():
        if not fact.confirmed:
            yield f"{{{name}}}: {fact.fi.value}. Ask: {fact.fi.ask}"
    for article in articles.all():
        for sentence in article.unconfirmed:
            yield f"{article.where}: {sentence}"
