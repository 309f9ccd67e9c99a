// Searches in what the house has. The index and the library are fetched when the field is first
// used. Forgiving: "sovn" and "soevn" find "søvn", which finds "barnesøvn", and a slip is no matter.
for (const box of document.querySelectorAll(".search-box")) {
  const { index, library, broken } = box.dataset;
  const counts = box.dataset.counts.split("|");
  const most = counts.length - 1;
  const field = box.querySelector("input");
  const status = box.querySelector("[role=status]");
  const results = box.querySelector(".search-box__results");
  const nothing = document.getElementById("intet") ?? {};

  const wordsOf = wordsIn;
  // Danish joins words, so the ends of a long one can be found too; "~" keeps them from its start.
  const ends = (word) => word.length < 7 ? []
    : Array.from({ length: word.length - 6 }, (_, cut) => `~${word.slice(cut + 3)}`);
  const stem = (word) => word.replace(/(?<=.{4})(erne|ene|ens|ers|en|et|er|es|e|s)$/, "");
  // What helps in danger is in the page, with the words of its language; those of all languages
  // follow at once, and need neither the index nor the library.
  const helps = [...box.querySelectorAll("template")];
  let heard = listening(box.dataset, helps.map(({ dataset }) => dataset));
  const hearAll = async () => {
    const answer = await fetch(box.dataset.words);
    if (!answer.ok) throw new Error(answer.status);
    const [skipped, people, dangers] = await answer.json();
    heard = listening({ skipped, people }, dangers.map(([words, acts, harmless]) => ({ words, acts, harmless })));
  };
  let hearing;
  const hearAllOnce = () => hearing ??= hearAll().catch(() => { hearing = undefined; });
  const exit = document.querySelector(".safe-exit[data-search]") ?? {};
  const known = new Set();

  // Offers first; a number to call stands under what there is to read.
  const weight = (href) => href.startsWith("tel:") ? 0.6 : href.includes("/tilbud/") ? 1.3 : 1;

  const prepare = async () => {
    const [{ default: MiniSearch }, answer] = await Promise.all([
      import(new URL(library, document.baseURI)), fetch(index),
    ]);
    if (!answer.ok) throw new Error(answer.status);
    const entries = await answer.json();
    const engine = new MiniSearch({
      fields: ["title", "words", "summary", "text"],
      tokenize: wordsOf,
      processTerm: (word, name) => {
        if (name === "title" || name === "words") known.add(word);
        return name === "text" ? word : [word, ...ends(word)];
      },
      searchOptions: {
        boost: { title: 5, words: 2.5, summary: 2 },
        boostDocument: (id) => weight(entries[id].href),
        tokenize: (word) => [word],
        processTerm: (word) => word,
      },
    });
    engine.addAll(entries.map((entry, id) => ({ ...entry, id })));
    return { entries, engine };
  };
  let ready;
  const fetchOnce = () => ready ??= prepare().catch((error) => {
    ready = undefined;
    throw error;
  });

  // The word itself, how it begins, how long words end, what it is made of, and slips in it.
  const meanings = (word) => {
    const long = word.length > 3;
    const parts = [...known].filter((part) => part.length > 3 && part !== word && word.includes(part));
    const slips = long && { fuzzy: word.length > 7 ? 2 : 1 };
    const queries = [
      { queries: [word], prefix: word.length > 1, ...slips },
      ...(stem(word) === word ? [] : [{ queries: [stem(word)], prefix: true }]),
      ...(long ? [{ queries: [`~${word}`], prefix: true, boostTerm: () => 0.7 }] : []),
      ...(word.length > 6 ? parts.map((part) => ({ queries: [part], boostTerm: () => 0.4 })) : []),
    ];
    return { combineWith: "OR", queries };
  };
  const find = ({ entries, engine }, text) => {
    const all = wordsOf(text);
    const telling = all.filter((word) => !heard.skipped.has(word));
    const queries = (telling.length ? telling : all).map(meanings);
    for (const combineWith of ["AND", "OR"]) {
      const hits = engine.search({ combineWith, queries });
      // What fits far worse than the best is only in the way.
      if (hits.length) return hits.filter(({ score }) => score > hits[0].score / 6).map(({ id }) => entries[id]);
    }
    return [];
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
    nothing.hidden = found.length + helped.length > 0;
    exit.hidden = !helped.some((help) => "wayOut" in help.dataset);
  };
  const clear = () => {
    results.replaceChildren();
    status.textContent = "";
    status.classList.remove("visually-hidden");
    nothing.hidden = true;
    exit.hidden = true;
  };

  const search = async () => {
    const text = field.value.trim();
    const helpIn = () => heard.dangers(text).map((at) => helps[at]);
    if (!helpIn().length) await hearAllOnce();
    // While it was fetched, more may have been typed.
    if (field.value.trim() !== text) return;
    const helped = helpIn();
    // What is dangerous to be seen does not stay in the address and the history.
    const kept = text && !helped.length ? `?q=${encodeURIComponent(text)}` : "";
    history.replaceState(null, "", location.pathname + kept);
    if (!text) return clear();
    if (helped.length) show([], helped);
    try {
      const made = await fetchOnce();
      // While it was fetched, more may have been typed.
      if (field.value.trim() === text) show(find(made, text), helped);
    } catch {
      if (helped.length) return;
      clear();
      status.textContent = broken;
    }
  };

  let waiting;
  field.addEventListener("focus", () => fetchOnce().catch(() => {}));
  field.addEventListener("input", () => {
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
