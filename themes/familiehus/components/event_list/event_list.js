// What is over does not stand as coming, even where the page is older than today.
{
  const now = Date.now();
  for (const list of document.querySelectorAll(".event-list")) {
    for (const entry of list.querySelectorAll("[data-ends]")) {
      if (entry.dataset.ends && Date.parse(entry.dataset.ends) < now) entry.hidden = true;
    }
    const section = list.closest("section");
    if (section && !list.querySelector("li:not([hidden])")) section.hidden = true;
  }
}
