// All chats of one person as data: what is open, what was begun there, what has not been seen.

import { blank } from "./composer.js";

const TEAM = new Set(["volunteer", "coordinator"]);

/** The chats of `person` with `bots`; a thread is a topic's number, 0 the main chat. */
export class Chats {
  #told = new Map(); // by bot: what /sim/phones says
  #threads = new Map(); // by bot: the thread that is open
  #places = new Map(); // by bot and thread: the draft, and the newest message that was seen

  constructor(person, bots) {
    this.ofTeam = TEAM.has(person.role);
    const first = (bot) => bot.team === this.ofTeam;
    this.bots = [...bots.filter(first), ...bots.filter((bot) => !first(bot))];
    this.bot = this.bots[0];
  }

  /** Take in what /sim/phones says of this person; what was there before the first time is seen. */
  update(told) {
    const first = this.#told.size === 0;
    for (const chat of told) this.#told.set(chat.bot, chat);
    if (!first) return;
    for (const bot of this.bots) for (const thread of this.#threadsOf(bot)) this.markSeen(bot, thread);
  }

  /** The chat that is open, as /sim/phones tells it. */
  get open() {
    return this.#told.get(this.bot.id);
  }

  /** The thread that is open; the main chat if the topic has gone. */
  get thread() {
    return this.#threadOf(this.bot);
  }

  /** What was begun in the open chat and thread. */
  get place() {
    return this.#place(this.bot, this.thread);
  }

  /** A name for what is open. */
  get key() {
    return `${this.bot.id} ${this.thread}`;
  }

  /** The messages of what is open. */
  get messages() {
    return this.#messages(this.bot, this.thread);
  }

  /** Open a bot's chat, at the thread where one was if none is named. */
  choose(bot, thread = this.#threadOf(bot)) {
    this.bot = bot;
    this.#threads.set(bot.id, thread);
  }

  /** The bots as tabs; a quiet one is none, for the person does not need it and never went there. */
  get botTabs() {
    return this.bots.map((bot) => ({
      bot,
      label: this.#told.get(bot.id).about.name,
      unread: this.#unreadOf(bot),
      open: bot === this.bot,
      quiet: this.#isQuiet(bot),
    }));
  }

  /** The threads of the open chat as tabs; none where there is only the main one. */
  get threadTabs() {
    const topics = this.#topics(this.bot).map(({ thread_id: thread, name }) => ({ thread, label: name }));
    if (topics.length === 0) return [];
    return [{ thread: 0, label: "main" }, ...topics].map((tab) => ({
      ...tab,
      bot: this.bot,
      unread: this.#unread(this.bot, tab.thread),
      open: tab.thread === this.thread,
    }));
  }

  /** How many messages were not seen. */
  get unread() {
    return this.bots.reduce((sum, bot) => sum + this.#unreadOf(bot), 0);
  }

  /** Note that all there is in a thread was seen. */
  markSeen(bot = this.bot, thread = this.thread) {
    this.#place(bot, thread).seen = this.#messages(bot, thread).at(-1)?.message_id ?? 0;
  }

  #threadOf(bot) {
    const thread = this.#threads.get(bot.id);
    return this.#threadsOf(bot).includes(thread) ? thread : 0;
  }

  #threadsOf(bot) {
    return [0, ...this.#topics(bot).map((topic) => topic.thread_id)];
  }

  #isQuiet(bot) {
    const needed = this.ofTeam || bot === this.bots[0] || bot === this.bot;
    return !needed && !this.#told.get(bot.id).started;
  }

  #unread(bot, thread) {
    const { seen } = this.#place(bot, thread);
    return this.#messages(bot, thread).filter((message) => message.from.is_bot && message.message_id > seen).length;
  }

  #unreadOf(bot) {
    return this.#threadsOf(bot).reduce((sum, thread) => sum + this.#unread(bot, thread), 0);
  }

  #topics(bot) {
    return bot.topics ? this.#told.get(bot.id).topics : [];
  }

  #messages(bot, thread) {
    const { messages, own_reactions: own, reactions: theirs } = this.#told.get(bot.id);
    const inThread = (message) => !bot.topics || (message.message_thread_id ?? 0) === thread;
    const emoji = (reactions = []) => reactions.map((reaction) => reaction.emoji);
    return messages.filter(inThread).map((message) => {
      const { message_id: number } = message;
      return { ...message, reactions: { own: emoji(own[number]), theirs: emoji(theirs[number]) } };
    });
  }

  #place(bot, thread) {
    const key = `${bot.id} ${thread}`;
    if (!this.#places.has(key)) this.#places.set(key, { ...blank(), seen: 0 });
    return this.#places.get(key);
  }
}
