// Finds in what a house has, from words as people type them. Small enough to need no library: a
// house has some dozens of things to find.

// The ends that words take, by letters: Danish and English, Ukrainian and Russian, Arabic.
const ENDS = [
  [/^[a-z]+$/, /(?<=.{3})(ernes|erne|enes|ene|ens|ers|ing|en|et|er|es|ed|e|s|n|t)$/],
  [/^\p{Script=Cyrillic}+$/u, /(?<=.{3})(ами|ями|ого|ому|ими|ови|еви|ого|ах|ях|ам|ям|ом|ем|ою|ею|ии|их|им|ив|ов|ти|т|ла|ло|ли|[аяоеиую])$/],
  [/^\p{Script=Arabic}+$/u, /(?<=.{3})(هما|كم|نا|ها|هم|ات|ين|ون|ان|ته|تي|ه|ي|ك|ت)$/],
];
const BEFORE = /^(وال|بال|كال|فال|لل|ال|و|ب|ل|ف)(?=.{3})/;
const stem = (word) => {
  const bareWord = word.replace(BEFORE, "");
  const end = ENDS.find(([letters]) => letters.test(bareWord));
  return end ? bareWord.replace(end[1], "") : bareWord;
};

// How well a typed word fits one that stands there, from 0 to 1. Short words are taken as they are:
// «råd» is not «rød», and «far» not «fart».
const alike = (typed, there) => {
  if (typed.word === there.word) return 1;
  if (typed.bare.length > 3 && typed.bare === there.bare) return 0.95;
  if (typed.stem === there.stem && typed.stem.length > 2) return 0.9;
  const [short, long] = typed.word.length < there.word.length ? [typed, there] : [there, typed];
  // As one types, and as Danish joins words: at the beginning more often than at the end.
  if (short === typed && typed.word.length > 2 && long.word.startsWith(typed.word)) return 0.75;
  if (short.stem.length > 3 && long.word.startsWith(short.stem)) return 0.6;
  if (short.word.length > 3 && long.word.endsWith(short.word)) return short.word.length > 4 ? 0.55 : 0.5;
  if (typed.bare.length < 5 || typed.bare[0] !== there.bare[0]) return 0;
  if (nearly(typed.bare, there.bare)) return 0.5;
  const near = typed.bare.length > 6 && [-1, 0, 1].some((more) => nearly(typed.bare, there.bare.slice(0, typed.bare.length + more)));
  return near ? 0.4 : 0;
};
const known = (word) => ({ word, bare: bare(word), stem: stem(word) });

const FIELDS = { title: 4, words: 4, summary: 1.6, text: 0.6 };
const LEAST = [0, 0, FIELDS.summary * 0.75, FIELDS.text * 0.9];
const LED = 6;
// Where one word is known so well, what is only a little like it is in the way.
const SURE = 0.9;

const searching = (entries, leads, { read, skipped }) => {
  const things = entries.map((entry) => ({
    entry,
    about: (entry.about ?? "").split(" "),
    isArticle: entry.href.includes("viden/"),
    rank: Number(entry.rank ?? 1),
    fields: Object.keys(FIELDS).map((name) => [FIELDS[name], wordsIn(entry[name] ?? "").map(known)]),
  }));
  const led = leads.flatMap(([to, words, weak]) => read(words).map((phrase) => ({ to: to.split(" "), phrase, weak })))
    .sort((one, other) => other.phrase.length - one.phrase.length);

  // Where the words lead: the longest phrases first, and each word once.
  const wayTo = (tokens) => {
    const found = [];
    const spoken = new Set();
    for (const { to, phrase, weak } of led) {
      const at = positions(phrase, tokens, phrase.length > 1 ? 2 : 0);
      if (!at || at.some((index) => spoken.has(index) && phrase.length < 2 && found.some((f) => f.length > 1 && f.at.includes(index)))) continue;
      found.push({ to, at, length: phrase.length, weak });
      for (const index of at) spoken.add(index);
    }
    const telling = found.filter(({ weak }) => !weak);
    const told = new Set(telling.flatMap(({ at }) => at));
    const vague = found.filter(({ weak }) => weak && telling.length).flatMap(({ at }) => at);
    return { found: telling.length ? telling : found, spoken, vague: new Set(vague.filter((index) => !told.has(index))) };
  };
  const byLead = (thing, found) => {
    let best = 0;
    let sum = 0;
    for (const { to, length } of found) {
      const fits = to.map((key, place) => {
        const at = thing.about.indexOf(key);
        // An article is the way out only where it is named.
        if (at < 0 || (at && place && thing.isArticle)) return 0;
        return (1 - 0.25 * place) * (1 - 0.08 * Math.min(at, 4)) * (1 + 0.2 * (length - 1));
      });
      const fit = Math.max(0, ...fits) * 0.9 + 0.1 * fits.reduce((all, one) => all + one, 0);
      best = Math.max(best, fit);
      sum += fit;
    }
    return best + 0.3 * (sum - best);
  };

  const best = (typed, [weight, words]) => {
    let most = 0;
    for (const word of words) most = Math.max(most, alike(typed, word));
    return [most, weight];
  };

  return (text) => {
    const tokens = wordsIn(text);
    const { found, spoken, vague } = wayTo(tokens);
    const telling = tokens.map((word, at) => ({ word, at })).filter(({ word, at }) => !skipped.has(word) && !vague.has(at));
    const asked = (telling.length || found.length ? telling : tokens.map((word, at) => ({ word, at })))
      .map(({ word, at }) => ({ ...known(word), at }));
    const fits = asked.map((typed) => things.map((thing) => thing.fields.map((field) => best(typed, field))));
    const sure = asked.map(({ at }, index) => spoken.has(at)
      || fits[index].some((fields) => fields.some(([fit, weight]) => fit >= SURE && weight > 1)));
    const keys = new Set(found.flatMap(({ to }) => to));
    const scored = things.map((thing, number) => {
      const lead = byLead(thing, found);
      let score = LED * lead;
      let met = 0;
      asked.forEach((_, index) => {
        const fields = fits[index][number].map(([fit, weight]) => (sure[index] && fit < SURE ? 0 : fit * weight));
        // In a sentence it must begin so, in a long text it must be the word itself.
        const value = Math.max(...fields.map((points, field) => (points < LEAST[field] ? 0 : points)));
        const often = fits[index].filter((all) => Math.max(...all.map(([fit]) => fit)) >= SURE).length;
        score += value / Math.sqrt(Math.max(1, often / 2));
        if (value) met += 1;
      });
      const whole = asked.length ? Math.max(lead > 0 ? 1 : 0, met / asked.length) : 1;
      const other = thing.entry.only && !keys.has(thing.entry.only) && !(thing.entry.only === "fathers" && keys.has("fatherhood"));
      return { entry: thing.entry, score: score * thing.rank * (other ? 0.6 : 1) * (0.4 + 0.6 * whole), whole, lead };
    });
    const hits = scored.filter(({ score, whole }) => score > 0.3 && whole > 0.3).sort((one, two) => two.score - one.score);
    // What fits far worse than the best is in the way, unless the words lead right to it.
    return hits.filter(({ score, lead }) => lead >= 0.8 || score > hits[0].score * 0.5).map(({ entry }) => entry);
  };
};
