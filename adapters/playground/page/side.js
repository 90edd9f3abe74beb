// The demo's people and the rooms of the one who is shown.

import { byId, element, glyph } from "./dom.js";
import { label } from "./labels.js";
import { avatar } from "./log.js";

const KINDS = [
  ["direct", "list-direct"],
  ["channel", "list-channels"],
  ["private", "list-private"],
];

/** Puts new children in place; the keyboard stays where it was. */
function replaceKept(holder, children) {
  const key = holder.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  holder.replaceChildren(...children);
  if (key) holder.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

export function showPeople(people, current, stirred, choose) {
  const items = people.map((person) =>
    element(
      "li",
      {},
      element(
        "button",
        {
          type: "button",
          "aria-pressed": String(person.id === current),
          "data-key": person.id,
          click: () => choose(person.id),
        },
        avatar(person),
        element("span", { class: "name" }, person.name),
        person.moderator ? element("span", { class: "role" }, label("role-moderator")) : null,
        stirred.has(person.id)
          ? element(
              "span",
              { class: "dot" },
              element("span", { class: "unseen" }, label("new-for", { name: person.name })),
            )
          : null,
      ),
    ),
  );
  replaceKept(byId("people"), items);
}

export function showRooms(rooms, current, unread, open) {
  const groups = [];
  for (const [kind, title] of KINDS) {
    const some = rooms.filter((room) => room.kind === kind);
    if (!some.length) continue;
    groups.push(
      element("h3", {}, label(title)),
      element("ul", {}, ...some.map((room) => roomItem(room, current, unread(room), open))),
    );
  }
  replaceKept(byId("rooms"), groups);
}

function roomItem(room, current, count, open) {
  const sign = room.kind === "channel" ? "#" : glyph(room.kind === "direct" ? "glyph" : "lock-glyph");
  return element(
    "li",
    {},
    element(
      "button",
      {
        type: "button",
        class: room.closed ? "shut" : null,
        "aria-current": room.id === current ? "true" : null,
        "data-key": room.id,
        click: () => open(room.id),
      },
      element("span", { class: "sign", "aria-hidden": "true" }, sign),
      element("span", { class: "name" }, room.name),
      count
        ? element(
            "span",
            { class: "count" },
            element("span", { "aria-hidden": "true" }, String(count)),
            element("span", { class: "unseen" }, label("count", { count })),
          )
        : null,
    ),
  );
}
