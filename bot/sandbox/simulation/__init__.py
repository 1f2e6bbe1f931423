"""Four made-up weeks of a made-up team: how long people wait under the rules of routing.

`python -m bot.sandbox.simulation`. The time is made up too, and each seed gives the same weeks
again; docs/routing.md has the figures. How people behave is a guess (`habits.py`).
"""
