/*
 * Concepts become an answer: the pages that hold all of them, the best first, each with the words that tell why.
 *
 * Where no page holds all, those that hold most stand there, and say what they lack. A word that stands nowhere is
 * taken for the words that differ from it by a letter or two.
 */
"use strict";

const MOST_PAGES = 50;
const MOST_SECTIONS = 4;
const EXCERPT = 240;
// What the page of a name gets when that name is asked for: as a whole, short or in part; a section of a page less.
const [WHOLE_NAME, SHORT_NAME, PART_OF_NAME, SECTION] = [100, 60, 20, 5];
// What an article gets when its title is asked for, letter by letter or in other forms of its words: more than a name.
const [SAME_TITLE, LIKE_TITLE] = [220, 200];
const WEIGHTS = { exact: 1, stem: 0.85, named: 0.8, begins: 0.35, near: 0.3, linked: 0.5 };

/** The pages that answer a query, in the order of how well they do. */
function search(query, index, names) {
  const concepts = conceptsOf(query, names);
  if (!concepts.length) return [];
  const hits = concepts.map((concept) => hitsOf(concept, index));
  const pages = scored(concepts, hits, index, ownPages(concepts, hits, names), titledPages(query, names));
  const most = Math.max(0, ...pages.map((page) => page.found));
  return pages
    .filter((page) => page.found === most)
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST_PAGES)
    .map((page) => ({ ...page, missing: concepts.filter((_, at) => hits[at].isMisspelt || !page.holds.has(at)) }));
}

/** Where a concept stands: position, how many words, and how sure it is that this is meant. */
function hitsOf(concept, index) {
  const hits = new Map();
  const note = (place, length, weight) => {
    if (!hits.has(place) || hits.get(place).weight < weight) hits.set(place, { place, length, weight });
  };
  for (const named of concept.named) {
    for (const form of named.full) for (const place of placesOfForm(index, form)) note(place, form.length, WEIGHTS.named);
    const isMeant = (page) => page === named.page || named.linked.has(page);
    for (const form of named.short) {
      for (const place of placesOfForm(index, form)) if (isMeant(pageAt(place, index))) note(place, form.length, WEIGHTS.named);
    }
  }
  for (const [place, weight] of literal(concept, index)) note(place, concept.words.length, weight);
  const isMisspelt = !hits.size && concept.words.length === 1 && !concept.isQuoted;
  if (isMisspelt) for (const place of near(concept.words[0], index)) note(place, 1, WEIGHTS.near);
  const linked = new Set(concept.named.flatMap((named) => [...named.linked]));
  return { hits: [...hits.values()].sort((one, other) => one.place - other.place), linked, isMisspelt };
}

function pageAt(place, index) {
  return index.documents[lastFrom(index.documents, place)].page;
}

function* literal({ words, isTyped, isQuoted, named }, index) {
  for (const place of placesOfForm(index, words)) {
    const isExact = words.every((word, at) => index.words[index.row[place + at]].folded === word.folded);
    yield [place, isExact ? WEIGHTS.exact : WEIGHTS.stem];
  }
  if (isQuoted || words.length > 1 || words[0].folded.length < (isTyped && !named.length ? 2 : 4)) return;
  const { folded, stem: root } = words[0];
  for (const word of index.words) {
    if (!word || word.stem === root) continue;
    if (word.folded.startsWith(folded) || (root.length > 3 && word.stem.startsWith(root))) {
      for (const place of word.places) yield [place, WEIGHTS.begins];
    }
  }
}

function near({ folded, stem: root }, index) {
  if (root.length < 4 || /\d/.test(root)) return [];
  return index.words.filter((word) => word && (isNear(word.folded, folded) || isNear(word.stem, root))).flatMap(({ places }) => places);
}

/** Every page that holds a concept, with what it holds of each and where it holds it best. */
function scored(concepts, hits, index, own, titled) {
  const pages = new Map();
  const pageFor = (page) => {
    if (!pages.has(page)) pages.set(page, { page, holds: new Map(), sections: new Map() });
    return pages.get(page);
  };
  hits.forEach(({ hits: found, linked }, at) => {
    let number = found.length ? lastFrom(index.documents, found[0].place) : 0;
    for (const hit of found) {
      while (index.documents[number + 1]?.start <= hit.place) number++;
      const document = index.documents[number];
      const block = lastFrom(document.blocks, hit.place);
      const weight = hit.weight * (block === 0 ? (document.isPage ? 3 : 1.5) : 1);
      const page = pageFor(document.page);
      page.holds.set(at, (page.holds.get(at) ?? 0) + weight);
      if (!page.sections.has(number)) page.sections.set(number, []);
      page.sections.get(number).push({ ...hit, at, block });
    }
    for (const page of linked) {
      const known = pageFor(page);
      known.holds.set(at, (known.holds.get(at) ?? 0) + WEIGHTS.linked);
    }
  });
  const rarity = hits.map((_, at) => {
    const holding = [...pages.values()].filter(({ holds }) => holds.has(at)).length;
    return Math.log(1 + index.pages.size / (1 + holding));
  });
  const sure = (page) => (own.get(page)?.sure ?? 0) + (titled.get(page) ?? 0);
  return [...pages.values()]
    .filter(({ page }) => index.pages.has(page))
    .map((page) => ({
      ...page,
      found: titled.has(page.page) ? concepts.length : page.holds.size,
      score: scoreOf(page, rarity, index) + sure(page.page),
      own: own.get(page.page)?.anchor ?? (titled.has(page.page) ? "" : undefined),
    }));
}

function scoreOf({ page, holds, sections }, rarity, index) {
  const boost = index.documents[index.pages.get(page)[0]].boost;
  let sum = 0;
  for (const [at, weight] of holds) sum += (0.2 + rarity[at]) * (weight / (weight + 2));
  const together = Math.max(0, ...[...sections.values()].map((found) => new Set(found.map(({ at }) => at)).size)) / rarity.length;
  return sum * boost * (1 + 0.3 * together);
}

/** The articles of which the whole query is a title, printed or rendered in another language, and how surely. */
function titledPages(query, names) {
  const typed = wordsOf(query);
  const agree = (form, part) => form.length === typed.length && form.every((word, at) => word[part] === typed[at][part]);
  const titled = new Map();
  for (const { page, form } of names.titles) {
    const sure = agree(form, "folded") ? SAME_TITLE : agree(form, "stem") ? LIKE_TITLE : 0;
    if (sure > (titled.get(page) ?? 0)) titled.set(page, sure);
  }
  return titled;
}

/** The pages of the things that the whole query calls, or begins to call, the place on them, and how sure it is. */
function ownPages(concepts, hits, names) {
  const own = new Map();
  const typed = concepts.flatMap(({ words }, at) => words.map((word) => ({ ...word, isMisspelt: hits[at].isMisspelt })));
  for (const named of names.named) {
    const called = Math.max(...named.full.map((form) => likeness(form, typed, WHOLE_NAME)), ...named.short.map((form) => likeness(form, typed, SHORT_NAME)));
    const sure = called - (named.anchor ? SECTION : 0);
    if (sure >= PART_OF_NAME && !(own.get(named.page)?.sure >= sure)) own.set(named.page, { anchor: named.anchor, sure });
  }
  const surest = Math.max(0, ...[...own.values()].map(({ sure }) => sure));
  return new Map([...own].filter(([, { sure }]) => surest < SHORT_NAME - SECTION || sure >= SHORT_NAME - SECTION));
}

/** How much of a form was typed, in order: all of it is worth `whole`, a part of two words or half of it less. */
function likeness(form, typed, whole) {
  const start = form.findIndex((word) => isBegun(word, typed[0]));
  if (start < 0 || !typed.every((word, at) => form[start + at] && isBegun(form[start + at], word))) return 0;
  const isWhole = typed.length === form.length && typed.every((word, at) => form[at].stem === word.stem);
  return isWhole ? whole : (0.4 * whole * typed.length) / form.length;
}

function isBegun(word, typed) {
  if (typed.isMisspelt) return isNear(word.folded, typed.folded) || isNear(word.stem, typed.stem);
  return word.stem === typed.stem || (typed.folded.length > 2 && word.folded.startsWith(typed.folded));
}

/** The sections of a page that hold most, the best first, as documents of the index with their hits. */
function bestSections(page, index) {
  const weigh = (hits) => {
    const most = new Map();
    for (const { at, weight } of hits) most.set(at, (most.get(at) ?? 0) + weight);
    return [...most.values()].reduce((sum, weight) => sum + 1 + weight / (weight + 2), 0);
  };
  const isOwn = (number) => page.own && index.documents[number].source.location.endsWith(`#${page.own}`);
  return [...page.sections]
    .map(([number, hits]) => ({ number, hits, weight: weigh(hits) + (index.documents[number].isPage ? 0.6 : 0) + (isOwn(number) ? 50 : 0) }))
    .sort((one, other) => other.weight - one.weight || one.number - other.number);
}

/** The block of a document that holds most, cut to the words around the hits; its hits as spans of that text. */
function excerptOf(document, hits, index) {
  const blocks = new Map();
  for (const hit of hits) if (hit.block) add(blocks, hit.block, hit);
  const worth = (found) => new Set([...found].map(({ at }) => at)).size * 10 + Math.max(...[...found].map(({ weight }) => weight));
  const [number, found] = [...blocks].sort(([a, one], [b, other]) => worth(other) - worth(one) || a - b)[0] ?? [1, []];
  const block = document.blocks[number];
  if (!block) return { text: "", spans: [] };
  const words = wordsOf(block.text);
  const spans = [...found]
    .map(({ place, length }) => [words[place - block.start], words[place - block.start + length - 1]])
    .filter(([first, last]) => first && last)
    .map(([first, last]) => [first.start, last.start + last.letters.length]);
  return cut(block.text, spans.sort((one, other) => one[0] - other[0] || other[1] - one[1]));
}

function cut(text, spans) {
  const start = Math.min((spans[0]?.[0] ?? 0) - EXCERPT / 3, text.length - EXCERPT);
  const from = start < EXCERPT / 6 ? 0 : text.lastIndexOf(" ", start) + 1;
  const space = text.indexOf(" ", from + EXCERPT);
  const to = space < 0 || text.length - space < EXCERPT / 6 ? text.length : space;
  const kept = spans.filter(([start, end]) => start >= from && end <= to).map(([start, end]) => [start - from, end - from]);
  return { text: text.slice(from, to), spans: kept, before: from > 0, after: to < text.length };
}
