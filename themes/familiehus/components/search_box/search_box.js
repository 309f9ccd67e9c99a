// Searches in what the house has. The index is fetched when the field is first used; how it is
// searched stands in `js/search.js`, how words are read in `js/words.js`.
const SENTENCE = 4;
const LETTERS = [/[\p{Script=Latin}\d]/u, /\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u];
for (const box of document.querySelectorAll(".search-box")) {
  const { index, broken } = box.dataset;
  const own = box.textContent;
  const counts = box.dataset.counts.split("|");
  const most = counts.length - 1;
  const field = box.querySelector("input");
  const status = box.querySelector("[role=status]");
  const results = box.querySelector(".search-box__results");
  const nothing = document.getElementById("intet")?.content.firstElementChild ?? "";

  // What helps in danger is in the page, with the words of its language; all others follow by the
  // letters that are typed, and need no index.
  const helps = [...box.querySelectorAll("template")];
  let heard = listening(box.dataset, helps.map(({ dataset }) => dataset));
  let leads = [];
  const json = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  };
  const addresses = box.dataset.words.split(" ");
  const parts = [];
  const hearing = [];
  const hearPart = async (at) => {
    parts[at] = await json(addresses[at]);
    const known = parts.filter(Boolean);
    const joined = (place, own = []) => [...own, ...known.map((part) => part[place])].join("|");
    const dangers = helps.map(({ dataset }, danger) => {
      const [words, acts, harmless] = [0, 1, 2].map((place) => known.map((part) => part[2][danger]?.[place] ?? "").join("|"));
      return { words: `${dataset.words}|${words}`, acts, harmless };
    });
    heard = listening({ skipped: joined(0), people: joined(1), groups: joined(4, [box.dataset.groups]) }, dangers);
    leads = known.flatMap((part) => part[3]);
    finder = undefined;
  };
  // Each file once, when letters of its kind are typed.
  const hearAll = (text) => Promise.all(addresses.map((_, at) => (
    !LETTERS[at].test(text) || (hearing[at] ??= hearPart(at).catch(() => { hearing[at] = undefined; }))
  )));
  const exit = document.querySelector(".safe-exit[data-search]") ?? {};

  let finder;
  let entries;
  const prepare = async (text) => {
    entries ??= json(index).catch((error) => {
      entries = undefined;
      throw error;
    });
    const [things] = await Promise.all([entries, hearAll(text)]);
    return finder ??= searching(things, leads, heard);
  };

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
    await hearAll(text);
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
      const find = await prepare(text);
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
  field.addEventListener("focus", () => prepare(own).catch(() => {}));
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

  hearAll(own);
  box.hidden = false;
  (document.getElementById("uden-script") ?? {}).hidden = true;
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (field.value) search();
  if (location.hash === `#${field.id}`) field.focus();
}
