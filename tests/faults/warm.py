"""Makes ready to find answers, once: every program that is forked from here has it."""

from bot.content.search.finding import finder
from bot.core.languages import Language

for language in Language:
    finder(language)
