// One message as a bubble: what it replies to, what it holds, its signs, its buttons.

import { icon, make, sign } from "./dom.js";
import { rich } from "./text.js";
import { hour } from "./time.js";

const ATTACHED = {
  photo: () => "Photo",
  voice: (voice) => `Voice message, ${voice.duration} s`,
  sticker: () => "Sticker",
  document: (document) => document.file_name,
  video_note: (note) => `Round video, ${note.duration} s`,
  location: (place) => `Location: ${place.latitude}, ${place.longitude}`,
  contact: (contact) => `Contact: ${contact.first_name}, ${contact.phone_number}`,
};
const REACTIONS = ["👍", "❤", "🙏", "😢", "🔥"];
const HAPPENED = {
  forum_topic_created: (topic) => `Topic “${topic.name}”`,
  forum_topic_edited: (topic) => `The topic is now called “${topic.name}”`,
  pinned_message: () => "A message was pinned",
};

/** Return a list item for `message`; `hands` does what is tapped. */
export function drawMessage(message, hands) {
  const happened = Object.keys(HAPPENED).find((kind) => kind in message);
  if (happened) return item(message, "service", make("span", {}, HAPPENED[happened](message[happened])));
  const bubble = make("div", { className: "bubble", dir: "auto" });
  if (message.reply_to_message) bubble.append(quote(message.reply_to_message, hands));
  const faces = choiceOfReactions(message, hands);
  bubble.append(...content(message, hands), ...reactionsTo(message, hands), foot(message, hands, faces), faces);
  const parts = message.reply_markup ? [bubble, keyboard(message, hands)] : [bubble];
  return item(message, message.from.is_bot ? "theirs" : "mine", ...parts);
}

function item(message, kind, ...parts) {
  return make("li", { className: kind, tabIndex: -1, "data-message": message.message_id }, ...parts);
}

function content(message, hands) {
  const kind = attachedTo(message);
  const nodes = kind ? [attached(message, kind)] : [];
  const words = message.text ?? message.caption;
  if (words === undefined) return nodes;
  const entities = message.entities ?? message.caption_entities;
  return [...nodes, make("div", { className: "words" }, ...rich(words, entities, hands))];
}

/** What came with a message; a file can be saved unless the bot forbids it. */
function attached(message, kind) {
  const it = message[kind];
  const { file_id: fileId } = kind === "photo" ? it.at(-1) : it;
  const label = ATTACHED[kind](it);
  const parts = [icon("file"), label];
  const className = `attached ${kind}`;
  if (!fileId) return make("p", { className }, ...parts);
  const address = `/sim/file?${new URLSearchParams({ file_id: fileId })}`;
  if (kind === "photo") parts.push(picture(address));
  if (message.has_protected_content) return make("p", { className }, ...parts);
  const link = { className, href: address, download: it.file_name ?? "", title: "Save" };
  return make("a", link, ...parts);
}

/** The picture itself, if it is one: then it covers the sign for it. */
function picture(address) {
  const shown = make("img", { alt: "", hidden: true, src: address });
  shown.onload = () => (shown.hidden = false);
  return shown;
}

function attachedTo(message) {
  return Object.keys(ATTACHED).find((kind) => kind in message);
}

/** Return what a message is about, in a few words. */
export function gist(message) {
  return message.text ?? message.caption ?? ATTACHED[attachedTo(message)]?.(message[attachedTo(message)]) ?? "…";
}

function quote(replied, hands) {
  const onclick = () => hands.find(replied);
  const name = make("b", {}, replied.from.first_name);
  return make("button", { type: "button", className: "quote", onclick }, name, make("span", {}, gist(replied)));
}

/** What both have reacted with; one's own can be taken back. */
function reactionsTo(message, hands) {
  const { own, theirs } = message.reactions;
  if (own.length + theirs.length === 0) return [];
  const takeBack = () => hands.react(message, null);
  const mine = own.map((emoji) =>
    make("button", { type: "button", className: "mine", title: "Take it back", onclick: takeBack }, emoji),
  );
  const given = theirs.map((emoji) => make("span", { title: "From the bot" }, emoji));
  return [make("div", { className: "reactions", role: "group", "aria-label": "Reactions" }, ...given, ...mine)];
}

function choiceOfReactions(message, hands) {
  const faces = REACTIONS.map((emoji) =>
    make("button", { type: "button", onclick: () => hands.react(message, emoji) }, emoji),
  );
  return make("div", { className: "faces", role: "group", "aria-label": "React with", hidden: true }, ...faces);
}

function foot(message, hands, faces) {
  const mine = !message.from.is_bot;
  const signs = [
    sign("reply", "Reply", () => hands.reply(message)),
    sign("smile", "React", () => (faces.hidden = !faces.hidden)),
  ];
  if (mine && "text" in message) signs.push(sign("edit", "Edit", () => hands.edit(message)));
  signs.push(sign("bin", "Delete on both sides", () => hands.remove(message)));
  const foot = make("div", { className: "foot" }, make("span", { className: "signs" }, ...signs));
  if (message.has_protected_content) {
    foot.append(make("span", { className: "lock", title: "Cannot be forwarded or saved" }, icon("lock")));
  }
  if (message.edit_date && !message.reply_markup) foot.append("edited ");
  foot.append(make("time", {}, hour(message.date)));
  return foot;
}

function keyboard(message, hands) {
  const rows = message.reply_markup.inline_keyboard.map((keys) =>
    make("div", { className: "row" }, ...keys.map((key) => button(message, key, hands))),
  );
  return make("div", { className: "keyboard" }, ...rows);
}

function button(message, key, hands) {
  const made = make("button", { type: "button", className: key.style ?? "" }, key.text);
  if (key.callback_data !== undefined) {
    made.dataset.data = key.callback_data;
    made.setAttribute("aria-busy", hands.waitsFor(message.message_id, key.callback_data));
    made.onclick = () => hands.press(message.message_id, key.callback_data);
  } else if (key.url) {
    made.onclick = () => hands.open(key.url) || window.open(key.url, "_blank", "noopener,noreferrer");
  } else if (key.copy_text) {
    made.onclick = () => hands.copy(key.copy_text.text);
  } else {
    made.disabled = true;
  }
  return made;
}
