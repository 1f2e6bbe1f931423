"""A Finnish personal identity code (henkilötunnus) in what somebody typed: nobody needs it here.

Its form: day, month and year of birth, a sign of the century, a number of three digits, and a
check sign by the remainder of the nine digits over 31. Signs since 2023: dvv.fi/hetu-uudistus.
Who types it on a Russian keyboard takes letters that look the same, or sound the same.
"""

import re
from typing import Final

_CHECKS: Final = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_CYRILLIC: Final = {
    "А": "A", "В": "BV", "Д": "D", "Е": "E", "Й": "J", "К": "K", "Л": "L", "М": "M", "Н": "HN",
    "П": "P", "Р": "PR", "С": "CS", "Т": "T", "У": "UY", "Ф": "F", "Х": "HX",
}  # fmt: skip
"""Which signs a Cyrillic letter may stand for."""
_CENTURY: Final = r"-\u2010-\u2015\u2212+A-FU-YАВДЕСУФХ"
_CODE: Final = re.compile(
    rf"(?<!\d)(\d{{6}})[{_CENTURY}](\d{{3}})([{_CHECKS}{''.join(_CYRILLIC)}])(?!\w)",
    re.IGNORECASE,
)
HIDDEN: Final = "[…]"
"""What stands in the place of one."""


def holds_identity_code(text: str) -> bool:
    """Say whether a text holds one whose check sign is right."""
    return any(map(_is_right, _CODE.finditer(text)))


def without_identity_codes(text: str) -> str:
    """Return a text with each of them hidden."""
    return _CODE.sub(lambda found: HIDDEN if _is_right(found) else found[0], text)


def _is_right(found: re.Match[str]) -> bool:
    born, number, check = found.groups()
    check = check.upper()
    return _CHECKS[int(born + number) % len(_CHECKS)] in _CYRILLIC.get(check, check)
