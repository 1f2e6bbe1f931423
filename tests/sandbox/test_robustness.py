"""Whatever a bot sends, it is answered as Telegram would: done or refused, never a crash."""

import contextlib
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.clock import SystemClock
from bot.sandbox import methods
from bot.sandbox.methods import METHODS, Query
from bot.sandbox.refusals import Refusal
from bot.sandbox.telegram import Telegram
from tests.sandbox.scene import INLINE, TOKEN

SOURCES = [path.read_text() for path in Path(methods.__file__).parent.glob("*.py")]
WORDS = sorted({word for source in SOURCES for word in re.findall(r'"([a-z_]+)"', source)})

LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-5, 5)
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.sampled_from(["", "{", "[", "[5]", "<b>x", "HTML", "attach://text", "default", "emoji"])
    | st.sampled_from(WORDS)
    | st.text(max_size=5)
)
JSON = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=4)
    ),
    max_leaves=8,
)


@pytest.mark.parametrize("name", sorted(METHODS.keys() - {"getupdates"}))
@settings(max_examples=60, deadline=None)
@given(values=st.dictionaries(st.sampled_from(WORDS), JSON, max_size=6), number=st.integers(0, 4))
def test_any_arguments(name: str, values: dict[str, Any], number: int) -> None:
    telegram = Telegram(SystemClock())
    bot = telegram.add_bot(TOKEN, "lamp_bot", "Lamp", topics=True)
    vera = telegram.add_user("Vera")
    telegram.says(vera, bot, "/start")
    sent = {"chat_id": vera.id, "text": "x", "reply_markup": INLINE, "name": "x"}
    for method in ("sendmessage", "createforumtopic"):
        METHODS[method](Query(telegram, bot, sent))
    where = {"chat_id": vera.id, "from_chat_id": vera.id, "message_id": number, "text": "y"}
    with contextlib.suppress(Refusal):
        METHODS[name](Query(telegram, bot, where | values))
