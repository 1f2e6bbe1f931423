"""`majakka bench`: the real bot beside a bare aiogram bot, in the same run.

A benchmark, never a timed test: seconds do not travel from one machine to another, and
neighbours on the same cores make them noisy. What counts is the ratio within a pair.
"""
