// The messages of one chat or topic, newest below; what has not changed is not drawn again.

import { drawMessage } from "./message.js";
import { day } from "./time.js";

const NEAR_THE_END = 40;

/** A list that follows its newest message unless somebody has scrolled away from it. */
export class Chat {
  #place = null;
  #drawn = new Map(); // by message id: what it was drawn from, and the element
  #follows = true;

  constructor(list, toNewest, hands) {
    this.list = list;
    this.hands = hands;
    this.toNewest = toNewest;
    toNewest.onclick = () => this.follow();
    list.addEventListener("scroll", () => this.#look());
    new ResizeObserver(() => this.#settle()).observe(list);
  }

  /** Show the messages of `place`, a name that tells one chat or topic from another. */
  show(place, messages) {
    if (place !== this.#place) {
      this.#place = place;
      this.#follows = true;
      this.#drawn.clear();
      this.list.replaceChildren();
    }
    this.#remove(new Set(messages.map((message) => message.message_id)));
    let before = null;
    let dated = null;
    for (const message of messages) {
      const element = this.#put(message, before);
      const today = day(message.date);
      headed(element, today !== dated && today);
      [before, dated] = [element, today];
    }
    this.#settle();
  }

  /** Go to the newest message and stay there. */
  follow() {
    this.#follows = true;
    this.#settle();
  }

  /** Scroll to a message and let it shine, if it is here. */
  find(messageId) {
    const found = this.#drawn.get(messageId)?.element;
    found?.scrollIntoView({ block: "center" });
    found?.animate({ opacity: [0.3, 1] }, 700);
  }

  /** Show that a button of a message waits for the bot, or that it has its answer. */
  setBusy(messageId, data, busy) {
    const buttons = this.#drawn.get(messageId)?.element.querySelectorAll("[data-data]") ?? [];
    for (const button of buttons) if (button.dataset.data === data) button.setAttribute("aria-busy", busy);
  }

  #put(message, before) {
    const source = JSON.stringify(message);
    const known = this.#drawn.get(message.message_id);
    if (known?.source === source) return known.element;
    const element = drawMessage(message, this.hands);
    if (known) replace(known.element, element);
    else if (before) before.after(element);
    else this.list.prepend(element);
    this.#drawn.set(message.message_id, { source, element });
    return element;
  }

  #remove(there) {
    for (const [messageId, { element }] of this.#drawn) {
      if (there.has(messageId)) continue;
      this.#drawn.delete(messageId);
      element.remove();
    }
  }

  #look() {
    const { scrollHeight, scrollTop, clientHeight } = this.list;
    this.#follows = scrollHeight - scrollTop - clientHeight < NEAR_THE_END;
    this.toNewest.hidden = this.#follows;
  }

  #settle() {
    if (this.#follows) this.list.scrollTop = this.list.scrollHeight;
    this.#look();
  }
}

/** Put `fresh` in the place of `old`; who was on one of its buttons stays on it. */
function replace(old, fresh) {
  const held = old.contains(document.activeElement) ? document.activeElement.textContent : null;
  old.replaceWith(fresh);
  if (held === null) return;
  const same = [...fresh.querySelectorAll("button")].find((button) => button.textContent === held);
  (same ?? fresh).focus({ preventScroll: true });
}

/** Head a message with its day, or with nothing (chat.css shows it). */
function headed(element, name) {
  if (name) element.dataset.day = name;
  else delete element.dataset.day;
}
