// Narrows the list of houses while one types. "aa" finds "å", and case does not matter.
for (const finder of document.querySelectorAll("[data-finder]")) {
  const field = finder.querySelector("input");
  const status = finder.querySelector("[role=status]");
  const entries = [...document.querySelectorAll(`#${finder.dataset.finder} [data-words]`)];
  // What stands apart goes with its heading.
  const apart = [...document.querySelectorAll(`#${finder.dataset.finder} section`)];
  const plain = (text) => text.toLowerCase().trim()
    .replaceAll("å", "aa").replaceAll("ø", "oe").replaceAll("æ", "ae");
  const narrow = () => {
    const wanted = plain(field.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const entry of entries) {
      const words = plain(entry.dataset.words);
      entry.hidden = !wanted.every((word) => words.includes(word));
      found += entry.hidden ? 0 : 1;
    }
    for (const section of apart) section.hidden = !section.querySelector("li:not([hidden])");
    if (!wanted.length) status.textContent = "";
    else if (found) status.textContent = found === 1 ? "1 kommune passer." : `${found} kommuner passer.`;
    else status.textContent = "Ingen kommune passer. Prøv færre bogstaver.";
  };
  field.addEventListener("input", narrow);
  finder.addEventListener("submit", (event) => {
    event.preventDefault();
    entries.find((entry) => !entry.hidden)?.querySelector("a").focus();
  });
  finder.hidden = false;
  narrow();
}
