"""What the stages and their phases are called."""

from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from bot.core.cases import phases_on
from bot.core.stages import Phase, Stage, phase_of
from bot.ui.words import Translator, mark

NAMES: Final[Mapping[Stage, str]] = {
    Stage.BEFORE: mark("Not applied yet"),
    Stage.SCREENING: mark("In screening (seulonta)"),
    Stage.REGISTERED: mark("Registered, not lodged yet"),
    Stage.WITHDRAWN: mark("I withdrew the application"),
    Stage.SUBSEQUENT: mark("Applied again"),
    Stage.LODGED: mark("Waiting for the interview"),
    Stage.INTERVIEWED: mark("Waiting for Migri's decision"),
    Stage.ACCELERATED: mark("Accelerated procedure"),
    Stage.BORDER: mark("Border procedure"),
    Stage.RESPONSIBILITY: mark("Is another state responsible? (Dublin)"),
    Stage.SENT_BACK: mark("The court sent it back to Migri"),
    Stage.NOTIFYING: mark("Called to hear the decision"),
    Stage.REFUSED: mark("Refused, not appealed yet"),
    Stage.REFUSED_FAST: mark("Refused in a fast procedure"),
    Stage.INADMISSIBLE: mark("Not examined (tutkimatta)"),
    Stage.TRANSFER: mark("To be transferred (Dublin)"),
    Stage.LAPSED: mark("Closed without my wish (rauennut)"),
    Stage.APPEALED: mark("Appealed, waiting for the court"),
    Stage.STAY_ASKED: mark("Asked the court to let me stay"),
    Stage.UPHELD: mark("The court refused, KHO is next"),
    Stage.KHO: mark("In the Supreme Administrative Court (KHO)"),
    Stage.LEAVE_GRANTED: mark("KHO gave leave to appeal"),
    Stage.MISSED: mark("The days to appeal have run out"),
    Stage.FINAL: mark("The last appeal is lost"),
    Stage.REMOVAL: mark("Told to leave, or being removed"),
    Stage.DETAINED: mark("Detained"),
    Stage.RESTRICTED: mark("A duty to report or to live somewhere"),
    Stage.RETURNING: mark("Going back with assistance"),
    Stage.LEFT: mark("I have left Finland"),
    Stage.GRANTED: mark("A permit to stay"),
    Stage.ASYLUM: mark("Asylum: a refugee's status"),
    Stage.SUBSIDIARY: mark("Subsidiary protection"),
    Stage.OTHER_PERMIT: mark("A permit on another ground"),
    Stage.REVIEWED: mark("Renewal, or protection looked at again"),
    Stage.SETTLED: mark("Permanent permit or citizenship"),
}
PHASE_NAMES: Final[Mapping[Phase, str]] = {
    Phase.APPLYING: mark("Applying, withdrawing, applying again"),
    Phase.WAITING: mark("Waiting for Migri"),
    Phase.DECISION: mark("A decision, or an invitation to hear it"),
    Phase.COURT: mark("Appeal and courts"),
    Phase.LEAVING: mark("The last refusal, removal, detention"),
    Phase.GRANTED: mark("A permit, and what comes after"),
}
PHASE_WORDS: Final[Mapping[Phase, str]] = {
    Phase.APPLYING: mark("Application"),
    Phase.WAITING: mark("Migri"),
    Phase.DECISION: mark("Decision"),
    Phase.COURT: mark("Court"),
    Phase.LEAVING: mark("After the refusals"),
    Phase.GRANTED: mark("Permit"),
}
"""As short as they go into a line of the whole way."""
AHEAD: Final[Mapping[Phase, str]] = {
    **PHASE_WORDS,
    Phase.COURT: mark("Court, if needed"),
    Phase.GRANTED: mark("Permit, if it is granted"),
}
"""The same of what has not come: nothing is promised."""


def stage_name(stage: Stage, tr: Translator) -> Markup:
    """Return the stage's name in the reader's language."""
    return tr(NAMES[stage])


def phase_name(phase: Phase, tr: Translator) -> Markup:
    """Return the phase's name in the reader's language."""
    return tr(PHASE_NAMES[phase])


def way_line(stage: Stage, tr: Translator) -> Markup:
    """Return the whole way as one line, with a mark where a stage stands."""
    phases = phases_on(stage)
    here = phases.index(phase_of(stage))
    names = [
        *(tr(PHASE_WORDS[phase]) for phase in phases[:here]),
        tr("<b>{phase} (you are here)</b>", phase=tr(PHASE_WORDS[phases[here]])),
        *(tr(AHEAD[phase]) for phase in phases[here + 1 :]),
    ]
    return Markup(" → ").join(names)
