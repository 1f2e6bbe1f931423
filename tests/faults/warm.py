"""Makes ready, once, what each start would: every program that is forked from here has it."""

import gc

from bot.app import dispatcher_for, learn_to_find
from bot.delivery.telegram import make_bot
from bot.store.migrate import known_revisions

learn_to_find()
known_revisions()
make_bot("1:nobody")  # reads the certificates
dispatcher_for(team=True, emigres=True)
dispatcher_for(team=True, emigres=False)
dispatcher_for(team=False, emigres=True)
gc.collect()
gc.freeze()  # else each start walks all that was read, and so copies it, page by page
