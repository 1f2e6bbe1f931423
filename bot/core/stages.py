"""Where somebody stands in the asylum process. A first list; the full process comes later."""

from enum import StrEnum


class Stage(StrEnum):
    """A stage, in the order in which most people pass them."""

    BEFORE = "before"
    LODGED = "lodged"
    INTERVIEWED = "interviewed"
    GRANTED = "granted"
    REFUSED = "refused"
    APPEALED = "appealed"
    KHO = "kho"
    FINAL = "final"
