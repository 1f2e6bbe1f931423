"""What holds for all tests."""

import gc

from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # two busy cores are no failure
settings.load_profile("untimed")

gc.disable()  # what is imported and collected stays: to walk it while it grows is in vain


def pytest_collection_finish() -> None:
    """Let the collector see to what tests leave behind, and to nothing that was there before."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)  # as `majakka run` has it
    gc.enable()
