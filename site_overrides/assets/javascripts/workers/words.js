/*
 * Text becomes words in which spellings that readers take for the same are equal: fold takes away case, accents, vowel
 * marks, hamza seats and forms of digits; stem also the Arabic article, clitics and endings, and the plural of Latin words.
 */
"use strict";

const ARABIC = "\u0621-\u064a";
const MARKS = /[\u0300-\u036f\u0610-\u061a\u0621\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069.]/g;
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

// A word, or the initials of an acronym with their points: U.S.
const WORD = /(?:\p{Lu}\.){2,}|[\p{L}\p{M}\p{N}]+/gu;

const normalize = String.prototype.normalize;

/** A word without accents, vowel marks and hamza seats, its letters and digits in one form, in small letters. */
function fold(word) {
  return normalize
    .call(word.toLowerCase(), "NFKD")
    .replace(MARKS, "")
    .replace(TWIN, (letter) => TWINS.get(letter))
    .replace(DIGIT, (digit) => String(digit.charCodeAt(0) & 15));
}

/** A folded word without what inflection adds to it: clitics and endings in Arabic, plural and feminine in Latin letters. */
function stem(folded) {
  if (/^[a-z]{5,}$/.test(folded)) return folded.replace(/(?<=[^s])s$/, "").replace(/(?<=^.{4,}[^e])e$|(?<=.)y$/, (end) => (end === "y" ? "i" : ""));
  return folded.replace(ARTICLE, "").replace(CLITIC, "").replace(ENDING, "");
}

/** The words of a text, each with its letters, its folded form, its stem and where it begins; l', d', qu' are none. */
function wordsOf(text) {
  const words = [];
  for (const { 0: letters, index } of text.matchAll(WORD)) {
    const { folded, root, acronym } = seen(letters);
    if (folded && !isElided(letters, text, index)) words.push({ letters, folded, stem: root, start: index, acronym });
  }
  return words;
}

// Each word is folded once: a site repeats its words a hundred times.
const SEEN = new Map();

function seen(letters) {
  let word = SEEN.get(letters);
  if (!word) {
    const folded = fold(letters);
    word = { folded, root: stem(folded), acronym: isAcronym(letters) };
    SEEN.set(letters, word);
  }
  return word;
}

function isElided(letters, text, index) {
  const next = text[index + letters.length];
  if ((next !== "'" && next !== "’") || letters.length > 6) return false;
  return /^(?:\p{L}|(?:jus|lors|puis)?qu)$/iu.test(letters) && /^\p{L}/u.test(text.slice(index + letters.length + 1));
}

/** Whether a word is written as an acronym: two capitals or more and nothing else. */
function isAcronym(letters) {
  return /^(?:\p{Lu}\.?){2,}$/u.test(letters);
}

/** Whether two words differ by one letter, or by two when they are long: left out, added, exchanged or another one. */
function isNear(one, other) {
  const most = Math.min(one.length, other.length) >= 7 ? 2 : 1;
  if (one[0] !== other[0] || Math.abs(one.length - other.length) > most) return false;
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      const crossed = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (crossed) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return false;
    [before, row] = [row, next];
  }
  return row[other.length] <= most;
}
