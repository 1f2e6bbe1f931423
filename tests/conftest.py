"""What holds for all tests."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # two busy cores are no failure
settings.load_profile("untimed")
