"""What is said to words of danger before anything else."""

from markupsafe import Markup

from bot.ui.words import Translator


def is_it_danger(tr: Translator) -> Markup:
    """Ask, where words may be heard so, whether somebody is in danger."""
    return tr("<b>Is somebody in danger now? Call 112.</b>")
