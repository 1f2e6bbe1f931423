"""What a person's phone does before anything is sent."""

from urllib.parse import parse_qs, urlsplit

from bot.sandbox.files import Files, Upload, file_content
from bot.sandbox.model import JSON, Bot, User, scope_key
from bot.sandbox.text import LONGEST_CAPTION, LONGEST_TEXT, Formatted, is_blank, tidy

_CAPTIONED = frozenset({"photo", "document", "voice"})
_FILES = {
    "photo": Upload("photo.jpg", b"a picture, as far as the sandbox goes"),
    "document": Upload("letter.pdf", b"a document, as far as the sandbox goes"),
    "voice": Upload("voice.oga", b"a voice, as far as the sandbox goes"),
    "video_note": Upload("round.mp4", b"a round video, as far as the sandbox goes"),
    "sticker": Upload("sticker.webp", b"a sticker, as far as the sandbox goes"),
}
LARGEST_FILE = 30 * 1024 * 1024
"""How much a phone sends at once; Telegram itself takes more, but bots get only 20 MB."""

_OTHERS: dict[str, JSON] = {
    "location": {"latitude": 60.17, "longitude": 24.94},
    "contact": {"phone_number": "+358000000000", "first_name": "Somebody"},
}
KINDS = (*_FILES, *_OTHERS)
"""The kinds of messages, besides text, that `sample` makes."""


def sample(files: Files, bot: Bot, kind: str, caption: str = "") -> JSON:
    """Return an example of a message that is not text, with a caption where it can have one.

    Its file is kept in `files` under an id that is worth something to `bot` only.
    """
    if kind in _OTHERS:
        return {kind: _OTHERS[kind]}
    if kind not in _FILES:
        raise ValueError(f"there is no example of a {kind}")
    return _attached(files, bot, kind, _FILES[kind], caption)


def chosen(files: Files, bot: Bot, kind: str, upload: Upload, caption: str = "") -> JSON:
    """Return a message with a file that somebody chose, as `sample` does with an example."""
    if kind not in _CAPTIONED:
        raise ValueError(f"a phone makes no {kind} of a file")
    if not upload.data:
        raise ValueError("a phone does not send an empty file")
    if len(upload.data) > LARGEST_FILE:
        raise ValueError(f"this phone sends no file of more than {LARGEST_FILE >> 20} MB")
    return _attached(files, bot, kind, upload, caption)


def _attached(files: Files, bot: Bot, kind: str, upload: Upload, caption: str) -> JSON:
    words = tidy(Formatted(caption, []))
    if len(words.text) > LONGEST_CAPTION:
        raise ValueError(
            f"a phone does not send a caption of more than {LONGEST_CAPTION} characters"
        )
    content = file_content(files.add(bot.id, kind, upload))
    if is_blank(words.text) or kind not in _CAPTIONED:
        return content
    entities = {"caption_entities": words.entities} if words.entities else {}
    return {**content, "caption": words.text, **entities}


def menu(bot: Bot, user: User) -> list[JSON]:
    """Return the commands that the person sees: the narrowest scope, its language first [D]."""
    scopes: list[JSON] = [
        {"chat_id": user.id, "type": "chat"},
        {"type": "all_private_chats"},
        {"type": "default"},
    ]
    for scope in scopes:
        for language in (user.language_code or "", ""):
            commands = bot.commands.get((scope_key(scope), language))
            if commands:
                return commands
    return []


def about(bot: Bot, user: User) -> dict[str, str]:
    """Return name and descriptions in the person's language, else those without one [D]."""
    told = {
        kind: bot.words.get((kind, user.language_code or "")) or bot.words.get((kind, "")) or ""
        for kind in ("name", "description", "short_description")
    }
    return {**told, "name": told["name"] or bot.name}


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
