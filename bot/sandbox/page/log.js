// What the bots asked Telegram for, newest first.

import { make } from "./dom.js";
import { look } from "./sim.js";
import { second } from "./time.js";

const MOST = 500;
const DULL = new Set(["getUpdates", "answerCallbackQuery"]);

/** The log; `people` is a map from ids to names. */
export class Log {
  #last = 0;

  constructor(section, latest, people) {
    this.list = section.querySelector("ol");
    this.latest = latest;
    this.people = people;
    const box = section.querySelector("input");
    box.onchange = () => this.list.classList.toggle("quiet", box.checked);
  }

  /** Add the calls that are new. */
  async update() {
    const calls = (await look("calls", { after: this.#last })).slice(-MOST);
    if (calls.length === 0) return;
    this.#last = calls.at(-1).number;
    this.list.prepend(...calls.reverse().map((call) => this.#row(call)));
    while (this.list.children.length > MOST) this.list.lastChild.remove();
    const loud = calls.find((call) => !DULL.has(call.method));
    if (loud) this.latest.textContent = this.#summary(loud).join(" ");
  }

  #row(call) {
    const [heading, outcome] = this.#summary(call);
    const row = make(
      "details",
      {},
      make("summary", {}, make("time", {}, second(call.at)), ` ${heading} `, make("em", {}, outcome)),
    );
    row.addEventListener("toggle", () => row.append(make("pre", {}, JSON.stringify(call.params, null, 2))), { once: true });
    const kind = [DULL.has(call.method) && "dull", outcome !== "ok" && "refused"].filter(Boolean).join(" ");
    return make("li", { className: kind }, row);
  }

  #summary({ bot, method, params, ok, error, fault }) {
    const whom = params.chat_id === undefined ? "" : ` → ${this.people.get(Number(params.chat_id)) ?? params.chat_id}`;
    const trouble = fault && `trouble: ${fault}`;
    return [`${bot} ${method}${whom}`, [trouble, error].filter(Boolean).join(", ") || (ok ? "ok" : "refused")];
  }
}
