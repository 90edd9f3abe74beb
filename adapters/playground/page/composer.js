// The field to write in, with suggestions for commands.

import { byId, characters, element } from "./dom.js";
import { label } from "./labels.js";

const LONGEST = 10_000; // characters, as the server takes them
const MOST = 8; // suggestions at once

export class Composer {
  /** `say(text)` sends; `refuse(problem)` tells why not; `tell(words)` is read aloud. */
  constructor({ say, refuse, tell }) {
    this.say = say;
    this.refuse = refuse;
    this.tell = tell;
    this.commands = [];
    this.matches = [];
    this.active = -1;
    this.field = byId("words");
    this.list = byId("suggestions");
    byId("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    this.field.addEventListener("input", () => this.suggest());
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.field.addEventListener("blur", () => this.close());
    this.field.addEventListener("focus", () => this.suggest());
  }

  send() {
    const text = this.field.value.trim();
    if (!text) return;
    if (characters(text) > LONGEST) {
      this.refuse("too-long");
      return;
    }
    this.field.value = "";
    this.close();
    this.say(text);
  }

  suggest() {
    const typed = this.field.value.toLowerCase();
    const before = this.matches.length;
    this.matches = [];
    if (typed.startsWith("/") && !typed.includes("\n")) {
      const begun = typed.slice(1);
      this.matches = this.commands
        .filter((command) => command.name.startsWith(begun) || begun === `${command.name} `)
        .slice(0, MOST);
    }
    this.active = -1;
    this.show();
    if (this.matches.length && this.matches.length !== before) {
      this.tell(label("suggestions", { count: this.matches.length }));
    }
  }

  show() {
    this.list.hidden = !this.matches.length;
    const items = this.matches.map((command, index) => {
      const item = element(
        "li",
        {
          id: `suggestion-${index}`,
          role: "option",
          "aria-selected": String(index === this.active),
        },
        element("span", { class: "command" }, `/${command.name}`),
        command.words ? element("span", { class: "arguments" }, ` ${command.words}`) : null,
        element("span", { class: "summary" }, ` ${command.summary}`),
      );
      // The field must keep the focus: its loss closes the list.
      item.addEventListener("pointerdown", (event) => event.preventDefault());
      item.addEventListener("click", () => this.take(index));
      return item;
    });
    this.list.replaceChildren(...items);
    if (this.active >= 0) {
      this.field.setAttribute("aria-activedescendant", `suggestion-${this.active}`);
      items[this.active].scrollIntoView({ block: "nearest" });
    } else {
      this.field.removeAttribute("aria-activedescendant");
    }
  }

  close() {
    this.matches = [];
    this.active = -1;
    this.show();
  }

  take(index) {
    const command = this.matches[index];
    this.field.value = `/${command.name}${command.words ? " " : ""}`;
    this.close();
    this.field.focus();
  }

  key(event) {
    if (event.isComposing) return;
    const open = this.matches.length > 0;
    if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const from = this.active < 0 && step < 0 ? 0 : this.active;
      this.active = (from + step + this.matches.length) % this.matches.length;
      this.show();
    } else if (open && event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (open && this.active >= 0 && (event.key === "Enter" || event.key === "Tab")) {
      event.preventDefault();
      this.take(this.active);
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.send();
    }
  }
}
