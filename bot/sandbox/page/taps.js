// Taps on inline buttons: the spinner until the bot answers, then its toast or its alert.

import { look } from "./sim.js";

const TOAST = 6000;

/** The taps of one phone that wait. `setBusy(button, busy)` turns a button's spinner on and off. */
export class Taps {
  #waiting = new Map(); // by the tap's id: the button

  constructor(phone, setBusy) {
    this.phone = phone;
    this.setBusy = setBusy;
    this.words = phone.querySelector(".toast");
    this.alert = phone.querySelector(".alert");
    this.alert.querySelector("button").onclick = () => this.alert.close();
  }

  /** Let a button wait for the answer to `tapping`, which becomes a tap, or null if it failed. */
  async begin(button, tapping) {
    this.setBusy(button, true);
    const done = await tapping;
    if (done) this.#waiting.set(done.tap, button);
    else this.setBusy(button, false);
    await this.settle();
  }

  /** Tell whether a button waits. */
  has(button) {
    return [...this.#waiting.values()].some((other) => same(button, other));
  }

  /** Stop the spinners of the buttons that the bot has answered, and show its words. */
  async settle() {
    for (const [tap, button] of [...this.#waiting]) {
      const answer = await look("answer", { tap });
      if (answer.count === 0 || !this.#waiting.delete(tap)) continue;
      this.setBusy(button, this.has(button));
      if (answer.text && answer.show_alert) this.#warn(answer.text);
      else if (answer.text) this.toast(answer.text);
    }
  }

  /** Show a few words for a few seconds. */
  toast(words) {
    this.words.textContent = words;
    this.words.hidden = false;
    clearTimeout(this.fading);
    this.fading = setTimeout(() => (this.words.hidden = true), TOAST);
  }

  #warn(words) {
    this.alert.querySelector("p").textContent = words;
    this.alert.show();
  }
}

function same(one, other) {
  return one.bot === other.bot && one.messageId === other.messageId && one.data === other.data;
}
