// Searches in what the house has. The index is fetched when the field is first used; how it is
// searched stands in `js/search.js`, how words are read in `js/words.js`.
const SENTENCE = 4;
for (const box of document.querySelectorAll(".search-box")) {
  const { index, broken } = box.dataset;
  const counts = box.dataset.counts.split("|");
  const most = counts.length - 1;
  const field = box.querySelector("input");
  const status = box.querySelector("[role=status]");
  const results = box.querySelector(".search-box__results");
  const nothing = document.getElementById("intet")?.content.firstElementChild ?? "";

  // What helps in danger is in the page, with the words of its language; those of all languages
  // follow at once, and need no index.
  const helps = [...box.querySelectorAll("template")];
  let heard = listening(box.dataset, helps.map(({ dataset }) => dataset));
  let leads = [];
  const json = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  };
  const hearAll = async () => {
    const [skipped, people, dangers, led, groups] = await json(box.dataset.words);
    heard = listening({ skipped, people, groups }, dangers.map(([words, acts, harmless]) => ({ words, acts, harmless })));
    leads = led;
  };
  let hearing;
  const hearAllOnce = () => hearing ??= hearAll().catch(() => { hearing = undefined; });
  const exit = document.querySelector(".safe-exit[data-search]") ?? {};

  const prepare = async () => {
    const [entries] = await Promise.all([json(index), hearAllOnce()]);
    return searching(entries, leads, heard);
  };
  let ready;
  const fetchOnce = () => ready ??= prepare().catch((error) => {
    ready = undefined;
    throw error;
  });

  const element = (tag, className, ...content) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };
  const inLanguage = (made, { lang }) => lang ? Object.assign(made, { lang, dir: "auto" }) : made;
  const shown = (entry) => {
    const link = inLanguage(element("a", "", entry.title), entry);
    link.href = entry.href;
    return element("li", "search-box__hit",
      link, " ", element("span", "search-box__kind", entry.kind),
      inLanguage(element("p", "", entry.summary ?? ""), entry));
  };
  const show = (hits, helped) => {
    const found = hits.filter(({ topic }) => !helped.length || helped.some((help) => help.dataset.topics.split(" ").includes(topic)));
    results.replaceChildren(...helped.map((help) => help.content.cloneNode(true)));
    if (found.length) results.append(element("ol", "plain", ...found.slice(0, most).map(shown)));
    const first = helped.map((help) => `${help.dataset.title}.`);
    const counted = helped.length && !found.length ? [] : [counts[Math.min(found.length, most)]];
    status.textContent = [...first, ...counted].join(" ");
    // The heading of the help says the same to those who see it.
    status.classList.toggle("visually-hidden", helped.length > 0);
    // Who writes a whole sentence may be in a need that no list of words foresaw: the numbers follow.
    const told = wordsIn(field.value).length >= SENTENCE;
    if (!helped.length && (told || !found.length)) results.append(nothing);
    exit.hidden = !helped.some((help) => "wayOut" in help.dataset);
  };
  const clear = () => {
    results.replaceChildren();
    status.textContent = "";
    status.classList.remove("visually-hidden");
    exit.hidden = true;
  };

  const search = async () => {
    const text = field.value.trim();
    reserve();
    const helpIn = () => heard.dangers(text).map((at) => helps[at]);
    const early = helpIn();
    if (early.length) show([], early);
    await hearAllOnce();
    // While it was fetched, more may have been typed.
    if (field.value.trim() !== text) return;
    const helped = helpIn();
    // What is dangerous to be seen does not stay in the address and the history.
    const kept = text && !helped.length ? `?q=${encodeURIComponent(text)}` : "";
    history.replaceState(null, "", location.pathname + kept);
    if (!text) return clear();
    if (helped.length) show([], helped);
    else if (early.length) clear();
    try {
      const find = await fetchOnce();
      // While it was fetched, more may have been typed.
      if (field.value.trim() === text) show(find(text), helped);
    } catch {
      if (helped.length) return;
      clear();
      status.textContent = broken;
    }
  };

  // What comes takes the place that was kept for it the moment one types: nothing moves when a slow
  // network answers.
  const reserve = () => results.classList.toggle("search-box__results--reserved", field.value.trim() !== "");
  let waiting;
  field.addEventListener("focus", () => fetchOnce().catch(() => {}));
  field.addEventListener("input", () => {
    reserve();
    clearTimeout(waiting);
    waiting = setTimeout(search, 150);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    field.value = "";
    clearTimeout(waiting);
    search();
  });
  // Enter leads to the best that was found; Enter once more opens it.
  box.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    await search();
    results.querySelector("a")?.focus();
  });

  hearAllOnce();
  box.hidden = false;
  (document.getElementById("uden-script") ?? {}).hidden = true;
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (field.value) search();
  if (location.hash === `#${field.id}`) field.focus();
}
