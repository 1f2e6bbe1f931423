// A text with its entities as DOM nodes. Offsets count UTF-16 units, as JavaScript's strings do.

import { make } from "./dom.js";
import { readUrl } from "./sim.js";

const TAGS = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
};
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const SAFE = new Set(["http:", "https:", "mailto:", "tg:"]);

/** Return nodes for `text`; entities come in order, outer ones first. `hands` does what is tapped. */
export function rich(text, entities, hands) {
  return nodes(text, 0, text.length, entities ?? [], hands);
}

function nodes(text, from, to, entities, hands) {
  const made = [];
  let at = from;
  for (let next = 0; next < entities.length; ) {
    const entity = entities[next];
    const end = Math.min(entity.offset + entity.length, to);
    let after = next + 1;
    while (after < entities.length && entities[after].offset < end) after += 1;
    const inside = nodes(text, entity.offset, end, entities.slice(next + 1, after), hands);
    made.push(text.slice(at, entity.offset), dressed(entity, text.slice(entity.offset, end), inside, hands));
    at = end;
    if (BLOCKS.has(entity.type) && text[at] === "\n") at += 1; // a block ends its line by itself
    next = after;
  }
  made.push(text.slice(at, to));
  return made;
}

function dressed(entity, plain, inside, hands) {
  switch (entity.type) {
    case "spoiler":
      return spoiler(inside);
    case "expandable_blockquote":
      return foldable(inside);
    case "text_link":
      return link(entity.url, inside, hands);
    case "url":
      return link(plain.includes("://") ? plain : `https://${plain}`, inside, hands);
    case "email":
      return link(`mailto:${plain}`, inside, hands);
    case "mention":
      return link(`https://t.me/${plain.slice(1)}`, inside, hands);
    case "bot_command":
      return make("button", { type: "button", className: "command", onclick: () => hands.say(plain) }, ...inside);
    default:
      return make(TAGS[entity.type] ?? "span", {}, ...inside);
  }
}

function link(address, inside, hands) {
  const url = readUrl(address);
  if (!url || !SAFE.has(url.protocol)) return make("span", {}, ...inside);
  const onclick = (event) => {
    if (hands.open(address)) event.preventDefault();
  };
  return make("a", { href: url.href, target: "_blank", rel: "noopener noreferrer", onclick }, ...inside);
}

function spoiler(inside) {
  const show = (event) => {
    if (event.type === "keydown" && event.key !== "Enter") return;
    hidden.classList.toggle("shown");
  };
  const hidden = make("span", { className: "spoiler", role: "button", tabIndex: 0, title: "Hidden: tap to see" }, ...inside);
  hidden.addEventListener("click", show);
  hidden.addEventListener("keydown", show);
  return hidden;
}

function foldable(inside) {
  const unfold = () => {
    const folded = quote.classList.toggle("folded");
    button.textContent = folded ? "Show all" : "Show less";
    button.setAttribute("aria-expanded", String(!folded));
  };
  const button = make("button", { type: "button", className: "fold", "aria-expanded": "false", onclick: unfold }, "Show all");
  const quote = make("blockquote", { className: "folded" }, make("div", {}, ...inside), button);
  return quote;
}
