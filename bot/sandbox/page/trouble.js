// Trouble on request: what the bots' next calls meet in place of an answer.

import { make, redraw } from "./dom.js";
import { act, look } from "./sim.js";

/** The form that orders it, and the list of what waits; `people` is a map from ids to names. */
export class Trouble {
  constructor(section, people) {
    this.form = section.querySelector("form");
    this.list = section.querySelector("ul");
    this.people = people;
    this.form.onsubmit = (event) => {
      event.preventDefault();
      act("fault", this.#ordered());
    };
    this.form.querySelector(".clear").onclick = () => act("clear_faults");
  }

  /** Show what waits. */
  async update() {
    const choices = this.form.chat_id;
    for (const [id, name] of [...this.people].slice(choices.length - 1)) {
      choices.append(make("option", { value: id }, name));
    }
    redraw(this.list, await look("faults"), (waiting) => waiting.map((fault) => make("li", {}, this.#told(fault))));
  }

  #ordered() {
    const { kind, chat_id: chat, method, times } = this.form;
    return {
      kind: kind.value,
      method: method.value || null,
      chat_id: chat.value ? Number(chat.value) : null,
      times: Number(times.value),
    };
  }

  #told({ kind, method, chat_id: chat, times }) {
    const whose = chat === null ? "anybody" : (this.people.get(chat) ?? chat);
    const what = [...this.form.kind.options].find((option) => option.value === kind)?.text ?? kind;
    return `${what}: ${method ?? "any call"}, ${whose}, ${times === null ? "until cleared" : `${times}×`}`;
  }
}
