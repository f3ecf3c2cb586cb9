/*
 * The search worker: the theme's own, with the words of index and query folded, so that securite finds sécurité and
 * بالمغرب finds المغرب. What is shown keeps its spelling.
 *
 * It is started in place of the theme's worker, whose file name (in this folder) is the parameter `theme`. Material
 * searches with lunr, which is extended here; Zensical passes each word of index and query through
 * String.prototype.normalize. If a later theme does neither, its own search runs as it is.
 */
"use strict";

const ARABIC = "\u0621-\u064a";
const MARKS = /[\u0300-\u036f\u0610-\u061a\u0621\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g;
const TWINS = new Map(
  Object.entries({
    "\u0671": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "گ": "ك", "ݣ": "ك", "ڭ": "ك", "ڤ": "ف", "پ": "ب", "چ": "ج",
    œ: "oe", æ: "ae", ø: "o", ł: "l", đ: "d", ß: "ss", ı: "i",
  }),
);
const TWIN = new RegExp(`[${[...TWINS.keys()].join("")}]`, "g");
const DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g;

// The article, with the conjunctions and prepositions written together with it: المغرب, والمغرب, بالمغرب, للمغرب.
const ARTICLE = new RegExp(`^[وف]?(?:[بك]?ال|لل)(?=[${ARABIC}]{3})`);
// A preposition or conjunction alone: لمغرب. After و more letters are asked for: وزارة is no "and".
const CLITIC = new RegExp(`^(?:[بكلف](?=[${ARABIC}]{4})|و(?=[${ARABIC}]{5}))`);
// The endings of gender, number and origin: مغربية, مغربي; اتفاقيات, اتفاقية.
const ENDING = new RegExp(`(?<=[${ARABIC}]{4})(?:ات|ون|ين|ي[هاة])$|(?<=[${ARABIC}]{3})[هاي]$`);

const normalize = String.prototype.normalize;

/** A word without accents, vowel marks and hamza seats, its letters and digits in one form, in small letters. */
function fold(word) {
  return normalize
    .call(word.toLowerCase(), "NFKD")
    .replace(MARKS, "")
    .replace(TWIN, (letter) => TWINS.get(letter))
    .replace(DIGIT, (digit) => String(digit.charCodeAt(0) & 15));
}

/** A folded Arabic word without article, clitic and ending; any other word as it is. */
function bare(word) {
  return word.replace(ARTICLE, "").replace(CLITIC, "").replace(ENDING, "");
}

/** The forms under which a word of a page is found: bare, and as it begins when somebody types it. */
function forms(word) {
  const folded = fold(word);
  return [...new Set([bare(folded), folded.replace(ENDING, "")])];
}

/** A query as the index is asked for it: words bare, elided articles and very short words beside longer ones gone. */
function ask(query) {
  const words = query.replace(/(?<!\p{L})(?:\p{L}|qu)['’](?=\p{L})/giu, " ");
  const longEnough = /[\p{L}\p{N}]{3}/u.test(words);
  return words
    .replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => {
      if (longEnough && /^\p{Ll}{1,2}$/u.test(word)) return "";
      const found = bare(fold(word));
      return /^[a-z]{5,}s$/.test(found) ? found.slice(0, -1) : found;
    })
    .trim();
}

/** Let lunr index each word under its forms; remember the spellings, to suggest words as they are written. */
function extend(lunr, spellings) {
  const inForms = (token) =>
    forms(token.toString()).map((form) => {
      if (!spellings.has(form)) spellings.set(form, new Set());
      spellings.get(form).add(token.toString());
      return token.clone(() => form);
    });
  lunr.Pipeline.registerFunction(inForms, "inForms");

  const { Builder } = lunr;
  lunr.Builder = function () {
    const builder = new Builder();
    builder.pipeline.add(inForms);
    return builder;
  };

  // A word that two terms of a query hit is marked once: the theme would write one mark into the other.
  const { search } = lunr.Index.prototype;
  lunr.Index.prototype.search = function (query) {
    const results = search.call(this, query);
    for (const { matchData } of results) keepPlacesOnce(matchData.metadata);
    return results;
  };
}

function keepPlacesOnce(metadata) {
  const seen = {};
  for (const fields of Object.values(metadata)) {
    for (const [field, found] of Object.entries(fields)) {
      seen[field] ??= new Set();
      found.position = (found.position ?? []).filter((place) => !seen[field].has(place) && seen[field].add(place));
    }
  }
}

/** Suggested terms as the pages spell them, those that go on from what was typed. */
function spelled(terms, typed, spellings) {
  return terms.flatMap((term) => [...(spellings.get(term) ?? [])].filter((word) => word.startsWith(typed)).slice(0, 1));
}

/* How the theme's page and its worker talk: a query is {type: 2, data: string}, an answer {type: 3, data: {…}}. */
let typed = "";
const spellings = new Map();

self.addEventListener("message", ({ data: message }) => {
  if (message?.type !== 2 || typeof message.data !== "string") return;
  typed = message.data.toLowerCase().split(/\s+/).pop();
  message.data = ask(message.data);
});

const send = self.postMessage.bind(self);
self.postMessage = (message, ...rest) => {
  const answer = message?.type === 3 ? message.data : undefined;
  if (Array.isArray(answer?.suggest)) answer.suggest = spelled(answer.suggest, typed, spellings);
  send(message, ...rest);
};

const theme = new URL(self.location.href).searchParams.get("theme") ?? "";
if (!/^search\.[0-9a-z]+\.min\.js$/.test(theme)) throw new Error(`fold.js: ${theme} is not a search worker`);
importScripts(theme);
if (self.lunr?.Builder) extend(self.lunr, spellings);
else String.prototype.normalize = function () { return bare(fold(String(this))); };
