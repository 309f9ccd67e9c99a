// What is over does not stand as coming, even where the page is older than today.
{
  const now = Date.now();
  const shown = ":scope [data-ends]:not([hidden])";
  for (const entry of document.querySelectorAll("[data-ends]")) {
    if (entry.dataset.ends && Date.parse(entry.dataset.ends) < now) entry.hidden = true;
  }
  for (const around of document.querySelectorAll(".event-list__full, section:has([data-ends])")) {
    if (!around.querySelector(shown)) around.hidden = true;
  }
  // A link in somebody's calendar may lead to what is full, which stands folded.
  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = target?.closest("details");
    if (!folded || folded.open) return;
    folded.open = true;
    target.scrollIntoView();
  };
  unfold();
  // Paper has no doors to open.
  addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll(".week--folded > details")) folded.open = true;
  });
  addEventListener("hashchange", unfold);
}
