"""A Finnish personal identity code (henkilötunnus) in what somebody typed: nobody needs it here.

Its form: day, month and year of birth, a sign of the century, a number of three digits, and a
check sign by the remainder of the nine digits over 31. Signs since 2023: dvv.fi/hetu-uudistus.
Letters may come from a Russian keyboard (`identity.toml`).
"""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_CHECKS: Final = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_CYRILLIC: Final[Mapping[str, str]] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)["cyrillic"]
"""Which signs a Cyrillic letter may stand for."""
_CENTURIES: Final = "ABCDEFUVWXY"
_CENTURY: Final = r"-\u2010-\u2015\u2212+" + "".join(
    [_CENTURIES, *(letter for letter, signs in _CYRILLIC.items() if set(signs) & set(_CENTURIES))]
)
CODE: Final = re.compile(
    rf"(?<!\d)(\d{{6}})[{_CENTURY}](\d{{3}})([{_CHECKS}{''.join(_CYRILLIC)}])(?!\w)",
    re.IGNORECASE,
)
HIDDEN: Final = "[…]"
"""What stands in the place of one."""


def holds_identity_code(text: str) -> bool:
    """Say whether a text holds one, or what must have been meant for one."""
    return any(map(_is_one, CODE.finditer(text)))


def without_identity_codes(text: str) -> str:
    """Return a text with each of them hidden."""
    return CODE.sub(lambda found: HIDDEN if _is_one(found) else found[0], text)


def _is_one(found: re.Match[str]) -> bool:
    """Whether it is one; or it was one, and somebody mistook a sign: no telephone has a letter."""
    born, number, check = found.groups()
    day, month = int(born[:2]), int(born[2:4])
    if check.isalpha() and day in range(1, 32) and month in range(1, 13):
        return True
    check = check.upper()
    return _CHECKS[int(born + number) % len(_CHECKS)] in _CYRILLIC.get(check, check)
