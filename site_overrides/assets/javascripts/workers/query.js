/*
 * What somebody typed becomes concepts: a name, a family of words, a quoted phrase or a single word, each with the forms
 * under which pages may hold it. Names and families come from data/search.json, which the builder makes.
 */
"use strict";

const LONGEST_FORM = 12;
const QUOTED = /["“”«»]([^"“”«»]+)["“”«»]/g;

/** Names and families by the words that call them, and the titles of articles. */
function buildNames({ names = [], families = [], articles = [] }) {
  const pages = articles.map(({ page }) => pageOf(page));
  const concepts = [...names.map((name) => namedOf(name, pages)), ...families.map(familyOf)];
  const called = new Map();
  for (const concept of concepts) for (const form of [...concept.full, ...concept.short]) add(called, keyOf(form), concept);
  const named = concepts.slice(0, names.length);
  const titles = articles.flatMap(({ page, titles = [] }) => titles.map((title) => ({ page: pageOf(page), form: wordsOf(title) })));
  return { called, named, titles, prefixes: prefixesOf(concepts), firstNames: uniqueWords(names, concepts) };
}

/** A thing with a page: its full names stand for it everywhere, short and generic ones on its page and in its articles. */
function namedOf({ page, names, short = [], articles = [] }, pages) {
  const own = pageOf(page);
  const anchor = page.split("#")[1] ?? "";
  const linked = new Set(articles.map((number) => pages[number]));
  return { page: own, anchor, linked, full: names.map(formOf), short: short.map(formOf) };
}

function familyOf(forms) {
  return { linked: new Set(), full: forms.map(formOf), short: [] };
}

function formOf(text) {
  const words = wordsOf(text);
  if (text.endsWith("*") && words.length) words.at(-1).prefix = true;
  return words;
}

function keyOf(form) {
  return form.map((word) => (word.acronym && word.folded.length < 4 ? word.letters.replace(/\./g, "") : word.stem)).join(" ");
}

function add(map, key, value) {
  if (!map.has(key)) map.set(key, new Set());
  map.get(key).add(value);
}

/** The families that a word calls by how it begins: terroris* is called by terrorisme. */
function prefixesOf(concepts) {
  return concepts.flatMap((concept) =>
    concept.full.filter((form) => form.length === 1 && form[0].prefix).map((form) => ({ begin: form[0].folded, concept })),
  );
}

/** The parts of a person's name that only one of them bears. */
function uniqueWords(names, concepts) {
  const bearers = new Map();
  for (const [number, { person }] of names.entries()) {
    const words = person ? concepts[number].full.flat().filter(({ folded }) => folded.length > 3) : [];
    for (const word of words) add(bearers, word.stem, concepts[number]);
  }
  return new Map([...bearers].filter(([, found]) => found.size === 1).map(([word, found]) => [word, [...found][0]]));
}

/** The concepts of a query, in the order in which they were typed. */
function conceptsOf(query, names) {
  const concepts = [];
  let rest = query;
  for (const [quoted, phrase] of query.matchAll(QUOTED)) {
    rest = rest.replace(quoted, " ");
    const form = wordsOf(phrase);
    if (form.length) concepts.push({ words: form, named: [], isQuoted: true });
  }
  const words = wordsOf(rest);
  const loose = /[\p{L}\p{M}\p{N}]$/u.test(query);
  for (let at = 0; at < words.length; ) {
    const length = longestCall(words, at, names);
    const own = words.slice(at, at + Math.max(length, 1));
    concepts.push(conceptOf(own, names, loose && at + own.length === words.length));
    at += own.length;
  }
  return concepts.length > 1 ? withoutLittleWords(concepts) : concepts;
}

function longestCall(words, at, names) {
  for (let length = Math.min(LONGEST_FORM, words.length - at); length > 0; length--) {
    if (names.called.has(keyOf(words.slice(at, at + length)))) return length;
  }
  return 0;
}

function conceptOf(words, names, isTyped) {
  const key = keyOf(words);
  const named = new Set(names.called.get(key));
  if (words.length === 1) {
    for (const { begin, concept } of names.prefixes) if (words[0].folded.startsWith(begin)) named.add(concept);
    if (!named.size && names.firstNames.has(words[0].stem)) named.add(names.firstNames.get(words[0].stem));
  }
  return { words, named: [...named], isTyped };
}

/** Words of three letters and fewer need not be found beside longer ones: le, of, من. */
function withoutLittleWords(concepts) {
  const isLittle = ({ words, named }) =>
    !named.length && words.length === 1 && words[0].folded.length < 4 && !/\d/.test(words[0].folded) && !words[0].acronym;
  const kept = concepts.filter((concept) => !isLittle(concept));
  return kept.length ? kept : concepts;
}
