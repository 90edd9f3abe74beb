// Rich text, files and buttons of a message as nodes.

import { clock } from "./clock.js";
import { element, glyph } from "./dom.js";
import { label, locale } from "./labels.js";

const SAFE = new Set(["https:", "http:", "mailto:", "tel:"]);

function link(text, url) {
  let target;
  try {
    target = new URL(url);
  } catch {
    return document.createTextNode(text);
  }
  if (!SAFE.has(target.protocol)) return document.createTextNode(text);
  return element("a", { href: target.href, target: "_blank", rel: "noopener noreferrer" }, text);
}

const STYLES = {
  time: { timeStyle: "short" },
  date: { dateStyle: "full" },
  datetime: { dateStyle: "full", timeStyle: "short" },
};

/** A moment in the reader's own zone. */
export function momentWords(at, style) {
  if (style === "relative") return relative(at - clock.now());
  return new Intl.DateTimeFormat(locale(), STYLES[style] ?? STYLES.datetime).format(at);
}

function relative(distance) {
  const format = new Intl.RelativeTimeFormat(locale(), { numeric: "auto" });
  const minutes = Math.round(distance / 60_000);
  if (Math.abs(minutes) < 60) return format.format(minutes, "minute");
  if (Math.abs(minutes) < 48 * 60) return format.format(Math.round(minutes / 60), "hour");
  return format.format(Math.round(minutes / 1440), "day");
}

function span(data, account) {
  if ("t" in data) return document.createTextNode(data.t);
  if ("b" in data) return element("strong", {}, data.b);
  if ("a" in data) return link(data.a, data.url);
  if ("at" in data) {
    const at = Date.parse(data.at);
    const words = momentWords(at, data.style);
    return element(
      "time",
      { datetime: data.at, title: data.words, "data-relative": data.style === "relative" },
      words,
    );
  }
  const name = (data.platform === "playground" && account(data.user)?.name) || data.name;
  return element("span", { class: "mention" }, `@${name}`);
}

function block(data, account) {
  const spans = (list) => list.map((each) => span(each, account));
  if ("p" in data) return element("p", { dir: "auto" }, ...spans(data.p));
  if ("q" in data) return element("blockquote", { dir: "auto" }, ...spans(data.q));
  return element("ul", {}, ...data.ul.map((item) => element("li", { dir: "auto" }, ...spans(item))));
}

/** A body as nodes; `account(id)` gives a person of the demo, by whose name they are mentioned. */
export const bodyNodes = (body, account) => body.map((data) => block(data, account));

/** The beginning of a body in plain words. */
export function bodyWords(body) {
  const wordsOf = (spans) =>
    spans.map((data) => data.t ?? data.b ?? data.a ?? data.words ?? data.name).join("");
  const lines = body.flatMap((data) => data.ul?.map(wordsOf) ?? [wordsOf(data.p ?? data.q)]);
  return lines.join(" ").slice(0, 90);
}

export function fileNode(file) {
  if (file.image) {
    const image = element("img", { src: file.url, alt: file.description || file.name });
    return element(
      "figure",
      {},
      element("a", { href: file.url, target: "_blank", rel: "noopener" }, image),
      element("figcaption", {}, file.name),
    );
  }
  return element(
    "a",
    { class: "download", href: file.url, download: file.name, title: file.description },
    glyph("file-glyph"),
    label("download", { name: file.name }),
  );
}

/** Brings the words of relative moments up to date. */
export function refreshMoments() {
  for (const node of document.querySelectorAll("time[data-relative]")) {
    const words = momentWords(Date.parse(node.dateTime), "relative");
    if (node.textContent !== words) node.textContent = words;
  }
}
