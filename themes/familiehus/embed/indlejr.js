// Shows parts of a house on another site, and keeps them fresh. Loaded as a module from the house's
// own folder, it asks nobody but that for data (data/v1/), and depends on nothing else.
//
//   <script type="module" src="https://…/indlejr/indlejr.js"></script>
//   <familiehus-i-dag><a href="https://…/">…</a></familiehus-i-dag>
//
// What stands inside is shown until there is something better, and where scripts do not run. The
// element takes the look of the page that it stands on; `lang`, `niveau` (of headings) and `antal`
// are its attributes. Texts are put in as text, never as markup.
const root = new URL("../", import.meta.url);
const QUARTER = 15 * 60 * 1000;

const make = (tag, text = "", lang = "") => {
  const made = document.createElement(tag);
  made.textContent = text;
  if (lang) made.lang = lang;
  return made;
};

const link = (label, href, lang = "") => {
  const made = make("a", label, lang);
  // Only what leads somewhere: a page of the house, a form, a mail, a number.
  const target = new URL(href, root);
  if (/^(https?|mailto|tel):$/.test(target.protocol)) made.href = target;
  return made;
};

const inside = (tag, ...children) => {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
};

// The day in Denmark, wherever the visitor's clock is set.
const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen" }).format(new Date());

const read = async (language, name) => {
  const folder = language === "da" ? "" : `${language}/`;
  const answer = await fetch(new URL(`${folder}data/v1/${name}.json`, root), { credentials: "omit" });
  if (answer.ok) return answer.json();
  if (language === "da") throw new Error(`${answer.status} ${answer.url}`);
  return read("da", name); // the house is not in that language
};

class Part extends HTMLElement {
  connectedCallback() {
    this.renew();
    this.timer = setInterval(() => this.renew(), QUARTER);
    this.seen = () => document.visibilityState === "visible" && this.renew();
    document.addEventListener("visibilitychange", this.seen);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
    document.removeEventListener("visibilitychange", this.seen);
  }

  get language() {
    return (this.closest("[lang]")?.lang || "da").split("-")[0].toLowerCase();
  }

  heading(text, lang = "") {
    const level = Math.min(6, Math.max(1, Number(this.getAttribute("niveau")) || 3));
    return make(`h${level}`, text, lang);
  }

  async renew() {
    try {
      const told = await read(this.language, this.file);
      const box = inside("div", ...this.show(told));
      box.lang = told.house.language;
      box.dir = told.house.direction;
      if (told.house.notice) box.append(make("p", told.house.notice));
      // Who is in the middle of it with the keyboard is not thrown out.
      if (!this.contains(document.activeElement)) this.replaceChildren(box);
    } catch {
      // No network: what was shown last stands, or what the page itself has put here. But hours
      // of another day are not shown as those of today.
      if (this.day && this.day !== today()) this.replaceChildren(link(this.older.label, this.older.page));
    }
  }

  // Texts that nobody has translated are Danish, and say so.
  text(tag, of, name) {
    return make(tag, of[name], of.in_danish.includes(name) ? "da" : "");
  }

  more({ label, page }) {
    return inside("p", link(label, page));
  }
}

customElements.define("familiehus-i-dag", class extends Part {
  file = "today";

  show({ house, days }) {
    this.day = today();
    this.older = house.pages.hours;
    const day = days.find(({ date }) => date === this.day);
    const head = this.heading("");
    head.append(link(house.pages.front.label, house.pages.front.page));
    if (!day) return [head, this.more(house.pages.hours)];
    const lines = day.statuses.map((status) => {
      const line = inside("p", this.text("span", status, "label"), ": ", this.text("strong", status, "text"));
      if (status.reason) line.append(" (", this.text("span", status, "reason"), ")");
      if (status.next) line.append(" ", this.text("span", status, "next"));
      return line;
    });
    const closings = day.closings.map((one) =>
      inside("p", this.text("strong", one, "title"), " ", this.text("span", one, "text")));
    // Once everything has closed for the day somebody can be rung all the same.
    const now = new Date();
    const open = day.statuses.some(({ times }) => times.some(({ closes }) => now < new Date(closes)));
    const duty = day.duty && !open ? [inside("p", link(day.duty.call, day.duty.href), " ", day.duty.name)] : [];
    const date = day.heading ? [make("p", day.heading)] : [];
    return [head, ...date, ...closings, ...lines, ...duty, this.more(house.pages.hours)];
  }
});

customElements.define("familiehus-naeste", class extends Part {
  file = "events";

  show({ house, events }) {
    const coming = events.filter(({ ends }) => new Date(ends) > new Date());
    const shown = coming.slice(0, Number(this.getAttribute("antal")) || 4);
    const head = this.heading("");
    head.append(link(house.pages.front.label, house.pages.front.page));
    if (!shown.length) return [head, this.more(house.pages.calendar)];
    const rows = shown.map((event) => {
      const name = link(event.title, event.page, event.in_danish.includes("title") ? "da" : "");
      const row = inside("li", name, inside("div", this.text("span", event, "when")));
      if (event.where) row.append(this.text("div", event, "where"));
      if (event.state_text) row.append(inside("strong", this.text("span", event, "state_text")));
      if (event.note) row.append(this.text("div", event, "note"));
      return row;
    });
    return [head, inside("ul", ...rows), this.more(house.pages.calendar)];
  }
});

customElements.define("familiehus-tilbud", class extends Part {
  file = "offers";

  show({ house, offers }) {
    const offer = offers.find(({ id }) => id === this.getAttribute("tilbud"));
    if (!offer) return [this.more(house.pages.offers)];
    const head = this.heading("");
    head.append(link(offer.title, offer.page, offer.in_danish.includes("title") ? "da" : ""));
    const pause = offer.pause ? [inside("p", this.text("strong", offer, "pause"))] : [];
    return [head, ...pause, this.text("p", offer, "summary"), this.text("p", offer, "in_short")];
  }
});
