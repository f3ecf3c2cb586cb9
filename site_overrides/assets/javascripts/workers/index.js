/*
 * The theme's list of documents becomes an index: every word of the site in one row, and for each word where it stands.
 *
 * A document is a page or a section of one; its text is taken apart into blocks (paragraphs, list items), which excerpts
 * are made of. Between blocks stands the word 0, so that no phrase reaches from one into the next.
 */
"use strict";

const BLOCK = /<\/?(?:p|li|ul|ol|dl|dt|dd|pre|h\d|table|tr|td|th|div|blockquote)\b[^>]*>/g;
const ENTITIES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };

/** The text that HTML of the theme's index shows, in its blocks. */
function blocksOf(html) {
  return html
    .split(BLOCK)
    .map((block) => plain(block))
    .filter(Boolean);
}

function plain(html) {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:lt|gt|quot|amp|#39);/g, (entity) => ENTITIES[entity])
    .replace(/\s+/g, " ")
    .trim();
}

/** The address of a page however the site writes it: articles/a/, articles/a.html and articles/a/index.html are one. */
function pageOf(location) {
  return location.replace(/[?#].*$/, "").replace(/(?:^|\/)index\.html$|\.html$|\/$/, "");
}

/** Index the theme's documents; `facts` gives for a page what is known of it beside its text. */
function buildIndex(documents, facts) {
  const index = { documents: [], pages: new Map(), words: [null], byLetters: new Map(), byStem: new Map(), row: [0] };
  for (const source of documents) addDocument(index, source, facts);
  index.row = Int32Array.from(index.row);
  for (const [position, id] of index.row.entries()) if (id) index.words[id].places.push(position);
  return index;
}

function addDocument(index, source, facts) {
  const page = pageOf(source.location);
  const isPage = !source.location.includes("#");
  const number = index.documents.length;
  const texts = [plain(source.title), ...blocksOf(source.text ?? ""), ...(isPage ? facts(page) : [])];
  const blocks = texts.map((text) => ({ text, start: addBlock(index, text) }));
  index.documents.push({ source, page, isPage, blocks, start: blocks[0].start, boost: source.boost ?? 1 });
  if (!index.pages.has(page)) index.pages.set(page, []);
  index.pages.get(page).push(number);
}

function addBlock(index, text) {
  const start = index.row.length;
  for (const word of wordsOf(text)) index.row.push(idOf(index, word));
  index.row.push(0);
  return start;
}

function idOf(index, word) {
  const key = word.acronym ? word.letters.replace(/\./g, "") : word.folded;
  const known = index.byLetters.get(key);
  if (known) {
    index.words[known].count++;
    return known;
  }
  const id = index.words.length;
  const small = word.acronym ? word.letters : word.letters.toLowerCase();
  index.words.push({ id, folded: word.folded, stem: word.stem, acronym: word.acronym, spelling: small, count: 1, places: [] });
  index.byLetters.set(key, id);
  if (!index.byStem.has(word.stem)) index.byStem.set(word.stem, []);
  index.byStem.get(word.stem).push(id);
  return id;
}

/** The last item of a sorted list that begins at a position or before it. */
function lastFrom(items, position) {
  let [low, high] = [0, items.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (items[middle].start <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where a form stands: each word of it by its stem, or as it is when it is an acronym. */
function placesOfForm(index, form) {
  const choices = form.map((word) => wordsLike(index, word));
  if (choices.some((ids) => !ids.size)) return [];
  const rarest = choices.reduce((best, ids, at) => (placesIn(index, ids) < placesIn(index, choices[best]) ? at : best), 0);
  const found = [];
  for (const id of choices[rarest]) {
    for (const place of index.words[id].places) {
      const start = place - rarest;
      if (choices.every((ids, at) => ids.has(index.row[start + at]))) found.push(start);
    }
  }
  return found;
}

function wordsLike(index, word) {
  if (word.prefix) return new Set(index.words.filter((known) => known?.folded.startsWith(word.folded)).map(({ id }) => id));
  const ids = index.byStem.get(word.stem) ?? [];
  return new Set(word.acronym ? ids.filter((id) => index.words[id].acronym) : ids);
}

function placesIn(index, ids) {
  let sum = 0;
  for (const id of ids) sum += index.words[id].places.length;
  return sum;
}
