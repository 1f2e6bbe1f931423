// The people's side of the sandbox, /sim/…: looking, acting, and waiting for a change.

/** The sandbox said no; the message says why. */
export class Refused extends Error {}

/** There is no sandbox any more. */
export class Gone extends Error {}

async function ask(path, options) {
  const response = await fetch(path, options).catch(() => {
    throw new Gone("The sandbox has stopped.");
  });
  const body = await response.json();
  if (!response.ok) throw new Refused(body.error);
  return body;
}

/** Return a view. */
export function look(view, query = {}) {
  return ask(`/sim/${view}?${new URLSearchParams(query)}`);
}

/** Do something, and return what came of it. */
export function act(action, values = {}) {
  const headers = { "Content-Type": "application/json" };
  return ask(`/sim/${action}`, { method: "POST", headers, body: JSON.stringify(values) });
}

/** Return the bot that a t.me or tg: link, or a plain username, leads to, if it is one of `bots`. */
export function botBehind(link, bots) {
  const name = (usernameIn(link) ?? "").toLowerCase();
  return bots.find((bot) => bot.username.toLowerCase() === name);
}

function usernameIn(link) {
  if (!link.includes("/")) return link.replace(/^@/, "");
  const url = readUrl(link.includes("://") ? link : `https://${link}`);
  if (url?.protocol === "tg:") return url.searchParams.get("domain");
  return url?.host === "t.me" ? url.pathname.split("/")[1] : null;
}

/** Return an address in its parts, null if it is none. */
export function readUrl(text) {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
