// The page's own words. They come from the server, in the language of whoever is shown.

let words = {};
let spoken = "en";

export const language = () => spoken;

/** The label, with `{name}` and the like filled in. */
export function label(name, values = {}) {
  const text = words[name] ?? "";
  return text.replace(/\{(\w+)\}/g, (slot, key) => String(values[key] ?? slot));
}

/** For dates: the browser's own flavour of the language, so that 18:00 stays 18:00 in Britain. */
export function locale() {
  return navigator.languages.find((tag) => tag.split("-")[0] === spoken) ?? spoken;
}

/** Fetch a language and write its labels into the page. Returns the languages there are. */
export async function speak(wanted) {
  const answer = await fetch(`/playground/labels?language=${encodeURIComponent(wanted)}`);
  const told = await answer.json();
  words = told.labels;
  spoken = told.language;
  document.documentElement.lang = spoken;
  document.title = label("title");
  for (const node of document.querySelectorAll("[data-label]")) {
    node.textContent = label(node.dataset.label);
  }
  for (const node of document.querySelectorAll("[data-label-name]")) {
    node.setAttribute("aria-label", label(node.dataset.labelName));
  }
  for (const node of document.querySelectorAll("[data-label-title]")) {
    node.setAttribute("aria-label", label(node.dataset.labelTitle));
    node.title = label(node.dataset.labelTitle);
  }
  for (const node of document.querySelectorAll("[data-label-placeholder]")) {
    node.placeholder = label(node.dataset.labelPlaceholder);
  }
  return told.languages;
}
