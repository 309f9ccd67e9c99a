// What is over is not the next thing any more, even where the page is older than today.
for (const card of document.querySelectorAll(".next-up")) {
  card.hidden = Boolean(card.dataset.ends) && Date.parse(card.dataset.ends) < Date.now();
  const section = card.closest("section");
  if (section && !card.hidden) section.hidden = false;
}
