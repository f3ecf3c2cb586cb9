"""Ask the search box of an open page, as a reader does, and hear what the search worker answers."""

from __future__ import annotations

import re
from dataclasses import dataclass

LISTEN = """
  window.answers = [];
  window.asked = 0;
  window.isReady = false;
  window.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data: { type, data } }) => {
        if (type === 1) window.isReady = true;
        if (type === 3) window.answers.push({ items: data.items, at: performance.now() });
      });
    }
    postMessage(message, ...more) {
      if (message.type === 2) window.asked += 1;
      super.postMessage(message, ...more);
    }
  };
"""
_WAIT = """const until = async (isDone, what) => {
  const start = performance.now();
  while (!isDone()) {
    if (performance.now() - start > 10000) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
};"""
# The theme asks for the empty box at once: its answer must not be taken for that of the first query.
_READY = f"""async () => {{
  {_WAIT}
  await until(() => window.isReady && window.answers?.length === window.asked, 'the search worker');
}}"""
_ASK = """async (query) => {
  WAIT
  const box = document.querySelector("input.md-search__input");
  const before = window.answers.length;
  const start = performance.now();
  box.value = query;
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await until(() => window.answers.length > before, query);
  const { items, at } = window.answers.at(-1);
  return { pages: items.map((group) => group[0].location), took: at - start };
}""".replace("WAIT", _WAIT)


# The page asks too, for the empty box: each answer goes to the query of its turn, whoever sent it.
_LISTEN_TO_ZENSICAL = """
  window.isReady = false;
  window.waiting = [];
  window.asking = null;
  window.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      window.worker = this;
      this.addEventListener("message", ({ data: { type, data } }) => {
        if (type === 1) window.isReady = true;
        if (type === 3) window.waiting.shift()?.(data);
      });
    }
    postMessage(message, ...more) {
      if (message.type === 0) window.pages = message.data.items.map(({ location }) => location);
      if (message.type === 2) {
        window.waiting.push(window.asking);
        window.asking = null;
      }
      super.postMessage(message, ...more);
    }
  };
"""
# Ten results come at first; the same query with a larger page brings them all.
_ASK_ZENSICAL = """async (input) => {
  const all = { type: "operator", data: { operator: "and", operands: [] } };
  const send = (page) => new Promise((resolve) => {
    window.asking = resolve;
    window.worker.postMessage({ type: 2, data: { input, page, filter: { input: all, aggregation: { input: [] } } } });
  });
  const start = performance.now();
  const { items, pagination: { next } } = await send();
  const took = performance.now() - start;
  const found = next ? (await send({ ...next, from: 0, size: 1e6 })).items : items;
  return { pages: found.map(({ id }) => window.pages[id]), took };
}"""


@dataclass(frozen=True)
class Answer:
    """The pages that were found, the best first, and the milliseconds from the letter typed to the answer."""

    pages: tuple[str, ...]
    took: float


def open_search(page, address):
    """Open a page whose search worker is listened to, and wait until it is ready."""
    page.add_init_script(LISTEN)
    page.goto(address)
    page.locator("input.md-search__input").focus()
    page.evaluate(_READY)


def ask(page, query):
    """Put a query into the box, as pasting does, and return the answer."""
    found = page.evaluate(_ASK, query)
    return Answer(tuple(re.sub(r"[?#].*", "", location) for location in found["pages"]), found["took"])


def open_zensical(page, address):
    """Open a page that Zensical built, with its search ready to be asked."""
    page.add_init_script(_LISTEN_TO_ZENSICAL)
    page.goto(address)
    page.locator(".md-search__button").first.click()
    page.evaluate(_READY)


def ask_zensical(page, query):
    """Put a query to the search worker of a page that Zensical built; all results, though it shows ten at a time."""
    found = page.evaluate(_ASK_ZENSICAL, query)
    return Answer(tuple(re.sub(r"[?#].*", "", location) for location in found["pages"]), found["took"])
