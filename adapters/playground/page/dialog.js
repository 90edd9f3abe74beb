// A form of the command table as a dialog.

import { clock } from "./clock.js";
import { byId, characters, element } from "./dom.js";
import { label, locale } from "./labels.js";

const FEW = 7; // options that are shown all at once
const deviceZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

let places;

async function placeOptions() {
  places ??= await (await fetch("/playground/places")).json();
  return places;
}

const dialog = () => byId("dialog");
let opened = null;
let send = null;

/** `sent(form, values)` is called with the answers. */
export function startDialog(sent) {
  send = sent;
  byId("dialog-close").addEventListener("click", () => dialog().close());
  byId("dialog-cancel").addEventListener("click", () => dialog().close());
  byId("dialog-form").addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
}

export function closeDialog() {
  if (dialog().open) dialog().close();
}

/** Opens the form; where it closes, the keyboard goes back to where it was. */
export function openDialog(form) {
  closeDialog();
  opened = { form, fields: form.fields.map(makeField) };
  byId("dialog-title").textContent = form.title;
  byId("dialog-fields").replaceChildren(...opened.fields.map((field) => field.node));
  dialog().showModal();
  dialog().querySelector("#dialog-fields :is(input, textarea, select)")?.focus();
}

function submit() {
  let wrong = null;
  const values = {};
  for (const field of opened.fields) {
    const value = field.value();
    const problem = problemOf(field.data, value);
    field.complain(problem);
    if (problem) wrong ??= field;
    values[field.data.name] = value;
  }
  if (wrong) {
    wrong.focus();
    return;
  }
  const form = opened.form;
  dialog().close();
  send(form, values);
}

function problemOf(data, value) {
  if (data.required && !value.trim()) return label("form-missing");
  if (characters(value) > data.longest) return label("form-too-long", { longest: data.longest });
  return "";
}

/** A field with its label, hint and a place for what is wrong. */
function makeField(data, index) {
  const id = `field-${index}`;
  const error = element("p", { class: "error", id: `${id}-error` });
  const hint = data.hint ? element("p", { class: "hint", id: `${id}-hint` }, data.hint) : null;
  const described = [hint ? `${id}-hint` : "", `${id}-error`].filter(Boolean).join(" ");
  const made =
    data.kind === "option" && data.options.length <= FEW
      ? radios(data, id, described)
      : single(data, id, described);
  if (!data.required) {
    made.title.append(" ", element("span", { class: "optional" }, label("form-optional")));
  }
  made.node.append(...[made.title, hint, ...made.controls, error].filter(Boolean));
  return {
    data,
    node: made.node,
    value: made.value,
    focus: () => made.control().focus(),
    complain(problem) {
      error.textContent = problem;
      made.control().setAttribute("aria-invalid", String(Boolean(problem)));
    },
  };
}

function radios(data, id, described) {
  const inputs = data.options.map((option) =>
    element("input", {
      type: "radio",
      name: id,
      value: option.id,
      checked: option.id === data.value,
      required: data.required,
    }),
  );
  const rows = inputs.map((input, index) =>
    element("label", { class: "option" }, input, element("span", {}, data.options[index].label)),
  );
  const chosen = () => inputs.find((input) => input.checked);
  return {
    node: element("fieldset", { class: "field", "aria-describedby": described }),
    title: element("legend", {}, data.label),
    controls: [element("div", { class: "options" }, ...rows)],
    control: () => chosen() ?? inputs[0],
    value: () => chosen()?.value ?? "",
  };
}

function single(data, id, described) {
  const control = controlOf(data, id, described);
  const controls = [control];
  if (data.kind === "long_text") controls.push(counter(control, data.longest));
  if (data.kind === "place") controls.push(...placeHelp(control, id));
  return {
    node: element("div", { class: "field" }),
    title: element("label", { for: id }, data.label),
    controls,
    control: () => control,
    value: () => control.value,
  };
}

function controlOf(data, id, described) {
  const shared = { id, "aria-describedby": described, required: data.required };
  if (data.kind === "option") {
    const none = data.required && data.value ? [] : [element("option", { value: "" }, "")];
    const options = data.options.map((option) =>
      element("option", { value: option.id, selected: option.id === data.value }, option.label),
    );
    return element("select", shared, ...none, ...options);
  }
  if (data.kind === "long_text") {
    const area = element("textarea", { ...shared, rows: "4" });
    area.value = data.value;
    return area;
  }
  const [type, value] = fitting(data);
  const input = element("input", { ...shared, type, autocomplete: "off" });
  input.value = value;
  return input;
}

/** The browser's own field, unless what is filled in already would not fit it. */
function fitting({ kind, value }) {
  const padded = value.padStart(5, "0");
  if (kind === "time" && !value) return ["time", ""];
  if (kind === "time" && /^\d\d:\d\d$/.test(padded)) return ["time", padded];
  if (kind === "day" && /^(\d{4}-\d\d-\d\d)?$/.test(value)) return ["date", value];
  return ["text", value || (kind === "place" ? deviceZone() : "")];
}

function counter(area, longest) {
  const shown = element("p", { class: "counter" });
  const count = () => {
    const length = characters(area.value);
    shown.textContent = label("form-counter", { count: length, longest });
    shown.classList.toggle("over", length > longest);
  };
  area.addEventListener("input", count);
  count();
  return shown;
}

/** Suggestions while typing, and the time at the place: the quickest check that it is right. */
function placeHelp(input, id) {
  const list = element("datalist", { id: `${id}-places` });
  const echo = element("p", { class: "echo", role: "status" });
  input.setAttribute("list", list.id);
  const tell = () => {
    const time = timeAt(input.value.trim());
    echo.textContent = time ? label("form-place-now", { time }) : "";
  };
  input.addEventListener("input", tell);
  tell();
  placeOptions().then((names) => {
    list.replaceChildren(...names.map((name) => element("option", { value: name })));
  });
  return [list, echo];
}

function timeAt(zone) {
  if (!zone.includes("/")) return "";
  try {
    const style = { hour: "numeric", minute: "2-digit", weekday: "long", timeZone: zone };
    return new Intl.DateTimeFormat(locale(), style).format(clock.now());
  } catch {
    return "";
  }
}
