// Keeps "is it open?" right at the minute, in Danish time wherever the visitor's clock is set.
// The page already says what holds for the day of the build; this only sharpens it, in the words
// that the page brings along.
for (const panel of document.querySelectorAll(".today")) {
  const say = panel.dataset;
  const fill = (text, gaps) => text.replace(/\{(\w+)\}/g, (_, name) => gaps[name]);
  const parts = () => {
    const format = new Intl.DateTimeFormat("sv-SE", {
      timeZone: "Europe/Copenhagen", dateStyle: "short", timeStyle: "short",
    });
    const [date, time] = format.format(new Date()).split(" ");
    const [hours, minutes] = time.split(":").map(Number);
    return { date, minute: hours * 60 + minutes };
  };
  const clock = (minute) => {
    // After midnight the minutes go on counting; 24 itself is how an author writes the end of a day.
    if (minute > 1440) minute -= 1440;
    const [hour, rest] = [Math.floor(minute / 60), String(minute % 60).padStart(2, "0")];
    // Danish says "kl. 9" and "kl. 9.30"; the other languages 9:00 and 9:30.
    if (say.locale !== "da") return `${hour}:${rest}`;
    return minute % 60 ? `${hour}.${rest}` : `${hour}`;
  };
  const weekday = (date, today) => {
    const distance = Math.round((new Date(date) - new Date(today)) / 86400000);
    if (distance < 2) return distance ? say.tomorrow : say.today;
    const words = (options) => new Intl.DateTimeFormat(say.locale, { ...options, timeZone: "UTC" })
      .format(new Date(date));
    const name = words({ weekday: "long" });
    return distance < 7 ? name : `${name} ${words({ day: "numeric", month: "long" })}`;
  };
  const next = (days, now) => {
    for (const [date, slots = [], how] of days) {
      if (date < now.date) continue;
      // A day that nobody has told of may be the next one to open.
      if (how === "u") return "";
      const slot = slots.find(([opens]) => date > now.date || opens > now.minute);
      if (slot) return fill(say.opens, { day: weekday(date, now.date), time: clock(slot[0]) });
    }
    return "";
  };
  // What began yesterday may go on after midnight; of two times the one that ends last is told.
  const running = (days, now) => {
    const yesterday = new Date(new Date(now.date) - 86400000).toISOString().slice(0, 10);
    const found = [];
    for (const [date, slots = []] of days) {
      const minute = now.minute + (date === yesterday ? 1440 : 0);
      if (date !== now.date && date !== yesterday) continue;
      for (const slot of slots) {
        if (slot[0] <= minute && minute < slot[1]) found.push({ slot, left: slot[1] - minute });
      }
    }
    return found.sort((one, other) => other.left - one.left)[0]?.slot;
  };
  const because = (reason, language) => {
    const words = document.createElement("span");
    words.className = "today__reason";
    words.textContent = ` (${reason})`;
    if (language) words.lang = language;
    return words;
  };
  const show = (status, now) => {
    const days = JSON.parse(status.dataset.days);
    // No days to choose from, as in the gallery: what is written holds.
    if (!days.length) return;
    const today = days.find(([date]) => date === now.date);
    const text = status.querySelector("[data-now]");
    const then = status.querySelector("[data-next]");
    if (!today) {
      // Older than the days we know of: better to say nothing than something wrong.
      text.textContent = say.unknown;
      then.textContent = "";
      status.className = "today__status";
      return;
    }
    const [, slots = [], how = "", reason = "", language = ""] = today;
    const open = running(days, now);
    const state = open ? "open" : how === "u" ? "unknown" : how === "a" ? "appointment" : "closed";
    text.textContent = {
      open: open && (open[1] - open[0] === 1440 ? say.allDay : fill(say.open, { time: clock(open[1]) })),
      appointment: slots.length ? say.between : say.appointment,
      closed: say.closed,
      unknown: say.unsaid,
    }[state];
    if (reason) text.append(because(reason, language));
    if (state === "unknown") then.textContent = status.dataset.ask;
    else if (state === "open") then.textContent = "";
    else if (state === "appointment") then.textContent = slots.some(([opens]) => opens > now.minute) ? next(days, now) : "";
    // Closed on every day that we know of: then the page knows better when it opens.
    else if (days.some(([, known = [], how]) => known.length || how)) then.textContent = next(days, now);
    status.className = `today__status today__status--${state}`;
  };
  const refresh = () => {
    const now = parts();
    for (const status of document.querySelectorAll("[data-days]")) show(status, now);
    const heading = document.getElementById("i-dag");
    if (heading) {
      const words = new Intl.DateTimeFormat(say.locale, {
        timeZone: "Europe/Copenhagen", dateStyle: "full",
      }).format(new Date());
      heading.textContent = words[0].toUpperCase() + words.slice(1);
    }
  };
  refresh();
  setInterval(refresh, 60000);
}
