"""The interface's messages: found in the code, kept in a template, translated in each language.

`python -m deploy.catalogues` says what does not hold; with `--update` it first writes what the
code says now.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from itertools import permutations
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import PoFileError, read_po, write_po

from bot.content.guides import read_guide
from bot.content.numbers import told_apart
from bot.core.languages import Language
from deploy.build_locales import compile_catalogues

ROOT = Path(__file__).parent.parent
LANGUAGES = [language.value for language in Language]
KEYWORDS = {"tr": None, "mark": None, "plural": (1, 2)}
BEGUN = datetime(2026, 11, 24, tzinfo=UTC)  # one date for ever: git tells when a message changed
TAG = re.compile(r"</?[a-z][^<>]*>")
UPDATE = "python3 deploy/dev.py catalogues --update"


def empty(comment: str, language: str | None = None) -> Catalog:
    """Return a catalogue without messages; its head names no person and never changes by itself."""
    return Catalog(
        language,
        header_comment=f"# {comment}",
        project="Majakka",
        version="interface",
        msgid_bugs_address="docs/contributing.md",
        last_translator="Majakka",
        language_team="Majakka",
        creation_date=BEGUN,
        revision_date=BEGUN,
        fuzzy=False,
    )


def extract(root: Path) -> Catalog:
    """Return the template: every message that the code under `root`/bot can show."""
    template = empty(f"Every message of the interface. Written by `{UPDATE}`, never by hand.")
    found = extract_from_dir(
        root / "bot", [("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",)
    )
    for file, line, message, comments, context in found:
        template.add(
            message, locations=[(f"bot/{file}", line)], auto_comments=comments, context=context
        )
    for guide in sorted((root / "bot").rglob("guides/*.toml")):
        for text in read_guide(guide).messages:
            template.add(text, locations=[(guide.relative_to(root).as_posix(), 1)])
    return template


def translate(path: Path, language: str, template: Catalog) -> Catalog:
    """Return the catalogue at `path` brought up to date; new messages are empty, never guessed."""
    catalogue = empty("Majakka's interface.", language)
    if path.exists():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language, abort_invalid=True)
    catalogue.update(template, no_fuzzy_matching=True)
    return catalogue


def render(catalogue: Catalog) -> bytes:
    """Return the file's content: sorted, unwrapped, without line numbers, for short diffs."""
    file = BytesIO()
    write_po(file, catalogue, width=0, sort_output=True, include_lineno=False, ignore_obsolete=True)
    return file.getvalue()


def catalogues(root: Path) -> dict[Path, Catalog]:
    """Return what each catalogue file of the checkout at `root` should hold, the template first."""
    template = extract(root)
    paths = {root / f"locales/{code}/LC_MESSAGES/bot.po": code for code in LANGUAGES}
    translated = {path: translate(path, code, template) for path, code in paths.items()}
    return {root / "locales/bot.pot": template} | translated


def marks(text: str) -> set[str]:
    """Return what a translation must keep of `text`: its tags, and the names it wants filled in."""
    tags = set(TAG.findall(text))
    try:
        return tags | {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return tags | {"a brace without its pair"}


def several(text: str | Sequence[str] | None) -> Sequence[str]:
    """Return the forms of a message: one, or one for each plural."""
    return [text or ""] if isinstance(text, str | None) else text


def faults(message: Message, catalogue: Catalog) -> Iterator[str]:
    """Yield what is wrong with one translation, in a word or a sentence."""
    ids, forms = several(message.id), several(message.string)
    if not all(forms):
        yield "missing"
        return
    if message.fuzzy:
        yield "fuzzy"
    yield from (str(error) for error in message.check(catalogue))
    differing = set().union(*map(marks, ids)) ^ set().union(*map(marks, forms))
    if differing:
        yield f"names in braces or tags differ: {', '.join(sorted(differing))}"


def problems(root: Path) -> Iterator[str]:
    """Yield one sentence for each thing under `root` that is missing, fuzzy, wrong or stale."""
    wanted = catalogues(root)
    for path, catalogue in wanted.items():
        name = path.relative_to(root)
        if not path.exists() or path.read_bytes() != render(catalogue):
            yield f"{name}: stale, or not as `{UPDATE}` writes it"
        if catalogue.locale is None:
            continue
        for message in catalogue:
            if message.id:
                yield from (
                    f"{name}: {message.id!r}: {fault}" for fault in faults(message, catalogue)
                )
    translated = [catalogue for catalogue in wanted.values() if catalogue.locale]
    for one, other in permutations(translated, 2):
        yield from numbers_apart(one, other)


def numbers_apart(one: Catalog, other: Catalog) -> Iterator[str]:
    """Yield a sentence for each translation in `one` with a number that its twin does not say."""
    for message in one:
        twin = other.get(message.id) if message.id else None
        if twin is None or not all((*several(message.string), *several(twin.string))):
            continue
        said, its = (TAG.sub("", "\n".join(several(each.string))) for each in (message, twin))
        if numbers := told_apart(said, Language(str(one.locale)), its, Language(str(other.locale))):
            yield f"{message.id!r}: {one.locale} says {', '.join(numbers)}, {other.locale} does not"


def update(root: Path) -> None:
    """Write the template and every language as the code wants them now, and compile them."""
    for path, catalogue in catalogues(root).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(render(catalogue))
    compile_catalogues(root)


def main() -> int:
    """Run as a command; 0 where the catalogues are whole."""
    parser = argparse.ArgumentParser(prog="catalogues", description=__doc__)
    parser.add_argument("--update", action="store_true", help="write what the code says now")
    options = parser.parse_args()
    try:
        if options.update:
            update(ROOT)
        found = list(problems(ROOT))
    except PoFileError as error:
        found = [f"a catalogue cannot be read: {error}"]
    print("\n".join(found) or f"whole in {' and '.join(LANGUAGES)}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
