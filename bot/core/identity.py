"""A Finnish personal identity code (henkilötunnus) in what somebody typed: nobody needs it here.

Its form: day, month and year of birth, a sign of the century, a number of three digits, and a
check sign by the remainder of the nine digits over 31. Signs since 2023: dvv.fi/hetu-uudistus.
"""

import re
from typing import Final

_CHECKS: Final = "0123456789ABCDEFHJKLMNPRSTUVWXY"
CODE: Final = re.compile(
    rf"(?<!\d)(\d{{6}})[-\u2010-\u2015\u2212+A-FU-Y](\d{{3}})([{_CHECKS}])(?!\w)", re.IGNORECASE
)
HIDDEN: Final = "[…]"
"""What stands in the place of one."""


def holds_identity_code(text: str) -> bool:
    """Say whether a text holds one whose check sign is right."""
    return any(map(_is_right, CODE.finditer(text)))


def without_identity_codes(text: str) -> str:
    """Return a text with each of them hidden."""
    return CODE.sub(lambda found: HIDDEN if _is_right(found) else found[0], text)


def _is_right(found: re.Match[str]) -> bool:
    born, number, check = found.groups()
    return _CHECKS[int(born + number) % len(_CHECKS)] == check.upper()
