// The messages of the room that is open.

import { bodyNodes, bodyWords, fileNode } from "./body.js";
import { dayOf, timeOfDay } from "./clock.js";
import { byId, element, glyph } from "./dom.js";
import { label } from "./labels.js";

const TOGETHER = 5 * 60_000; // milliseconds within which one author's messages share a head
const NEAR = 80; // pixels from the end that still count as being there

const log = () => byId("log");
const nodeId = (message) => `message-${message.id}`;

export class Log {
  /** `account(id)` gives a person; `press(message, option)` is called for a button. */
  constructor({ account, press }) {
    this.account = account;
    this.press = press;
    this.messages = [];
    this.busy = new Set();
    this.atEnd = true;
    log().addEventListener("scroll", () => {
      const { scrollHeight, scrollTop, clientHeight } = log();
      this.atEnd = scrollHeight - scrollTop - clientHeight < NEAR;
    });
    new ResizeObserver(() => this.atEnd && this.toEnd()).observe(log());
  }

  /** Shows a room anew. Nothing of it is read aloud: only what comes next is news. */
  show(messages, room) {
    this.messages = messages;
    this.room = room;
    log().setAttribute("aria-live", "off");
    log().setAttribute("aria-label", label("messages", { room: room.title }));
    log().replaceChildren(...messages.flatMap((message, index) => this.nodes(message, index)));
    if (!messages.length) log().append(this.emptyNode());
    this.toEnd();
    requestAnimationFrame(() => log().setAttribute("aria-live", "polite"));
  }

  emptyNode() {
    const name = this.room.kind === "direct" ? "empty-direct" : "empty-room";
    return element("p", { class: "empty" }, label(name));
  }

  toEnd() {
    log().scrollTop = log().scrollHeight;
    this.atEnd = true;
  }

  add(message, own) {
    log().querySelector(".empty")?.remove();
    this.messages.push(message);
    const follow = this.atEnd || own;
    log().append(...this.nodes(message, this.messages.length - 1));
    if (follow) this.toEnd();
  }

  /** Another version of a message that is shown. Whoever was on one of its buttons stays there. */
  change(message) {
    const index = this.messages.findIndex((shown) => shown.id === message.id);
    const old = byId(nodeId(message));
    if (index < 0 || !old) return;
    this.messages[index] = message;
    const focused = old.contains(document.activeElement);
    const made = this.messageNode(message, index);
    old.replaceWith(made);
    if (this.atEnd) this.toEnd();
    if (focused) (made.querySelector("button") ?? made).focus({ preventScroll: true });
  }

  remove(id) {
    const index = this.messages.findIndex((shown) => shown.id === id);
    if (index < 0) return;
    const node = byId(`message-${id}`);
    if (node.contains(document.activeElement)) log().focus();
    this.messages.splice(index, 1);
    // A head that later messages shared may have gone with it.
    const live = this.atEnd;
    this.show(this.messages, this.room);
    this.atEnd = live;
  }

  heard(id) {
    this.busy.delete(id);
    for (const button of byId(`message-${id}`)?.querySelectorAll("button") ?? []) {
      button.removeAttribute("aria-disabled");
    }
  }

  nodes(message, index) {
    const before = this.messages[index - 1];
    const day = dayOf(Date.parse(message.at));
    if (before && dayOf(Date.parse(before.at)) === day) return [this.messageNode(message, index)];
    return [element("h3", { class: "day" }, element("span", {}, day)), this.messageNode(message, index)];
  }

  messageNode(message, index) {
    const person = message.author === null ? null : this.account(message.author);
    const classes = ["message", person ? "person" : "bot"];
    if (message.only_you) classes.push("only-you");
    if (this.follows(message, index)) classes.push("follows");
    return element(
      "article",
      { id: nodeId(message), class: classes.join(" "), tabindex: "-1" },
      avatar(person),
      element(
        "div",
        { class: "content" },
        this.headNode(message, person),
        message.only_you
          ? element("p", { class: "private" }, glyph("lock-glyph"), label("only-you"))
          : null,
        this.answerNode(message),
        element("div", { class: "body" }, ...bodyNodes(message.body, this.account)),
        ...message.files.map((file) => this.settled(fileNode(file))),
        this.choicesNode(message),
      ),
    );
  }

  /** An image that arrives late must not push the end out of sight. */
  settled(node) {
    node.querySelector("img")?.addEventListener("load", () => this.atEnd && this.toEnd());
    return node;
  }

  follows(message, index) {
    const before = this.messages[index - 1];
    return (
      before !== undefined &&
      before.author === message.author &&
      !before.only_you &&
      !message.only_you &&
      !message.answers &&
      Date.parse(message.at) - Date.parse(before.at) < TOGETHER &&
      dayOf(Date.parse(message.at)) === dayOf(Date.parse(before.at))
    );
  }

  headNode(message, person) {
    const at = Date.parse(message.at);
    return element(
      "p",
      { class: "head" },
      element("span", { class: "author" }, person ? person.name : label("bot")),
      " ",
      person ? null : element("span", { class: "mark" }, label("bot-mark")),
      " ",
      element("time", { datetime: message.at }, timeOfDay(at)),
      " ",
      message.edited ? element("span", { class: "edited" }, label("edited")) : null,
    );
  }

  answerNode(message) {
    const answered = this.messages.find((shown) => shown.id === message.answers);
    if (!answered) return null;
    return element("p", { class: "answer" }, `${label("in-answer-to")} ${bodyWords(answered.body)}`);
  }

  choicesNode(message) {
    if (!message.choices) return null;
    const buttons = message.choices.options.map((option) =>
      element(
        "button",
        { type: "button", class: option.tone, click: () => this.choose(message, option) },
        option.label,
      ),
    );
    return element("div", { class: "choices" }, ...buttons);
  }

  choose(message, option) {
    if (this.busy.has(message.id)) return;
    this.busy.add(message.id);
    for (const button of byId(nodeId(message)).querySelectorAll("button")) {
      button.setAttribute("aria-disabled", "true");
    }
    this.press(message, option);
  }
}

export function avatar(person) {
  const holder = element("span", { class: "avatar", "aria-hidden": "true" });
  if (person) {
    holder.classList.add(`colour-${person.colour}`);
    holder.append(person.name.slice(0, 1));
  } else {
    holder.append(glyph("glyph"));
  }
  return holder;
}
