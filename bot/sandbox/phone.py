"""What a person's phone does before anything is sent."""

from urllib.parse import parse_qs, urlsplit

from bot.sandbox.model import JSON
from bot.sandbox.text import LONGEST_TEXT, Formatted, is_blank, tidy


def typed(text: str) -> JSON:
    """Return a text as a phone sends it; a phone sends nothing empty and nothing longer."""
    formatted = tidy(Formatted(text, []))
    if is_blank(formatted.text):
        raise ValueError("a phone does not send an empty text")
    if len(formatted.text) > LONGEST_TEXT:
        raise ValueError(f"a phone does not send more than {LONGEST_TEXT} characters at once")
    entities = {"entities": formatted.entities} if formatted.entities else {}
    return {"text": formatted.text, **entities}


def start_link(link: str) -> tuple[str, str]:
    """Return username and payload of a link or of a plain username."""
    if "/" not in link:
        return link.removeprefix("@"), ""
    parts = urlsplit(link if "://" in link else f"https://{link}")
    query = parse_qs(parts.query)
    username = query.get("domain", [parts.path.strip("/")])[0]
    return username, query.get("start", [""])[0]
