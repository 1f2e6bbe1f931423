// Writing: a draft for each chat and topic, a reply, an edit. Enter sends, Shift+Enter is a new line.

import { gist } from "./message.js";

/** What somebody is about to say in one chat or topic. */
export const blank = () => ({ draft: "", task: null });

/** The field below a chat. `send(text, task)` is asked to send; it returns whether that worked. */
export class Composer {
  #place = blank();

  constructor(form, send) {
    this.form = form;
    this.field = form.querySelector("textarea");
    this.strip = form.querySelector(".about");
    this.strip.querySelector("button").onclick = () => this.#finish(this.#place);
    this.field.addEventListener("input", () => this.#keep());
    this.field.addEventListener("keydown", (event) => this.#hear(event));
    form.onsubmit = (event) => {
      event.preventDefault();
      if (this.field.value.trim()) this.#handOver(send);
    };
  }

  /** Go on with what was begun in `place`. */
  open(place) {
    if (place === this.#place) return;
    this.#place = place;
    this.#show();
  }

  /** Answer a message. */
  reply(message) {
    if (this.#place.task?.verb === "Edit") this.#finish(this.#place);
    this.#begin({ verb: "Reply to", message });
  }

  /** Change one's own message; what was half-written comes back afterwards. */
  edit(message) {
    this.#finish(this.#place);
    this.#begin({ verb: "Edit", message, before: this.#place.draft });
    this.#place.draft = message.text;
    this.#show();
  }

  /** Send a picture or the like; what is written goes along as its caption. */
  attach(send) {
    if (this.#place.task?.verb === "Edit") this.#finish(this.#place);
    return this.#handOver(send);
  }

  /** Hand what is written to `send(text, task)`; if it fails, all stands here as before. */
  async #handOver(send) {
    const place = this.#place;
    const written = { draft: place.draft, task: place.task };
    Object.assign(place, { draft: place.task?.before ?? "", task: null });
    this.#show();
    if (await send(written.draft, written.task)) return;
    Object.assign(place, written);
    this.#show();
  }

  #begin(task) {
    this.#place.task = task;
    this.#show();
    this.field.focus();
  }

  #finish(place) {
    place.draft = place.task?.before ?? place.draft;
    place.task = null;
    this.#show();
    this.field.focus();
  }

  #keep() {
    this.#place.draft = this.field.value;
    this.#fit();
  }

  #hear(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.form.requestSubmit();
    }
    if (event.key === "Escape" && this.#place.task) this.#finish(this.#place);
  }

  #show() {
    const { draft, task } = this.#place;
    this.field.value = draft;
    this.strip.hidden = task === null;
    this.strip.querySelector("b").textContent = task?.verb ?? "";
    this.strip.querySelector("span").textContent = task ? gist(task.message) : "";
    this.#fit();
  }

  #fit() {
    this.field.style.height = "auto";
    const height = this.field.scrollHeight; // 0 while the field is not to be seen
    if (height) this.field.style.height = `${height}px`;
  }
}
