/*
 * The page's side of the search. The theme waits for keys; here text that comes without one (pasted with the mouse,
 * dictated, composed on the keyboard of a phone) is searched too and the list of results is open whenever the field has
 * focus, a search that finds nothing says what to try, and on the page that was opened from a result the words that
 * were found are marked.
 */
"use strict";
{
  const query = document.querySelector("input[data-md-component=search-query]");
  const open = document.querySelector("[data-md-toggle=search]");
  // The theme opens the list when the field gains focus, but misses a focus that comes back at once.
  for (const event of ["focus", "input"]) {
    query?.addEventListener(event, () => {
      if (open && !open.checked) open.click();
    });
  }
  query?.addEventListener("input", () => {
    for (const kind of ["keydown", "keyup"]) query.dispatchEvent(new KeyboardEvent(kind));
  });

  const found = document.querySelector("[data-md-component=search-result]");
  const counted = found?.querySelector(":scope > :first-child");
  const results = found?.querySelector(":scope > :last-child");
  const help = document.createElement("p");
  help.className = "found-nothing";
  help.setAttribute("role", "status");

  function settings() {
    return JSON.parse(document.getElementById("__config").textContent);
  }

  /** The words that the builder wrote for readers who find nothing; without them the theme's own line stands alone. */
  async function words() {
    const { base } = settings();
    const answer = await fetch(new URL("data/search.json", new URL(`${base}/`, location.href)));
    return answer.ok ? (await answer.json()).words : undefined;
  }

  async function helpOn(typed) {
    const { nothing, try: advice } = (await words().catch(() => undefined)) ?? {};
    if (!nothing || query.value !== typed || results.children.length) return;
    const asked = document.createElement("bdi");
    asked.textContent = typed;
    help.replaceChildren(`${nothing} `, asked, `. ${advice}`);
    counted.after(help);
  }

  if (query && counted && results) {
    // Before the first answer, too, the list is empty: only the theme's line says that nothing was found.
    const none = settings().translations["search.result.none"];
    new MutationObserver(() => {
      help.remove();
      const typed = query.value;
      if (typed.trim() && counted.textContent.trim() === none) helpOn(typed);
    }).observe(counted, { characterData: true, childList: true, subtree: true });
  }

  /** Mark phrases in an element wherever they stand as whole words. */
  function mark(phrases, within) {
    const written = phrases.map((phrase) => phrase.split(" ").map(escaped).join("[^\\p{L}\\p{N}]+"));
    const whole = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${written.join("|")})(?![\\p{L}\\p{M}\\p{N}])`, "giu");
    const texts = document.createNodeIterator(within, NodeFilter.SHOW_TEXT);
    const nodes = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) nodes.push(node);
    for (const node of nodes) markIn(node, whole);
  }

  function escaped(word) {
    return word.replace(/\./g, "\\.");
  }

  function markIn(node, whole) {
    const text = node.data;
    const parts = [];
    let position = 0;
    for (const { 0: words, index } of text.matchAll(whole)) {
      const marked = document.createElement("mark");
      marked.textContent = words;
      parts.push(text.slice(position, index), marked);
      position = index + words.length;
    }
    if (parts.length) node.replaceWith(...parts, text.slice(position));
  }

  const phrases = new URLSearchParams(location.search).getAll("mark").filter(Boolean);
  const article = document.querySelector(".md-content article");
  if (phrases.length && article) {
    mark(phrases, article);
    // What the search looks at, too, may be folded; what it leaves out stays so.
    for (const folded of article.querySelectorAll("details:not([data-search-exclude]):has(mark)")) folded.open = true;
  }
}
