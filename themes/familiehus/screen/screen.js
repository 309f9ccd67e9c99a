// A screen that nobody touches for months. It shows a slide at a time, in the house's languages in
// turn, from a file with the coming days that it fetches again and again. Nothing is worked out
// here: it chooses by date and clock, Danish time wherever the machine believes that it is. Written
// for the old browsers of televisions: no `?.`, no `replaceChildren`.
const SHOWN = 14 * 1000, ASKED = 10 * 60 * 1000, PATIENCE = 20 * 1000, DAY = 24 * 60 * 60 * 1000;
const ACTIVITIES = 4;
// Of these the first at which all fits; the last is what can still be read from afar.
const SIZES = [2, 1.75, 1.5, 1.35, 1.2, 1.1, 1, 0.9, 0.8, 0.7], SMALLEST = [2.6, 2, 1.5, 1];

const frame = document.querySelector(".screen");
const stage = document.querySelector(".screen__stage");
const first = JSON.parse(document.getElementById("first").textContent);
const codes = new Map();
let told = first, heard = Date.now(), asked = 0, round = 0, language = -1;
let waiting = [], shownAt = 0, shownOn = "", paused = false;

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Copenhagen", hourCycle: "h23",
  year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
});
// «2026-11-26T17:00», as rows are dated.
const now = () => {
  const part = {};
  for (const { type, value } of clock.formatToParts(new Date())) part[type] = value;
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
};
const before = (day) => new Date(Date.parse(day) - DAY).toISOString().slice(0, 10);

// What the source said is worth a word of warning after a day of silence, also where it answers but
// is itself no longer renewed, or said nothing of today.
const isOld = (speech, day) =>
  Date.now() - heard > DAY || told.made < before(day) || !speech.days[day];

const standing = (speech, numbers, moment) => numbers
  .map((number) => speech.rows[number])
  .filter(([, , , , since, until]) => !(since > moment) && !(until <= moment));

const chosen = (kind, rows) => {
  if (kind === "next") return rows.slice(0, ACTIVITIES);
  return kind === "offer" && rows.length ? [rows[round % rows.length]] : rows;
};

// The slides of the next language; of a day that the source said nothing of only what always holds.
const deal = (day) => {
  language = (language + 1) % told.languages.length;
  if (language === 0) round += 1;
  const speech = told.languages[language];
  const [name, ...own] = speech.days[day] || [""];
  const slides = speech.days[day] ? [...own, speech.offers, speech.always] : [speech.always];
  return slides.map(([kind, title, numbers]) => ({ speech, name, kind, title, numbers }));
};

const next = (moment) => {
  for (;;) {
    if (!waiting.length) waiting = deal(moment.slice(0, 10));
    const slide = waiting.shift();
    if (slide.rows) return slide;
    const rows = chosen(slide.kind, standing(slide.speech, slide.numbers, moment));
    if (rows.length || slide.kind === "code") return { ...slide, rows };
  }
};

// Texts come as they stand in pages: escaped, with the language of what lacks a translation.
const element = (tag, name, html) => {
  const made = document.createElement(tag);
  made.className = name;
  if (html) made.innerHTML = html;
  return made;
};

const row = ([label, text, note, state]) => {
  const made = element("li", state ? `slide__row slide__row--${state}` : "slide__row");
  if (label) made.append(element("p", "slide__label", label));
  made.append(element("p", "slide__text", text));
  if (note) made.append(element("p", "slide__note", note));
  return made;
};

// Made once and kept, so that a code is there also while the network is not.
const code = ([src, alt, letters]) => {
  if (!codes.has(src)) {
    const made = element("figure", "slide__code");
    const picture = document.createElement("img");
    const caption = document.createElement("figcaption");
    caption.dir = "ltr";
    Object.assign(picture, { src, width: 410, height: 410 });
    made.append(picture, caption);
    codes.set(src, made);
  }
  const made = codes.get(src);
  made.firstChild.alt = alt;
  made.lastChild.textContent = letters.replace(/\//g, "/\u200b"); // divided there, if anywhere
  return made;
};

const fetchCodes = () => {
  for (const speech of told.languages) if (speech.code) code(speech.code);
};

const drawn = ({ speech, kind, title, rows }) => {
  const made = element("section", `slide slide--${kind}`);
  const body = element("div", "slide__body");
  const list = element("ul", "slide__rows plain");
  for (const one of rows) list.append(row(one));
  if (rows.length) body.append(list);
  if (kind === "code" && speech.code) body.append(code(speech.code));
  made.append(element("h1", "slide__title", title), body);
  return made;
};

const overflows = () =>
  stage.scrollHeight > stage.clientHeight || stage.scrollWidth > stage.clientWidth;

// As large as there is room for; where that is too small, the last rows have a slide of their own.
const fit = (slide, made) => {
  const rows = made.querySelectorAll(".slide__row");
  const style = frame.style;
  style.setProperty("--least", "3.2vmin");
  for (const size of SIZES) {
    style.setProperty("--fit", size);
    if (!overflows()) return;
  }
  let kept = rows.length;
  while (kept > 1 && overflows()) rows[kept -= 1].remove();
  if (kept < rows.length) waiting.unshift({ ...slide, rows: slide.rows.slice(kept) });
  for (const size of SMALLEST) {
    if (!overflows()) return;
    style.setProperty("--least", `${size}vmin`);
    style.setProperty("--fit", size / 4.6);
  }
};

const say = (name, html) => {
  document.querySelector(name).innerHTML = html;
};

const show = (moment) => {
  const day = moment.slice(0, 10);
  const slide = next(moment);
  const made = drawn(slide);
  [frame.lang, frame.dir] = [slide.speech.lang, slide.speech.dir];
  say(".screen__day", slide.name);
  say(".screen__notice", slide.speech.notice);
  say(".screen__stale", isOld(slide.speech, day) ? slide.speech.stale : "");
  stage.className = "screen__stage";
  stage.textContent = "";
  stage.append(made);
  fit(slide, made);
  [shownAt, shownOn] = [Date.now(), day];
};

const from = async (address, cache) => {
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await fetch(address, { cache, signal: stop.signal });
    if (!answer.ok) throw new Error(answer.status);
    return await answer.text();
  } finally {
    clearTimeout(late);
  }
};

// The program was changed: begin anew, but only once everything that the new page needs is here.
const renew = async (version) => {
  const page = await from(location.pathname, "reload");
  if (!page.includes(`"version":"${version}"`)) return;
  const parts = new DOMParser().parseFromString(page, "text/html");
  for (const part of parts.querySelectorAll("link[rel=stylesheet], script[src]")) {
    await from(part.getAttribute("href") || part.getAttribute("src"), "default");
  }
  location.reload();
};

const ask = async () => {
  asked = Date.now();
  try {
    const text = await from("dage.json", "no-cache");
    const fresh = JSON.parse(text);
    if (!fresh.languages.length) return;
    if (fresh.version !== first.version) return await renew(fresh.version);
    heard = Date.now();
    if (text === told.text) return;
    const begins = told === first;
    told = { ...fresh, text };
    waiting = [];
    fetchCodes();
    if (begins) {
      language = -1;
      show(now());
    }
  } catch {
    // No network, or something else in place of the file: what is known goes on, and says its age.
  }
};

// Also after a sleep, and where the clock was put back.
const isOver = (begun, length) => Date.now() - begun >= length || Date.now() < begun;

const beat = () => {
  const moment = now();
  const midnight = moment.slice(0, 10) !== shownOn;
  if (isOver(asked, ASKED)) ask();
  if (midnight) waiting = [];
  if (midnight || (!paused && isOver(shownAt, SHOWN))) show(moment);
};

fetchCodes();
beat();
setInterval(beat, 1000);
addEventListener("online", ask);
// Whoever must read slowly can hold a slide, and turn to the next (WCAG 2.2, 2.2.2).
addEventListener("keydown", ({ key }) => {
  if (key === " ") paused = !paused;
  if (key === "ArrowRight") show(now());
});
