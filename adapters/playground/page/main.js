// What the page knows, and who does what with it.

import { refreshMoments } from "./body.js";
import { clock, dayOf, showClock, startClock, timeOfDay } from "./clock.js";
import { Composer } from "./composer.js";
import { Connection } from "./connection.js";
import { closeDialog, openDialog, startDialog } from "./dialog.js";
import { byId, element } from "./dom.js";
import { label, language, speak } from "./labels.js";
import { Log } from "./log.js";
import { showPeople, showRooms } from "./side.js";

const COLOURS = 6;
const SHORT_NOTICE = 6000; // milliseconds
const narrow = matchMedia("(max-width: 52rem)");

const state = {
  account: sessionStorage.getItem("account") ?? "member-1",
  room: sessionStorage.getItem("room"),
  accounts: [],
  rooms: [],
  messages: new Map(), // by id, oldest first
  stirred: new Set(), // accounts with something new
  seen: new Map(), // "account room": until when it was looked at, in the playground's time
  started: null,
  switched: false,
};

// --- what is shown

const account = (id) => state.accounts.find((person) => person.id === id) ?? null;
const direct = () => state.rooms.find((room) => room.kind === "direct");
const current = () => state.rooms.find((room) => room.id === state.room);
const inRoom = (id) => [...state.messages.values()].filter((message) => message.room === id);
const titleOf = (room) => (room.kind === "channel" ? `#${room.name}` : room.name);

function unread(room) {
  const seen = state.seen.get(`${state.account} ${room.id}`) ?? state.started;
  const news = inRoom(room.id).filter(
    (message) => message.author !== state.account && Date.parse(message.at) > seen,
  );
  return room.id === state.room ? 0 : news.length;
}

function markSeen() {
  const latest = inRoom(state.room).at(-1);
  const moment = Math.max(clock.now(), latest ? Date.parse(latest.at) : 0);
  state.seen.set(`${state.account} ${state.room}`, moment);
}

function showSide() {
  showPeople(state.accounts, state.account, state.stirred, become);
  showRooms(state.rooms, state.room, unread, (id) => openRoom(id, true));
  const count = state.rooms.reduce((sum, room) => sum + unread(room), 0);
  byId("menu").querySelector(".dot").hidden = !(count || state.stirred.size);
  document.title = (count ? `(${count}) ` : "") + label("title");
}

function showRoom() {
  const room = current();
  byId("room-name").textContent = titleOf(room);
  byId("room-topic").textContent = room.topic;
  byId("who-small").textContent = account(state.account).name;
  byId("card").hidden = room.id !== "welcome";
  byId("quick").hidden = room.kind !== "direct";
  byId("composer").hidden = room.closed;
  byId("closed").hidden = !room.closed;
  byId("words-label").textContent = label("write", { room: titleOf(room) });
  log.show(inRoom(room.id), { ...room, title: titleOf(room) });
}

function openRoom(id, byHand = false) {
  if (state.room) markSeen();
  state.room = id;
  sessionStorage.setItem("room", id);
  markSeen();
  showRoom();
  showSide();
  closeMenu();
  // On a phone the field would bring up the keyboard over the messages.
  if (byHand) (narrow.matches ? byId("room-name") : byId("words")).focus();
}

async function become(id) {
  if (id === state.account) return;
  if (state.room) markSeen();
  closeDialog();
  state.account = id;
  state.stirred.delete(id);
  state.switched = true;
  sessionStorage.setItem("account", id);
  await speak(localStorage.getItem(`language ${id}`) ?? language());
  byId("language").value = language();
  connection.greet();
}

// --- short notices

let noticeEnds;

/** A line above the field; `lasting` until the next one, else for a few seconds. */
function notice(words, lasting = false) {
  clearTimeout(noticeEnds);
  byId("status").textContent = words;
  if (words && !lasting) noticeEnds = setTimeout(() => notice(""), SHORT_NOTICE);
}

const refuse = (problem) => notice(label(`problem-${problem}`));
const tell = (words) => {
  byId("told").textContent = words;
};

// --- frames from the server

const hear = {
  world(frame) {
    // One that was on its way while another person was chosen.
    const known = frame.accounts.some((person) => person.id === state.account);
    if (known && frame.account !== state.account) return;
    state.account = frame.account;
    const first = state.started === null;
    clock.set(Date.parse(frame.now));
    if (first) state.started = clock.now();
    state.accounts = frame.accounts.map((person, index) => ({ ...person, colour: index % COLOURS }));
    state.rooms = frame.rooms;
    state.messages = new Map(frame.messages.map((message) => [message.id, message]));
    composer.commands = frame.commands;
    // Another person sees the same channel, or their own direct messages.
    if (!current()) state.room = first ? "welcome" : direct().id;
    if (state.switched) markSeen();
    state.switched = false;
    showClock(refreshMoments, true);
    showRoom();
    showSide();
  },
  message({ message }) {
    const known = state.messages.has(message.id);
    state.messages.set(message.id, message);
    if (message.room === state.room) {
      if (known) log.change(message);
      else log.add(message, message.author === state.account);
      markSeen();
    }
    showSide();
  },
  removed({ room, id }) {
    state.messages.delete(id);
    if (room === state.room) log.remove(id);
    showSide();
  },
  rooms({ rooms }) {
    state.rooms = rooms;
    if (!current()) openRoom(direct().id);
    else if (current().closed !== byId("composer").hidden) showRoom();
    showSide();
  },
  form(frame) {
    if (frame.account === state.account) openDialog(frame);
  },
  clock({ now }) {
    clock.set(Date.parse(now));
    showClock(refreshMoments, true);
    const at = clock.now();
    tell(label("clock-is", { time: `${dayOf(at)}, ${timeOfDay(at)}` }));
  },
  stir({ accounts }) {
    for (const id of accounts) if (id !== state.account) state.stirred.add(id);
    showSide();
  },
  heard({ problem, deed }) {
    if (deed?.type === "press") log.heard(deed.message);
    if (problem) refuse(problem);
  },
};

// --- the page's parts

function command(words) {
  // What begins here goes on in private.
  if (current().kind !== "direct") openRoom(direct().id, true);
  connection.act({ type: "say", room: state.room, text: `/${words}` });
}

function closeMenu() {
  byId("menu").setAttribute("aria-expanded", "false");
  document.body.classList.remove("menu-open");
}

function startMenu() {
  const menu = byId("menu");
  menu.addEventListener("click", () => {
    const open = menu.getAttribute("aria-expanded") !== "true";
    menu.setAttribute("aria-expanded", String(open));
    document.body.classList.toggle("menu-open", open);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.getAttribute("aria-expanded") === "true") {
      closeMenu();
      menu.focus();
    }
  });
}

function startLanguage(languages) {
  const select = byId("language");
  select.replaceChildren(
    ...Object.entries(languages).map(([tag, name]) => element("option", { value: tag, lang: tag }, name)),
  );
  select.value = language();
  select.addEventListener("change", async () => {
    localStorage.setItem(`language ${state.account}`, select.value);
    await speak(select.value);
    connection.greet();
  });
}

const log = new Log({
  account,
  press: (message, option) =>
    connection.act({ type: "press", message: message.id, choice: option.id }),
});
const composer = new Composer({
  say: (text) => connection.act({ type: "say", room: state.room, text }),
  refuse,
  tell,
});

startLanguage(await speak(localStorage.getItem(`language ${state.account}`) ?? navigator.language));
startMenu();
startClock(
  (moment) => connection.act({ type: "move", to: new Date(moment).toISOString() }),
  refuse,
  refreshMoments,
);
startDialog((form, values) =>
  connection.act({
    type: "fill",
    room: form.room,
    form: form.form,
    prompt: form.prompt,
    message: form.message,
    values,
  }),
);
for (const button of document.querySelectorAll("[data-command]")) {
  button.addEventListener("click", () => command(button.dataset.command));
}
notice(label("connecting"), true);

const connection = new Connection({
  greeting: () => ({
    account: state.account,
    language: language(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone ?? "",
  }),
  hear: (frame) => hear[frame.type]?.(frame),
  changed: (open) => notice(open ? "" : label("offline"), !open),
});
