"""Who does what here: roles, rights, and the names by which people know each other."""

import secrets
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Final, NewType

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
    ANSWER = "answer"
    INVITE_VOLUNTEER = "invite a volunteer"
    BROADCAST = "broadcast"


EVERYBODY: Final = frozenset(Role)

RIGHTS: Final[Mapping[Act, frozenset[Role]]] = {
    Act.LOOK_AROUND: EVERYBODY,
    Act.ASK: EVERYBODY,
    Act.ANSWER: TEAM,
    Act.INVITE_VOLUNTEER: frozenset({Role.COORDINATOR}),
    Act.BROADCAST: frozenset({Role.COORDINATOR}),
}
"""Role × action: the one table that says who may do what."""


def may(role: Role, act: Act) -> bool:
    """Say whether somebody in this role may do this."""
    return role in RIGHTS[act]


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


def draw_alias(names: Collection[str], taken: Collection[str] = ()) -> str:
    """Draw one of `names` at random, if possible one that is not `taken`."""
    return secrets.choice(sorted(set(names) - set(taken)) or sorted(names))
