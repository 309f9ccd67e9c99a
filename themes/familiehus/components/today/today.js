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
    for (const [date, slots] of days) {
      if (date < now.date) continue;
      const slot = slots.find(([opens]) => date > now.date || opens > now.minute);
      if (slot) return fill(say.opens, { day: weekday(date, now.date), time: clock(slot[0]) });
    }
    return "";
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
    const reason = today === days[0] ? text.querySelector(".today__reason") : null;
    const [, slots, byAppointment] = today;
    const open = slots.find(([opens, closes]) => opens <= now.minute && now.minute < closes);
    const state = open ? "open" : byAppointment && !slots.length ? "appointment" : "closed";
    text.textContent = {
      open: open && fill(say.open, { time: clock(open[1]) }),
      appointment: say.appointment,
      closed: say.closed,
    }[state];
    if (reason) text.append(reason);
    // Closed on every day that we know of: then the page knows better when it opens.
    if (days.some(([, known]) => known.length)) {
      then.textContent = state === "closed" ? next(days, now) : "";
    }
    status.className = `today__status today__status--${state}`;
  };
  const refresh = () => {
    const now = parts();
    for (const status of document.querySelectorAll("[data-days]")) show(status, now);
    for (const closing of document.querySelectorAll("[data-until]")) {
      closing.hidden = Boolean(closing.dataset.until) && closing.dataset.until < now.date;
    }
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
