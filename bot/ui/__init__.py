"""Screens, buttons, words and dates; and the one place that shows a screen."""
