"""The spelling of all that people read: `python -m deploy.spelling`, with hunspell and Voikko.

What is written in Cyrillic is looked up in Russian and what is in Latin letters in Finnish,
wherever it stands: an answer in Russian shows Finnish words to be said at a counter. What no
dictionary knows (names, terms, what émigrés call things) stands in `locales/<language>/words.txt`;
`Migri~` there is a word with any ending of up to four letters.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path
from typing import Final

from babel.messages.pofile import read_po

from bot.content.library import Library, library
from bot.content.markdown import plain
from bot.content.process import Process, process
from bot.content.writings import Writing
from bot.core.languages import Language

ROOT: Final = Path(__file__).parent.parent
STRESS: Final = "\u0301"
NO_WORDS: Final = re.compile(
    r"<[^>]*>|\{\w*\}"  # tags, and places for values
    r"|https?://\S+|\S+@\S+|[\w-]+(?:\.[a-z]{2,})+(?:/\S*)?|(?<![\w/])/\w+"  # addresses, commands
    r"|(?<=[\w§]):\w+|\d[\w:]*-?\w*"  # the endings of KHO:n and 18-vuotias
)
ANY_ENDING: Final = r"\w{0,4}"

Texts = Iterable[tuple[str, str]]
"""Where a text stands, and the text."""


@dataclass(frozen=True)
class Dictionary:
    """How the words of one script are found and looked up."""

    language: Language
    word: re.Pattern[str]
    command: Sequence[str]
    """Reads a word a line."""
    unknown: re.Pattern[str]
    """Finds in the answer what the command does not know."""

    @property
    def ours(self) -> str:
        """Return where the words stand that it should know besides."""
        return f"locales/{self.language}/words.txt"

    def unknown_of(self, words: Iterable[str]) -> set[str]:
        """Return those words that the command does not know."""
        environment = os.environ | {"LC_ALL": "C.UTF-8"}
        asked = "\n".join(sorted(words))
        answer = subprocess.run(
            self.command, input=asked, capture_output=True, text=True, env=environment, check=True
        )
        return set(self.unknown.findall(answer.stdout))


DICTIONARIES: Final = (
    Dictionary(
        Language.RUSSIAN,
        re.compile("[а-яё]+", re.IGNORECASE),
        ("hunspell", "-d", "ru_RU", "-i", "utf-8", "-l"),
        re.compile(r"(?m)^.+$"),
    ),
    Dictionary(
        Language.FINNISH,
        re.compile("[a-zÀ-ɏ]+(?:-[a-zÀ-ɏ]+)*-?", re.IGNORECASE),
        ("voikkospell",),
        re.compile(r"(?m)^W: (.+)$"),
    ),
)


def texts(articles: Library, stages: Process, locales: Path) -> Texts:
    """Yield what people read: answers, stages, facts, planned titles, the catalogues' messages."""
    for article in articles.all():
        yield article.where, "\n".join([article.head.button or "", *_texts_of(article)])
    for told in stages.all():
        yield told.where, "\n".join(_texts_of(told))
    for language in Language:
        for name, fact in articles.facts.items():
            words = fact.words(language)
            said = (words.value, words.source, words.says, words.ask)
            yield f"named_facts: {name}: {language}", "\n".join(filter(None, said))
        for slug, titles in articles.unwritten.items():
            yield f"unwritten.toml: {slug}: {language}", titles[language]
        yield from _messages(locales / language / "LC_MESSAGES" / "bot.po")


def _texts_of(writing: Writing) -> Iterator[str]:
    yield from (writing.title, plain(writing.lead))
    yield from (f"{part.title}\n{plain(part.text)}" for part in writing.parts)
    yield from (f"{source.title}\n{source.says}" for source in writing.sources)


def _messages(catalogue: Path) -> Texts:
    with catalogue.open("rb") as file:
        for message in read_po(file):
            said = [message.string] if isinstance(message.string, str) else message.string
            if message.id and said:
                yield f"{catalogue.parts[-3]}/bot.po: line {message.lineno}", "\n".join(said)


def words_in(all_texts: Texts, pattern: re.Pattern[str]) -> Mapping[str, str]:
    """Return each word that the pattern finds, with the first place where it stands."""
    places: dict[str, str] = {}
    for place, text in all_texts:
        for word in pattern.findall(NO_WORDS.sub(" ", text.replace(STRESS, ""))):
            places.setdefault(word, place)
    return places


def mistakes(all_texts: Texts, dictionary: Dictionary, ours: Sequence[str]) -> Iterator[str]:
    """Yield a sentence for each word that nobody knows, and for what is wrong with our words."""
    places = words_in(all_texts, dictionary.word)
    unknown = dictionary.unknown_of(places)
    parts = {word: [part for part in word.split("-") if part] for word in unknown}
    strange = dictionary.unknown_of(chain.from_iterable(parts.values()))
    needed: set[str] = set()
    for word in sorted(unknown, key=places.__getitem__):
        for part in (part for part in parts[word] if part in strange):
            needed |= (known := {entry for entry in ours if _covers(entry, part)})
            if not known:
                yield f"{places[word]}: {word}"
    for entry in (entry for entry in ours if entry not in needed):
        yield f"{dictionary.ours}: {entry}: no text needs it"
    for before, after in pairwise(ours):
        if before >= after:
            yield f"{dictionary.ours}: {after} must stand before {before}, and once"


def _covers(entry: str, word: str) -> bool:
    """Whether an entry of our words stands for a word; capital letters do not matter."""
    beginning = entry.removesuffix("~")
    ending = ANY_ENDING if beginning != entry else ""
    return bool(re.fullmatch(re.escape(beginning) + ending, word, re.IGNORECASE))


def main() -> int:
    """Say what is misspelt; return the exit status."""
    all_texts = list(texts(library(), process(), ROOT / "locales"))
    found: list[str] = []
    for dictionary in DICTIONARIES:
        ours = (ROOT / dictionary.ours).read_text(encoding="utf-8").splitlines()
        found += mistakes(all_texts, dictionary, ours)
    print("\n".join(found) or "Every word is known.")
    if found:
        print(
            "\nMend a slip; add what is right to locales/<language>/words.txt, in order"
            "\n(needs on Debian: hunspell hunspell-ru libvoikko-dev voikko-fi)."
        )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
