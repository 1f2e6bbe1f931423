// Restarting the bot, and beginning anew with everything.

import { act } from "./sim.js";

const WARNING = "Everything on these phones goes, and the example people arrive anew. Go on?";

/** The two buttons; a stand-in without a bot of its own has nothing for them to do. */
export class Stage {
  constructor(place) {
    this.place = place;
    this.buttons = [...place.querySelectorAll("button")];
    const [restart, afresh] = this.buttons;
    restart.onclick = () => act("restart");
    afresh.onclick = () => confirm(WARNING) && act("afresh");
  }

  /** Show what can be done now: `stage` is "set", "busy" or "bare". */
  set(stage) {
    this.place.hidden = stage === "bare";
    for (const button of this.buttons) button.disabled = stage === "busy";
  }
}
