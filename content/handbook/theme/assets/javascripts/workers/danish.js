// The search of the handbook, in a worker of its own: Material's, asked for more.
//
// Material looks for what begins with the very word that was typed. But what it looks in are stems
// («juleferi», «helligdag»), and Danish puts words together. So each word is asked for as its stem,
// as the beginning of a word and as a part of one, in that order.
const QUERY = 2; // SearchMessageType of Material 9

const stemOf = (word) => {
  const danish = self.lunr?.da;
  return danish ? danish.stemmer(new self.lunr.Token(word, {})).toString() : word;
};

const widened = (word) => {
  const stem = stemOf(word);
  if (stem.length < 3) return `${word}*`;
  return `${stem}^20 ${stem}*^5 *${stem}*^1`;
};

// Before Material's own listener, which is then given more words.
self.addEventListener("message", (event) => {
  if (event.data.type !== QUERY) return;
  const words = event.data.data.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  event.data.data = words.map(widened).join(" ");
});

importScripts(self.location.search.slice(1));
