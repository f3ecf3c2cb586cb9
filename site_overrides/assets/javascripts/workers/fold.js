/*
 * The search worker, of which each parameter `part` names a script in this folder. It stands in the place of the theme's
 * own, whose file name (in this folder) is the parameter `theme`, and answers in its words: the page sends {type: 0, data: {docs}} once and {type: 2, data: query} for each
 * query; the worker sends {type: 1} when it is ready and {type: 3, data: {items, suggest}} for each answer.
 *
 * A page that speaks otherwise (Zensical, or a later theme) gets the theme's own worker, with the words of index and
 * query folded where it passes them through String.prototype.normalize, as Zensical does.
 */
"use strict";

const GIVEN = new URL(self.location.href).searchParams;
importScripts(...GIVEN.getAll("part").filter((part) => /^[a-z]+$/.test(part)).map((part) => `${part}.js`));

// In a folder without a server no file can be asked for: there the words of the pages are all that is searched.
const DATA = /^https?:$/.test(self.location.protocol) ? new URL("../../../data/search.json", self.location) : undefined;
let ready;
let isHandedOver = false;

self.addEventListener("message", async (event) => {
  if (isHandedOver) return;
  event.stopImmediatePropagation();
  const { type, data } = event.data ?? {};
  try {
    if (type === 0 && Array.isArray(data?.docs)) {
      ready = setUp(data.docs);
      await ready;
      self.postMessage({ type: 1 });
    } else if (type === 2 && ready) {
      self.postMessage({ type: 3, data: answer(String(data), await ready) });
    } else {
      handOver(event.data);
    }
  } catch (error) {
    if (type !== 0) throw error;
    handOver(event.data);
  }
});

/** The index and the names of the site. Without its data the search finds words all the same. */
async function setUp(documents) {
  const data = DATA ? await fetch(DATA).then((response) => (response.ok ? response.json() : {}), () => ({})) : {};
  const about = aboutOf(data);
  return { about, names: buildNames(data), index: buildIndex(documents, (page) => about(page).facts) };
}

/** What is known of a page: the label that results carry, its language, facts that its text does not hold. */
function aboutOf({ articles = [], names = [], kinds = {}, languages = {} }) {
  const known = new Map(articles.map((article) => [pageOf(article.page), article]));
  const named = new Map(names.filter(({ page }) => !page.includes("#")).map(({ page, names: forms }) => [pageOf(page), forms]));
  return (page) => {
    const article = known.get(page);
    const kind = kinds[page.split("/")[0]] ?? "";
    const label = [kind, article && (languages[article.language] ?? article.language), article?.when].filter(Boolean);
    const facts = article ? [[article.when, ...article.facts].filter(Boolean).join(" · ")] : [];
    return { label, language: article?.language, facts, names: named.get(page) ?? [] };
  };
}

function answer(query, { index, names, about }) {
  const pages = search(query, index, names);
  return { items: pages.map((page) => itemsOf(page, index, about)), suggest: suggestion(query, index) };
}

/** Start the theme's own worker and give it the message that was meant for it. */
function handOver(message) {
  const theme = GIVEN.get("theme") ?? "";
  if (!/^search\.[0-9a-z]+\.min\.js$/.test(theme)) throw new Error(`fold.js: ${theme} is not a search worker`);
  isHandedOver = true;
  importScripts(theme);
  String.prototype.normalize = function () { return stem(fold(String(this))); };
  self.dispatchEvent(new MessageEvent("message", { data: message }));
}
