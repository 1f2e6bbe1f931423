"""How well the search finds, by questions it has not seen: `python -m tests.search.report`.

Two thirds of the questions are for tuning; the rest is only ever counted, never read. A question
counts as found if one of the answers that fit it stands among the first three; questions whose
answers are all still to be written are left out of that.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.content.library import library
from bot.content.search.alarm import not_calm
from bot.content.search.finding import Outcome, finder
from bot.core.languages import Language

FOLDER = Path(__file__).parent


def is_unseen(text: str) -> bool:
    """Say whether a text belongs to the third that measures, and tunes nothing."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 3 == 0


@dataclass(frozen=True)
class Question:
    """What somebody typed, what kind of question it is, and which answers fit it."""

    text: str
    kind: str
    slugs: frozenset[str]

    @property
    def is_unseen(self) -> bool:
        """Whether it measures, and tunes nothing."""
        return is_unseen(self.text)


@dataclass(frozen=True)
class Urgent:
    """What somebody typed, and whether they, or somebody near them, are in danger now."""

    text: str
    danger: bool


@dataclass
class Score:
    """Counts."""

    asked: int = 0
    first: int = 0
    among_three: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    confident: int = 0
    wrong: int = 0
    emergencies: int = 0
    heard: int = 0
    false_alarms: int = 0
    others: int = 0


def questions(language: Language) -> Iterator[Question]:
    """Yield the questions in a language."""
    for line in (FOLDER / "questions" / f"{language}.tsv").read_text(encoding="utf-8").splitlines():
        text, kind, slugs = line.split("\t")
        yield Question(text, kind, frozenset(slugs.split(",")) - {"-"})


def urgent(language: Language, *, unseen: bool) -> Iterator[Urgent]:
    """Yield what speaks of danger now, and what only sounds like it: half of it each."""
    for line in (FOLDER / "urgent" / f"{language}.tsv").read_text(encoding="utf-8").splitlines():
        text, label, _ = line.split("\t")
        if is_unseen(text) is unseen:
            yield Urgent(text, label == "emergency")


def pieces(language: Language) -> Iterator[Urgent]:
    """Yield what is added to a question in a few words; all of it is only ever counted."""
    for line in (FOLDER / "pieces" / f"{language}.tsv").read_text(encoding="utf-8").splitlines():
        text, label = line.split("\t")
        yield Urgent(text, label == "emergency")


def score(language: Language, *, unseen: bool) -> Score:
    """Count what becomes of the questions of one part."""
    total = Score()
    for question in questions(language):
        if question.is_unseen is unseen:
            _count(question, language, total)
    return total


def _count(question: Question, language: Language, total: Score) -> None:
    found = finder(language).find(question.text)
    slugs = [match.slug for match in found.matches]
    if question.kind == "emergency":
        total.emergencies += 1
        total.heard += found.outcome is Outcome.EMERGENCY
        return
    total.others += 1
    total.false_alarms += found.outcome is Outcome.EMERGENCY
    if found.outcome is Outcome.ANSWER:
        total.confident += 1
        total.wrong += slugs[0] not in question.slugs
    if question.slugs & library().slugs(language):
        total.asked += 1
        total.first += slugs[:1] != [] and slugs[0] in question.slugs
        is_there = bool(question.slugs & set(slugs))
        total.among_three += is_there
        total.kinds[question.kind] += 1
        total.found[question.kind] += is_there


def _share(said: list[Urgent], language: Language, *, danger: bool) -> str:
    """Return of how many that are in danger, or are not, the bot thinks that they are."""
    heard = [
        finder(language).find(each.text).outcome is Outcome.EMERGENCY
        for each in said
        if each.danger is danger
    ]
    return f"{sum(heard)}/{len(heard)} = {sum(heard) / len(heard):.3f}"


def _asked(language: Language, *, danger: bool) -> str:
    """Return at how many pieces that are in danger, or are not, a draft asks about it."""
    said = [each.text for each in pieces(language) if each.danger is danger]
    asked = sum(not_calm(text, language) for text in said)
    return f"{asked}/{len(said)} = {asked / len(said):.3f}"


def main() -> None:
    """Print both parts, for each language, and what becomes of short pieces."""
    for language in Language:
        heard, false = (_asked(language, danger=danger) for danger in (True, False))
        print(f"{language} pieces: asked about danger {heard}, for nothing {false}")  # noqa: T201
    for unseen in (False, True):
        for language in Language:
            got = score(language, unseen=unseen)
            print(  # noqa: T201 - what the command is for
                f"{language} {'unseen' if unseen else 'tuning'}: n={got.asked}"
                f" recall@1={got.first / got.asked:.3f} recall@3={got.among_three / got.asked:.3f}"
                f" | confident {got.confident}, wrong {got.wrong} of {got.others}"
                f" = {got.wrong / got.others:.3f}"
                f" | emergencies {got.heard}/{got.emergencies}, false alarms"
                f" {got.false_alarms}/{got.others} = {got.false_alarms / got.others:.3f}"
            )
            said = list(urgent(language, unseen=unseen))
            heard, false = (_share(said, language, danger=danger) for danger in (True, False))
            print(f"   danger heard {heard}, false {false}")  # noqa: T201
            by_kind = (f"{kind} {got.found[kind]}/{n}" for kind, n in sorted(got.kinds.items()))
            print(f"   {', '.join(by_kind)}")  # noqa: T201


if __name__ == "__main__":
    main()
