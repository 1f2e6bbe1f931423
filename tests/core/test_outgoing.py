"""What goes out: kinds and their policies, lanes and their order, bots and their sides."""

from bot.core.outgoing import HOLDING, WHEN_UNCERTAIN, BotName, Kind, Lane, OutgoingState, Side

# SECURITY §4.2 for the kinds there are: what somebody must not miss goes again and says so;
# what does no harm twice goes again; what somebody waits for now goes again at once, a few
# times, for silence frightens (there §4.2 lets a menu be), unless it was tapped meanwhile.
POLICY = {
    "relay": "REPEAT_AND_SAY_SO",
    "first": "DO_AGAIN",
    "notice": "REPEAT_AND_SAY_SO",
    "note": "REPEAT_AND_SAY_SO",
    "offer": "DO_AGAIN",
    "ask": "DO_AGAIN",
    "eyes": "DO_AGAIN",
    "edit": "DO_AGAIN",
    "delete": "DO_AGAIN",
    "rename": "DO_AGAIN",
    "end": "DO_AGAIN",
    "menu": "DO_AGAIN",
    "file": "DO_AGAIN",
    "forget": "DO_AGAIN",
    "silence": "REPEAT_AND_SAY_SO",
    "settled": "REPEAT_AND_SAY_SO",
    "receipt": "AGAIN_SOON",
    "screen": "AGAIN_SOON",
}


def test_each_kind_has_its_policy() -> None:
    assert {kind: WHEN_UNCERTAIN[kind].name for kind in Kind} == POLICY


def test_the_order_of_lanes_is_alphabetical() -> None:
    """The queue sorts by the lane's own word: the most urgent one must come first."""
    assert list(Lane) == sorted(Lane) == ["answers", "notices"]


def test_what_is_not_over_holds_its_lane() -> None:
    over = {OutgoingState.SENT, OutgoingState.SKIPPED, OutgoingState.FAILED}
    assert set(OutgoingState) - over == HOLDING


def test_each_bot_has_its_side() -> None:
    assert {bot: Side.of(bot) for bot in BotName} == {"emigre": "emigre", "desk": "team"}
