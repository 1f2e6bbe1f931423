// One person's phone: bots and topics as tabs, the chat, and all that fingers do.

import { Chat } from "./chat.js";
import { Chats } from "./chats.js";
import { Composer } from "./composer.js";
import { copy, make, redraw, tab } from "./dom.js";
import { act, botBehind } from "./sim.js";
import { Taps } from "./taps.js";

const LANGUAGES = new Intl.DisplayNames(["en"], { type: "language" });
const CHOSEN = [
  { kind: "photo", label: "Choose a picture…", accept: "image/jpeg,image/png" },
  { kind: "document", label: "Choose a file…", accept: "" },
  { kind: "voice", label: "Choose a recording…", accept: "audio/*" },
];
const ROLES = { emigre: "émigré", volunteer: "volunteer", coordinator: "coordinator" };

/** A phone; it is what a chat's messages call `hands`. `onDrawn` is called whenever it was drawn. */
export class Phone {
  #inView = true;

  constructor(person, bots, kinds, onDrawn) {
    this.person = person;
    this.element = copy("phone");
    this.chats = new Chats(person, bots);
    this.chat = new Chat(this.#part(".chat"), this.#part(".newest"), this);
    this.composer = new Composer(this.#part(".write"), (text, task) => this.#send(text, task));
    this.taps = new Taps(this.element, ({ messageId, data }, busy) => this.chat.setBusy(messageId, data, busy));
    this.onDrawn = onDrawn;
    this.#introduce(person);
    this.#prepare(kinds);
    this.element.hidden = sessionStorage.getItem(this.#memory) === "hidden";
    new IntersectionObserver(([seen]) => this.#lookAt(seen.isIntersecting), { threshold: 0.5 }).observe(this.element);
  }

  /** Show what the person's chats hold now. */
  update(told) {
    this.chats.update(told);
    this.#draw();
    this.taps.settle();
  }

  /** Whether one looks at it: it is not scrolled away. */
  get inView() {
    return this.#inView;
  }

  /** Whether somebody has put it away. */
  get hidden() {
    return this.element.hidden;
  }

  /** Take it out again, and bring it into view. */
  show() {
    this.#hide(false);
    this.element.scrollIntoView({ inline: "center", block: "nearest" });
    this.element.focus({ preventScroll: true });
  }

  /** How many messages nobody has looked at. */
  get unread() {
    return this.chats.unread;
  }

  // What fingers do

  say(text) {
    return this.#act("say", { text, ...this.#where() });
  }

  reply(message) {
    this.composer.reply(message);
  }

  edit(message) {
    this.composer.edit(message);
  }

  remove(message) {
    return this.#act("delete", { message_id: message.message_id });
  }

  react(message, emoji) {
    return this.#act("react", { message_id: message.message_id, emoji });
  }

  find(message) {
    this.chat.find(message.message_id);
  }

  press(messageId, data) {
    return this.taps.begin(this.#button(messageId, data), this.#act("tap", { message_id: messageId, data }));
  }

  waitsFor(messageId, data) {
    return this.taps.has(this.#button(messageId, data));
  }

  async copy(text) {
    await navigator.clipboard.writeText(text);
    this.taps.toast("Copied");
  }

  /** Open a link on this phone if it leads to one of the bots; tell whether it does. */
  open(link) {
    const bot = botBehind(link, this.chats.bots);
    if (!bot) return false;
    if (/[?&]start=/.test(link)) this.#act("open", { link });
    this.#choose(bot, 0);
    return true;
  }

  #part(selector) {
    return this.element.querySelector(selector);
  }

  // Making

  #introduce({ id, first_name: name, role, language_code: language }) {
    const told = [ROLES[role] ?? role, language && LANGUAGES.of(language)].filter(Boolean).join(" · ");
    this.element.setAttribute("aria-label", `${name}’s phone`);
    this.element.dataset.role = role ?? "";
    this.#part("h2").textContent = name;
    this.#part(".role").textContent = told;
    this.#part(".face").textContent = [...name][0];
    this.#part("textarea").id = `write-${id}`;
    this.#part("textarea").setAttribute("aria-label", `Message from ${name}`);
    this.#part(".skip").href = `#write-${id}`;
    this.#part(".chat").setAttribute("aria-label", `What ${name} reads`);
  }

  #prepare(kinds) {
    const own = CHOSEN.map(({ kind, label, accept }) => choice(label, "", () => this.#pick(kind, accept)));
    const examples = kinds.map((kind) => choice(kind.replace("_", " "), "", () => this.#attach(kind)));
    this.#part(".kinds div").append(...own, make("p", {}, "or an example:"), ...examples);
    this.#part(".start").onclick = () => this.#act("open", { link: this.chats.bot.username });
    this.#part(".unblock").onclick = () => this.#act("unblock");
    this.#part(".hide").onclick = () => this.#hide(true);
    this.#part(".block").onclick = () => this.#act("block");
    this.#part(".forget").onclick = () => this.#act("delete_topic", this.#where());
    const form = this.#part(".link");
    form.onsubmit = (event) => {
      event.preventDefault();
      const link = form.link.value.trim();
      form.reset();
      form.closest("details").open = false;
      if (!this.open(link)) this.#act("open", { link });
    };
  }

  // Drawing

  /** Put it away or take it out; while this window is open it stays so, whatever is loaded again. */
  #hide(hidden) {
    this.element.hidden = hidden;
    sessionStorage.setItem(this.#memory, hidden ? "hidden" : "");
    this.onDrawn();
  }

  get #memory() {
    return `phone ${this.person.id}`;
  }

  #lookAt(inView) {
    this.#inView = inView;
    if (this.chats.open) this.#draw();
  }

  #draw() {
    const { chats } = this;
    if (this.#inView) chats.markSeen();
    this.#drawTabs();
    this.#drawFoot(chats.open);
    this.#part(".chat").dataset.empty = chats.open.about.description;
    this.chat.show(chats.key, chats.messages);
    this.composer.open(chats.place);
    this.onDrawn();
  }

  #drawTabs() {
    const { botTabs, threadTabs } = this.chats;
    const go = ({ bot, thread }) => () => this.#choose(bot, thread);
    const tabs = (told) => told.map((it) => tab(it.label, it.unread, it.open, go(it)));
    redraw(this.#part(".bots"), botTabs.filter((it) => !it.quiet), tabs);
    redraw(this.#part(".topics"), threadTabs, tabs);
    redraw(this.#part(".elsewhere"), botTabs.filter((it) => it.quiet), (told) =>
      told.map((it) => choice(`Go to ${it.label}`, "", go(it))),
    );
  }

  #drawFoot({ started, blocked, commands }) {
    this.#part(".start").hidden = started || blocked;
    this.#part(".unblock").hidden = !blocked;
    this.#part(".write").hidden = !started || blocked;
    this.#part(".block").hidden = blocked;
    this.#part(".forget").hidden = this.chats.thread === 0;
    this.#part(".commands").hidden = commands.length === 0;
    redraw(this.#part(".commands div"), commands, () =>
      commands.map(({ command, description }) => choice(`/${command}`, description, () => this.say(`/${command}`))),
    );
  }

  // Acting

  #choose(bot, thread) {
    this.chats.choose(bot, thread);
    this.#draw();
  }

  /** Act in the open chat; return what came of it, or show why nothing did and return null. */
  async #act(action, values = {}) {
    try {
      return await act(action, { user: this.person.id, bot: this.chats.bot.id, ...values });
    } catch (mistake) {
      this.taps.toast(mistake.message);
      return null;
    }
  }

  #where() {
    return { thread_id: this.chats.thread || null };
  }

  #button(messageId, data) {
    return { bot: this.chats.bot.id, messageId, data };
  }

  #send(text, task) {
    this.chat.follow();
    const number = task?.message.message_id ?? null;
    if (task?.verb === "Edit") return this.#act("edit", { message_id: number, text });
    return this.#act("say", { text, reply_to: number, ...this.#where() });
  }

  #attach(kind, file = null) {
    this.chat.follow();
    return this.composer.attach((caption, task) =>
      this.#act("send", { kind, file, caption, reply_to: task?.message.message_id ?? null, ...this.#where() }),
    );
  }

  /** Let somebody choose a file of this computer, and send it. */
  #pick(kind, accept) {
    const input = make("input", { type: "file", accept });
    input.onchange = async () => this.#attach(kind, await packed(input.files[0]));
    input.click();
  }
}

/** Return a file as /sim/send takes it. */
async function packed(file) {
  const reader = new FileReader();
  const read = new Promise((done, fail) => Object.assign(reader, { onload: done, onerror: fail }));
  reader.readAsDataURL(file);
  await read;
  return { name: file.name, data: reader.result.slice(reader.result.indexOf(",") + 1) };
}

/** Return a line of a menu. */
function choice(label, explained, onclick) {
  return make("button", { type: "button", onclick }, make("b", {}, label), explained && ` ${explained}`);
}
