"""The thirteen sections: the one category of articles, requests and broadcasts."""

from enum import StrEnum


class Section(StrEnum):
    """Where an answer belongs. The order is the way through the process."""

    START = "start"
    GROUNDS = "grounds"
    INTERVIEW = "interview"
    WAITING = "waiting"
    DAILY = "daily"
    WORK = "work"
    HEALTH = "health"
    SAFETY = "safety"
    DECISION = "decision"
    APPEAL = "appeal"
    REMOVAL = "removal"
    GRANTED = "granted"
    HELP = "help"
