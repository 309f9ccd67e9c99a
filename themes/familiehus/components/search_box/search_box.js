// Searches in what the house has. The index and the library are fetched when the field is first
// used. Forgiving: "sovn" and "soevn" find "søvn", which finds "barnesøvn", and a slip is no matter.
for (const box of document.querySelectorAll(".search-box")) {
  const { index, library, skipped, broken } = box.dataset;
  const counts = box.dataset.counts.split("|");
  const most = counts.length - 1;
  const field = box.querySelector("input");
  const status = box.querySelector("[role=status]");
  const results = box.querySelector(".search-box__results");
  const nothing = document.getElementById("intet") ?? {};

  const fold = (text) => text.toLowerCase()
    .replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa")
    .normalize("NFKD").replace(/\p{M}/gu, "");
  const wordsOf = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  // Danish joins words, so the ends of a long one can be found too; "~" keeps them from its start.
  const ends = (word) => word.length < 7 ? []
    : Array.from({ length: word.length - 6 }, (_, cut) => `~${word.slice(cut + 3)}`);
  const stem = (word) => word.replace(/(?<=.{4})(erne|ene|ens|ers|en|et|er|es|e|s)$/, "");
  const skip = new Set(wordsOf(skipped));
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
    const telling = all.filter((word) => !skip.has(word));
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
  const show = (hits) => {
    results.replaceChildren();
    if (hits.length) results.append(element("ol", "plain", ...hits.slice(0, most).map(shown)));
    status.textContent = counts[Math.min(hits.length, most)];
    nothing.hidden = hits.length > 0;
  };
  const clear = () => {
    results.replaceChildren();
    status.textContent = "";
    nothing.hidden = true;
  };

  const search = async () => {
    const text = field.value.trim();
    history.replaceState(null, "", location.pathname + (text ? `?q=${encodeURIComponent(text)}` : ""));
    if (!text) return clear();
    try {
      const made = await fetchOnce();
      // While it was fetched, more may have been typed.
      if (field.value.trim() === text) show(find(made, text));
    } catch {
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

  box.hidden = false;
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (field.value) search();
  if (location.hash === `#${field.id}`) field.focus();
}
