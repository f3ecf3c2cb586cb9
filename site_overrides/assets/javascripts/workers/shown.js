/*
 * Found pages become what the theme's page shows: items with title, excerpt and the words to mark on the page itself.
 *
 * The theme writes `title` and `text` as HTML, so every word of a source is escaped here.
 */
"use strict";

const ESCAPES = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;", "'": "&#39;" };
const MOST_MARKED = 8;

function escape(text) {
  return text.replace(/[<>&"']/g, (letter) => ESCAPES[letter]);
}

/** The theme's answer for one page: its best section first, the others behind; the page itself always among them. */
function itemsOf(page, index, about) {
  const best = bestSections(page, index).slice(0, MOST_SECTIONS);
  const parent = index.pages.get(page.page)[0];
  if (!best.some(({ number }) => number === parent)) best.push({ number: parent, hits: [] });
  const shared = { known: about(page.page), terms: termsOf(page), marked: markedOn(best, index) };
  // The page that was asked for by name or title begins with it, in other languages too; what is said there tells more.
  const said = page.own === "" ? best.find(({ number }) => number !== parent) : undefined;
  return best.map((section, rank) => {
    const shown = said && section.number === parent ? said : section;
    const text = excerpt(excerptOf(index.documents[shown.number], shown.hits, index));
    return { ...itemOf(index.documents[section.number], shared), text, score: page.score - rank };
  });
}

function itemOf({ source, isPage, blocks }, { known, terms, marked }) {
  const title = titled(blocks[0].text, isPage ? known : undefined);
  return { ...source, location: withMarks(source.location, marked), title, terms, parent: undefined };
}

function titled(title, known) {
  const name = inDirection("bdi", escape(title), title, known?.language);
  const other = known?.names.find((form) => isArabic(form) !== isArabic(title));
  const label = [...(known?.label ?? []).map(escape), ...(other ? [inDirection("bdi", escape(other), other)] : [])];
  return label.length ? `${name}<span class="found">${label.join(" · ")}</span>` : name;
}

function excerpt({ text, spans, before, after }) {
  if (!text) return "";
  let [html, position] = ["", 0];
  for (const [start, end] of spans) {
    if (start < position) continue;
    html += `${escape(text.slice(position, start))}<mark>${escape(text.slice(start, end))}</mark>`;
    position = end;
  }
  html += escape(text.slice(position));
  return inDirection("p", `${before ? "… " : ""}${html}${after ? " …" : ""}`, text);
}

/** Text in an element of the direction that most of its letters have. */
function inDirection(tag, html, text, language) {
  return `<${tag} dir="${isArabic(text) ? "rtl" : "ltr"}"${language ? ` lang="${escape(language)}"` : ""}>${html}</${tag}>`;
}

function isArabic(text) {
  return 2 * (text.match(/\p{Script=Arabic}/gu)?.length ?? 0) > (text.match(/\p{L}/gu)?.length ?? 0);
}

/** What the page does not hold as it was typed; the theme shows it struck through. */
function termsOf(page) {
  return Object.fromEntries(page.missing.map(({ words }) => [words.map(({ letters }) => letters).join(" "), false]));
}

/** What was found, as the page spells it, the surest first. */
function markedOn(sections, index) {
  const spelled = new Map();
  for (const { place, length, weight } of sections.flatMap(({ hits }) => hits)) {
    const words = Array.from(index.row.subarray(place, place + length), (id) => index.words[id].spelling);
    const phrase = words.join(" ");
    spelled.set(phrase, Math.max(weight, spelled.get(phrase) ?? 0));
  }
  return [...spelled].sort((one, other) => other[1] - one[1]).slice(0, MOST_MARKED).map(([phrase]) => phrase);
}

/** An address with the words that search.js marks there. */
function withMarks(location, marked) {
  const [page, anchor] = location.split("#");
  const query = new URLSearchParams(marked.map((phrase) => ["mark", phrase]));
  return `${page}${marked.length ? `?${query}` : ""}${anchor ? `#${anchor}` : ""}`;
}

/** How the last word may go on: as a name or a word of the pages does, the most frequent one. */
function suggestion(query, index) {
  const typed = query.match(/[\p{L}\p{M}\p{N}]+$/u)?.[0] ?? "";
  if (typed.length < 2) return [];
  const small = typed.toLowerCase();
  const best = index.words
    .filter((word) => word && word.spelling.length > typed.length && word.spelling.toLowerCase().startsWith(small))
    .reduce((most, word) => (!most || word.count > most.count ? word : most), undefined);
  return best ? [typed + best.spelling.slice(typed.length)] : [];
}
