// The playground's time, and the buttons that move it on.

import { byId } from "./dom.js";
import { label, locale } from "./labels.js";

const HOUR = 3_600_000; // milliseconds

let base = Date.now();
let since = performance.now();

export const clock = {
  now: () => base + performance.now() - since,
  set(moment) {
    base = moment;
    since = performance.now();
  },
};

const format = (at, options) => new Intl.DateTimeFormat(locale(), options).format(at);
export const timeOfDay = (at) => format(at, { hour: "numeric", minute: "2-digit" });
export const dayOf = (at) => format(at, { weekday: "long", day: "numeric", month: "long" });

/** The given hour of this device's day, `days` from the playground's today. */
function atHour(hour, days) {
  const day = new Date(clock.now());
  day.setDate(day.getDate() + days);
  day.setHours(hour, 0, 0, 0);
  return day.getTime();
}

/** What a date-time field takes: local time without zone. */
function fieldValue(at) {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

let shownMinute = null;

/** Shows the time; `passed` is called whenever a minute has begun. */
export function showClock(passed, anew = false) {
  const now = clock.now();
  const minute = Math.floor(now / 60_000);
  if (minute === shownMinute && !anew) return;
  shownMinute = minute;
  const time = byId("now-time");
  time.textContent = timeOfDay(now);
  time.dateTime = new Date(now).toISOString();
  byId("now-day").textContent = dayOf(now);
  byId("now-small").textContent = `${format(now, { weekday: "short" })} ${timeOfDay(now)}`;
  const evening = byId("clock-evening");
  evening.textContent = label("clock-evening", { time: timeOfDay(atHour(18, 0)) });
  evening.disabled = atHour(18, 0) <= now;
  byId("clock-tomorrow").textContent = label("clock-tomorrow", { time: timeOfDay(atHour(9, 1)) });
  byId("clock-at").min = fieldValue(now);
  passed();
}

/** `move(moment)` asks the server; `refuse(problem)` tells the person why not. */
export function startClock(move, refuse, passed) {
  byId("clock-hour").addEventListener("click", () => move(clock.now() + HOUR));
  byId("clock-evening").addEventListener("click", () => move(atHour(18, 0)));
  byId("clock-tomorrow").addEventListener("click", () => move(atHour(9, 1)));
  byId("clock-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const field = byId("clock-at");
    const moment = new Date(field.value).getTime();
    if (Number.isNaN(moment)) field.focus();
    else if (moment <= clock.now()) refuse("backwards");
    else move(moment);
  });
  setInterval(() => showClock(passed), 1000);
}
