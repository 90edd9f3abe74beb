// What a calendar programme built on ical.js shows of a file: reads {"ics", "since", "until"} as
// JSON from stdin, writes the occurrences that start in between, with their status, to stdout.
// Time zones come from the file alone.

import ICAL from "ical.js";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { ics, since, until } = JSON.parse(Buffer.concat(chunks).toString("utf8"));
const [from, to] = [new Date(since), new Date(until)];

const calendar = new ICAL.Component(ICAL.parse(ics));
for (const zone of calendar.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(zone);
}

const byUid = new Map();
for (const component of calendar.getAllSubcomponents("vevent")) {
  const uid = component.getFirstPropertyValue("uid");
  const group = byUid.get(uid) ?? { whole: null, single: [] };
  if (component.hasProperty("recurrence-id")) group.single.push(component);
  else group.whole = component;
  byUid.set(uid, group);
}

const shown = [];
function show(uid, item, start, end) {
  const at = start.toJSDate();
  if (at < from || at >= to) return;
  shown.push({
    uid,
    start: at.toISOString(),
    minutes: end.subtractDate(start).toSeconds() / 60,
    status: item.component.getFirstPropertyValue("status"),
    summary: item.summary,
    sequence: item.sequence,
  });
}

for (const [uid, { whole, single }] of byUid) {
  const event = new ICAL.Event(whole, { exceptions: single });
  if (!event.isRecurring()) {
    show(uid, event, event.startDate, event.endDate);
    continue;
  }
  const each = event.iterator();
  // A moved occurrence may come out of order, so go on for a while behind the window.
  const end = new Date(to.getTime() + 40 * 24 * 3600 * 1000);
  for (let next = each.next(); next && next.toJSDate() < end; next = each.next()) {
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    show(uid, item, startDate, endDate);
  }
}
console.log(JSON.stringify(shown));
