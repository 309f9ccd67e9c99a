// Words as people type them: without æ, ø and å, with slips, accents and other endings, in Latin,
// Cyrillic and Arabic letters. What may be dangerous is told from what is not.
const folded = (text) => text.toLowerCase()
  .replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa")
  .normalize("NFKD").replace(/[\p{M}\p{Cf}ـ'’‘ʼʻ`´]/gu, "")
  .replace(/[іы]/g, "и").replace(/[єэ]/g, "е").replaceAll("ґ", "г").replace(/[ьъ]/g, "")
  .replaceAll("ى", "ي").replaceAll("ة", "ه").replaceAll("ء", "")
  .replace(/[٠-٩]/g, (digit) => digit.charCodeAt(0) - 1632);
const wordsIn = (text) => folded(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
// As it is typed where nobody finds the letters: «sovn», «vaere» and «slar», nothing twice, and in
// Arabic as it is spoken: «ياخد» for «ياخذ».
const once = (work) => {
  const known = new Map();
  return (word) => known.get(word) ?? known.set(word, work(word)).get(word);
};
const bare = once((word) => word.replaceAll("ae", "a").replaceAll("oe", "o")
  .replaceAll("ذ", "د").replaceAll("ث", "ت").replaceAll("ظ", "ض").replace(/(.)\1+/gu, "$1"));

// Whether a slip apart: a letter wrong, missing, too many, or two that have changed places.
const nearly = (one, other) => {
  if (Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const rest = (word, from) => word.slice(at + from);
  return rest(one, 1) === rest(other, 1) || rest(one, 1) === rest(other, 0) || rest(one, 0) === rest(other, 1)
    || (one[at] === other[at + 1] && one[at + 1] === other[at] && rest(one, 2) === rest(other, 2));
};

// How editors write words: `bo!` is the whole word, `~vold` may stand inside one, others begin so;
// `barn/baby` is either, `in-laws` two that stand side by side.
const SHORT = 4;
const pattern = (written) => {
  const word = folded(written).replace(/[^\p{L}\p{N}]/gu, "");
  const arabic = /\p{Script=Arabic}/u.test(word);
  const inside = written.startsWith("~") || (arabic && word.length > 2);
  return { word, bare: bare(word), whole: written.endsWith("!") || (!inside && word.length < SHORT), inside };
};
// How many of the words from `at` on are one of the choices: none, one, or those side by side.
const span = (choices, tokens, at) => choices
  .find((choice) => choice.every((one, next) => at + next < tokens.length && fitsOne(one, tokens[at + next])))?.length ?? 0;
const fitsOne = ({ word, bare: loose, whole, inside }, token) => {
  const said = bare(token);
  if (whole) return token === word || (loose.length >= SHORT && said === loose);
  if (inside) return token.includes(word) || (loose.length >= SHORT && said.includes(loose));
  if (token.startsWith(word) || (loose.length >= SHORT && said.startsWith(loose))) return true;
  if (loose.length < 6 || said[0] !== loose[0] || said.length < loose.length - 1) return false;
  return [-1, 0, 1].some((more) => nearly(loose, said.slice(0, loose.length + more)));
};

// Phrases as they stand in `data-…`, «|» between them; the words of each stand in that order, and
// what «+» joins in any. `$child` stands for all words of that group.
const phrases = (written = "", groups = {}) => {
  const choices = (word) => word.split("/").flatMap((one) => (one[0] === "$" ? choices(groups[one.slice(1)] ?? "") : [one]))
    .filter(Boolean);
  const patterns = once((word) => choices(word).map((choice) => choice.split("-").map(pattern)));
  const words = (part) => part.split(/\s+/).filter(Boolean).map(patterns);
  return written.split("|").filter(Boolean).flatMap((phrase) => orders(phrase.split("+").map(words)));
};
const orders = (parts) => (parts.length < 2 ? parts : parts.flatMap((part, at) => (
  orders(parts.filter((_, other) => other !== at)).map((others) => [...part, ...others])
)));
const positions = (phrase, tokens, between = tokens.length) => {
  const from = (start, [word, ...rest], last) => {
    for (let at = start; at < tokens.length && at <= last; at++) {
      const length = span(word, tokens, at);
      if (!length) continue;
      const more = rest.length ? from(at + length, rest, at + length + between) : [];
      if (more) return [...Array.from({ length }, (_, next) => at + next), ...more];
    }
    return undefined;
  };
  return from(0, phrase, tokens.length);
};
// Harmless is only what stands together: «slår græsset», not «slår mig, når jeg slår græsset».
const without = (tokens, harmless) => {
  for (const phrase of harmless) {
    const found = positions(phrase, tokens, 1);
    if (found) tokens = tokens.filter((_, index) => !found.includes(index));
  }
  return tokens;
};

// A danger is in a text where its words stand, or an act beside a person or with nothing else.
const dangerIn = ({ words, acts, harmless }, said, people, skipped) => {
  const tokens = without(said, harmless);
  const has = (phrase) => positions(phrase, tokens);
  if (words.some(has)) return true;
  const done = acts.map(has).filter(Boolean).flat();
  if (!done.length) return false;
  const rest = tokens.filter((_, index) => !done.includes(index));
  return people.some((person) => positions(person, rest))
    || rest.every((token) => skipped.has(token));
};

// From words as editors write them: which dangers, by their place in the list, are in a text.
const listening = (common, dangers) => {
  const skipped = new Set(wordsIn(common.skipped ?? ""));
  const groups = {};
  for (const [name, members] of (common.groups ?? "").split("|").map((group) => group.split("="))) {
    groups[name] = `${groups[name] ?? ""}/${members}`;
  }
  const read = (written) => phrases(written, groups);
  const people = read(common.people);
  const known = dangers.map(({ words, acts, harmless }) => (
    { words: read(words), acts: read(acts), harmless: read(harmless) }
  ));
  return {
    skipped,
    read,
    dangers: (text) => known.flatMap((danger, at) => (
      dangerIn(danger, wordsIn(text), people, skipped) ? [at] : []
    )),
  };
};
