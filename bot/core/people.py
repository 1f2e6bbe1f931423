"""Who does what here: roles, rights, and the names by which people know each other."""

import secrets
from collections.abc import Collection, Mapping
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final, NewType

from bot.core.clock import HELSINKI, today
from bot.core.codes import SIGNS, draw

PersonId = NewType("PersonId", int)
"""A person's own number in our database. Never shown to anyone."""


class Role(StrEnum):
    """What somebody is here. A person can be an émigré and a member of the team at once."""

    EMIGRE = "emigre"
    VOLUNTEER = "volunteer"
    COORDINATOR = "coordinator"


TEAM: Final = frozenset({Role.VOLUNTEER, Role.COORDINATOR})


class Act(StrEnum):
    """What somebody may want to do. Each handler names one of these."""

    LOOK_AROUND = "look around"
    ASK = "ask"
    SEE_OWN_DATA = "see, copy and erase one's own data"
    KEEP = "keep a case, a date, a plan or an answer"
    TELL_EDITORS = "tell the editors, without a name"
    SEE_TO_OWN = "see to one's own question"
    ANSWER = "answer"
    LOOK = "look at another's answer before it goes"
    INVITE_VOLUNTEER = "invite a volunteer"
    INVITE_COORDINATOR = "invite a coordinator"
    APPROVE = "say the second yes"
    KEEP_TEAM = "look after the team"
    KEEP_QUEUE = "look after the queue"
    WRITE_FIRST = "write first to a person"
    EDIT = "see what readers tell"
    BLOCK = "block a person"
    BROADCAST = "broadcast"


EVERYBODY: Final = frozenset(Role)

RIGHTS: Final[Mapping[Act, frozenset[Role]]] = {
    Act.LOOK_AROUND: EVERYBODY,
    Act.ASK: EVERYBODY,
    Act.SEE_OWN_DATA: EVERYBODY,
    Act.KEEP: EVERYBODY,
    Act.TELL_EDITORS: EVERYBODY,
    Act.SEE_TO_OWN: EVERYBODY,
    Act.ANSWER: TEAM,
    Act.LOOK: TEAM,
    Act.INVITE_VOLUNTEER: frozenset({Role.COORDINATOR}),
    Act.INVITE_COORDINATOR: frozenset({Role.COORDINATOR}),
    Act.APPROVE: frozenset({Role.COORDINATOR}),
    Act.KEEP_TEAM: frozenset({Role.COORDINATOR}),
    Act.KEEP_QUEUE: frozenset({Role.COORDINATOR}),
    Act.WRITE_FIRST: frozenset({Role.COORDINATOR}),
    Act.EDIT: frozenset({Role.COORDINATOR}),
    Act.BLOCK: frozenset({Role.COORDINATOR}),
    Act.BROADCAST: frozenset({Role.COORDINATOR}),
}
"""Role × action: the one table that says who may do what."""

CLOSED_TO_BANNED: Final = frozenset({Act.ASK, Act.TELL_EDITORS})
"""What somebody may not do, in whatever role, whom a coordinator has blocked."""


NEEDS_CONSENT: Final = frozenset({Act.ASK, Act.KEEP})
"""What keeps more of somebody than their language, and so asks first."""

CONSENT: Final = 3
"""The wording that people agree to. Whoever agreed to another one is asked again."""


def may(role: Role, act: Act) -> bool:
    """Say whether somebody in this role may do this."""
    return role in RIGHTS[act]


class Standing(StrEnum):
    """Whether a member of the team is there to be offered questions."""

    ON_DUTY = "on duty"
    PAUSED = "paused"
    OFF_DUTY = "off duty"
    SUSPENDED = "suspended"


def standing(
    now: datetime, *, suspended: bool, on_duty: bool, paused_until: datetime | None
) -> Standing:
    """Say how a member stands at `now` (aware). A pause ends by itself, a suspension does not."""
    if suspended:
        return Standing.SUSPENDED
    if not on_duty:
        return Standing.OFF_DUTY
    if paused_until is not None and paused_until > now:
        return Standing.PAUSED
    return Standing.ON_DUTY


MORNING: Final = time(8, tzinfo=HELSINKI)
"""When a pause ends: nobody is woken by a question."""


def pause_end(days: int, now: datetime) -> datetime:
    """Return the morning, so many days after `now` (aware), on which a pause ends."""
    return datetime.combine(today(now) + timedelta(days=days), MORNING)


EMIGRE_ALIASES: Final = (
    "alder", "almond", "anemone", "apple", "apricot", "aspen", "bilberry",
    "birch", "bluebell", "cedar", "cherry", "clover", "cloudberry", "cornflower", "cranberry",
    "fern", "flax", "hazel", "heather", "iris", "juniper", "larch", "lavender",
    "lilac", "lily", "linden", "lingonberry", "maple", "mint", "moss", "oak",
    "peony", "pine", "poppy", "primrose", "rosehip", "rowan", "rye", "sage",
    "strawberry", "thyme", "violet", "walnut", "wheat", "willow",
)  # fmt: skip
"""Plants: what an émigré is called within one request."""

HELPER_ALIASES: Final = (
    "bullfinch", "chaffinch", "crane", "crossbill", "curlew", "diver", "dove",
    "eider", "falcon", "grouse", "gull", "hawk", "heron", "jackdaw",
    "kestrel", "lapwing", "lark", "magpie", "osprey", "owl", "plover",
    "redstart", "sandpiper", "siskin", "sparrow", "starling", "stork",
    "swan", "swift", "tern", "thrush", "tit", "waxwing",
    "woodpecker", "wren",
)  # fmt: skip
"""Birds: what a helper is called within one request."""


MEMBER_ALIASES: Final = (
    "badger", "bear", "beaver", "bison", "bumblebee", "butterfly", "camel", "chipmunk",
    "cricket", "deer", "dolphin", "dragonfly", "elk", "ermine", "firefly", "fox",
    "giraffe", "grasshopper", "hare", "hedgehog", "koala", "lion", "lynx", "marten",
    "otter", "panda", "raccoon", "salmon", "seal", "squirrel", "walrus", "wolverine",
)  # fmt: skip
"""Animals without feathers: what a member is called within the team, for as long as they belong
to it. One for each sign of the codes' alphabet, so the order and the number stay as they are."""

MEMBER_CODE_LENGTH: Final = 3


def draw_member_code(taken: Collection[str]) -> str:
    """Draw a member's code that is not `taken`, if possible of an animal that is free as well.

    It is random: nothing that tells who somebody is goes into it. The name follows from it.
    """
    animals = {code[0] for code in taken}
    first = "".join(sign for sign in SIGNS if sign not in animals) or SIGNS
    while (code := draw(1, first) + draw(MEMBER_CODE_LENGTH - 1)) in taken:
        pass
    return code


def member_alias(code: str) -> str:
    """Return the animal that goes with a member's code."""
    return MEMBER_ALIASES[SIGNS.index(code[0])]


def draw_alias(names: Collection[str], taken: Collection[str] = ()) -> str:
    """Draw one of `names` at random, if possible one that is not `taken`."""
    return secrets.choice(sorted(set(names) - set(taken)) or sorted(names))
