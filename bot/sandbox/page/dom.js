// Making elements. Text becomes text nodes; nothing here is ever read as HTML.

/** Return a new element: properties by their DOM names, other attributes by theirs. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** Return a copy of the one element in the template with this id. */
export function copy(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}

/** Return one of the icons at the end of index.html. */
export function icon(name) {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#${name}`);
  drawing.append(use);
  return drawing;
}

/** Return a small button that shows an icon and is called `label`. */
export function sign(name, label, onclick) {
  return make("button", { type: "button", title: label, "aria-label": label, onclick }, icon(name));
}

/** Return a tab: a button that tells whether it is open, and how much is new behind it. */
export function tab(label, unread, open, onclick) {
  const mark = make("span", { className: "mark", "aria-label": `${unread} new` }, String(unread));
  const parts = [make("span", {}, label), ...(unread ? [mark] : [])];
  return make("button", { type: "button", "aria-current": String(open), onclick }, ...parts);
}

/** Put into `place` what `draw` makes of `data`, unless it is there; who held a part holds it still. */
export function redraw(place, data, draw) {
  const source = JSON.stringify(data);
  if (place.drawnFrom === source) return;
  place.drawnFrom = source;
  const held = [...place.children].indexOf(document.activeElement);
  place.replaceChildren(...draw(data));
  place.children[held]?.focus();
}

/** Menus are <details class="menu">: one is open at a time, and a choice closes it. */
export function tendMenus() {
  const close = (except) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (menu !== except) menu.open = false;
    }
  };
  document.addEventListener("click", ({ target }) => {
    close(target.closest("button[type=button]") ? null : target.closest("details.menu"));
  });
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && event.target.closest("details.menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}
