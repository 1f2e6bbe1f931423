// Times as people in Finland read them, and the clock of the sandbox.

import { act } from "./sim.js";

const inHelsinki = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Helsinki", ...options });
const HOUR = inHelsinki({ hour: "2-digit", minute: "2-digit" });
const SECOND = inHelsinki({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
const DAY = inHelsinki({ weekday: "long", day: "numeric", month: "long" });
const FULL = inHelsinki({
  weekday: "short",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** Return hour and minute of a message's `date`, in seconds. */
export const hour = (date) => HOUR.format(date * 1000);

/** Return the day of a message's `date`, in seconds. */
export const day = (date) => DAY.format(date * 1000);

/** Return the time of day of an ISO moment, with seconds. */
export const second = (moment) => SECOND.format(new Date(moment));

/** Shows the time the bot goes by, and moves it on. */
export class Clock {
  #ahead = 0;

  constructor(form) {
    this.form = form;
    this.face = form.querySelector("time");
    for (const button of form.querySelectorAll("[data-seconds]")) {
      button.onclick = () => act("clock", { seconds: Number(button.dataset.seconds) });
    }
    form.onsubmit = (event) => {
      event.preventDefault();
      act("clock", { seconds: form.count.value * form.unit.value });
    };
    setInterval(() => this.#show(), 1000);
  }

  /** Set it by the sandbox's `now`. */
  set(now) {
    this.#ahead = new Date(now) - Date.now();
    this.#show();
  }

  #show() {
    const now = new Date(Date.now() + this.#ahead);
    const words = FULL.format(now);
    if (this.face.textContent === words) return;
    this.face.textContent = words;
    this.face.dateTime = now.toISOString();
  }
}
