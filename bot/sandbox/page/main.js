// The page: draws everything once, then waits for a change, looks again, and so on.

import { copy, make, redraw, tab, tendMenus } from "./dom.js";
import { Log } from "./log.js";
import { Phone } from "./phone.js";
import { Gone, act, look } from "./sim.js";
import { Stage } from "./stage.js";
import { Clock } from "./time.js";
import { Trouble } from "./trouble.js";

const AGAIN = 2000;

const main = document.querySelector("main");
const nav = document.querySelector(".people");
const notice = document.querySelector(".notice");
const bots = [];
const names = new Map();
const phones = new Map();
const clock = new Clock(document.querySelector(".clock"));
const stage = new Stage(document.querySelector(".stage"));
const trouble = new Trouble(document.querySelector(".trouble"), names);
const log = new Log(document.querySelector(".log"), document.querySelector(".latest"), names);

async function update() {
  const world = await look("world");
  const told = await look("phones"); // afterwards, so that nobody in the world is missing from it
  clock.set(world.now);
  stage.set(world.stage);
  world.bots.forEach((bot, at) => Object.assign((bots[at] ??= {}), bot));
  for (const person of world.people) {
    const chats = told.filter((chat) => chat.user === person.id);
    phoneOf(person, world.kinds).update(chats);
  }
  await Promise.all([log.update(), trouble.update()]);
}

function phoneOf(person, kinds) {
  if (!phones.has(person.id)) {
    const phone = new Phone(person, bots, kinds, drawPeople);
    names.set(person.id, person.first_name);
    phones.set(person.id, phone);
    newcomer.before(phone.element);
  }
  return phones.get(person.id);
}

/** Draw the names above the phones: a name shows its phone, hidden or scrolled away. */
function drawPeople() {
  const told = [...phones].map(([id, phone]) => ({
    id,
    name: phone.person.first_name,
    role: phone.person.role,
    unread: phone.chats.open ? phone.unread : 0,
    open: phone.inView,
    hidden: phone.hidden,
  }));
  redraw(nav, told, () => [...told.map(drawName), make("button", { type: "button", onclick: goToNewcomer }, "+ phone")]);
}

function drawName({ id, name, role, unread, open, hidden }) {
  const made = tab(name, unread, open, () => phones.get(id).show());
  made.dataset.role = role ?? "";
  made.classList.toggle("away", hidden);
  return made;
}

function goToNewcomer() {
  newcomer.scrollIntoView({ inline: "center", block: "nearest" });
  newcomer.first_name.focus({ preventScroll: true });
}

function drawNewcomer() {
  const form = copy("newcomer");
  form.onsubmit = (event) => {
    event.preventDefault();
    act("person", Object.fromEntries(new FormData(form)));
    form.reset();
  };
  main.append(form);
  return form;
}

/** Follow the sandbox while it runs; once it has stopped, wait for the next one and start anew. */
async function follow() {
  let { version } = await look("world");
  for (;;) {
    await update();
    ({ version } = await look("changes", { since: version }));
  }
}

async function stopped(mistake) {
  notice.hidden = false;
  if (!(mistake instanceof Gone)) {
    notice.textContent = `This page has made a mistake: ${mistake.message}. Please load it again.`;
    throw mistake;
  }
  notice.textContent = "The sandbox has stopped. Start it again: this page will notice.";
  for (;;) {
    await new Promise((done) => setTimeout(done, AGAIN));
    if (await look("world").catch(() => null)) location.reload();
  }
}

const newcomer = drawNewcomer();
tendMenus();
follow().catch(stopped); // says it once for all that asks in vain
addEventListener("unhandledrejection", (event) => event.reason instanceof Gone && event.preventDefault());
