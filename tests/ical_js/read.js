// Reads calendars with ical.js: one JSON string in on each line, one JSON list out for it.
// Series are written out, each time in UTC, as Thunderbird and Nextcloud have it.
import { createInterface } from "node:readline";
import ICAL from "ical.js";

const MOST = 3000;

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    answer = entries(ICAL.Component.fromString(JSON.parse(line)));
  } catch (error) {
    answer = { error: String(error) };
  }
  console.log(JSON.stringify(answer));
}

function entries(calendar) {
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const all = calendar.getAllSubcomponents("vevent");
  const changed = all.filter((entry) => entry.hasProperty("recurrence-id"));
  return all.filter((entry) => !changed.includes(entry)).flatMap((entry) => times(entry, changed));
}

function times(entry, changed) {
  const uid = entry.getFirstPropertyValue("uid");
  const exceptions = changed.filter((other) => other.getFirstPropertyValue("uid") === uid);
  const event = new ICAL.Event(entry, { exceptions });
  if (!event.isRecurring()) return [shown(entry, event.startDate, event.endDate)];
  const found = [];
  const steps = event.iterator();
  for (let next = steps.next(); next && found.length < MOST; next = steps.next()) {
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    found.push(shown(item.component, startDate, endDate));
  }
  return found;
}

function shown(entry, start, end) {
  const text = (name) => entry.getFirstPropertyValue(name) ?? "";
  return {
    uid: text("uid"),
    start: moment(start),
    end: moment(end),
    cancelled: text("status") === "CANCELLED",
    sequence: entry.getFirstPropertyValue("sequence") ?? 0,
    summary: text("summary"),
    location: text("location"),
    description: text("description"),
  };
}

function moment(time) {
  return time.isDate ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString();
}
