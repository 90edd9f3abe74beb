// The one WebSocket. What the person does is repeated with the same id until the server has
// heard it, so that a restart in between neither loses nor doubles it.

const SLOWEST = 4000; // milliseconds between two attempts

const randomId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");

export class Connection {
  /** `greeting()` gives the first frame; `hear(frame)` takes each one; `changed(open)`. */
  constructor({ greeting, hear, changed }) {
    this.greeting = greeting;
    this.hear = hear;
    this.changed = changed;
    this.unheard = new Map();
    this.wait = 250;
    this.connect();
  }

  get open() {
    return this.socket.readyState === WebSocket.OPEN;
  }

  connect() {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    this.socket = new WebSocket(`${scheme}://${location.host}/playground/socket`);
    this.socket.addEventListener("open", () => {
      this.wait = 250;
      this.greet();
      for (const deed of this.unheard.values()) this.send(deed);
      this.changed(true);
    });
    this.socket.addEventListener("message", (event) => {
      const frame = JSON.parse(event.data);
      if (frame.type === "heard") {
        frame.deed = this.unheard.get(frame.id);
        this.unheard.delete(frame.id);
      }
      this.hear(frame);
    });
    this.socket.addEventListener("close", () => {
      this.changed(false);
      setTimeout(() => this.connect(), this.wait);
      this.wait = Math.min(this.wait * 2, SLOWEST);
    });
  }

  send(frame) {
    if (this.open) this.socket.send(JSON.stringify(frame));
  }

  greet() {
    this.send({ type: "hello", ...this.greeting() });
  }

  /** Say what the person did. */
  act(deed) {
    const frame = { id: randomId(), account: this.greeting().account, ...deed };
    this.unheard.set(frame.id, frame);
    this.send(frame);
  }
}
