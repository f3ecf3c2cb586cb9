/*
 * Search without a server. From file:// a browser starts no worker, so here a hidden frame of the same page does the
 * work of one: it gets the worker's scripts and the page's messages, and its answers come back.
 *
 * A worker loads the scripts that its parameters `theme` and `part` name with importScripts, which waits; a frame cannot
 * wait. So those scripts are loaded first, and of all handlers the one that was added last is asked first, as if it had come later.
 */
"use strict";
if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    #frame = document.createElement("iframe");
    #handlers = [];
    #ready;

    constructor(address) {
      super();
      const script = new URL(address, location.href);
      const theme = script.searchParams.get("theme");
      const parts = script.searchParams.getAll("part").map((part) => `${part}.js`);
      this.#frame.hidden = true;
      // An empty page of this page's origin; the worker reads its parameter from its address.
      this.#frame.src = `about:blank${script.search}`;
      script.search = "";
      this.#ready = new Promise((resolve) => this.#frame.addEventListener("load", resolve, { once: true })).then(async () => {
        this.#furnish(this.#frame.contentWindow);
        for (const file of [theme, ...parts].filter(Boolean)) await this.#load(new URL(file, script));
        await this.#load(script);
      });
      document.body.append(this.#frame);
    }

    postMessage(data) {
      this.#ready.then(() => {
        let isStopped = false;
        const event = { data, stopImmediatePropagation: () => (isStopped = true) };
        for (const handle of this.#handlers) if (!isStopped) handle(event);
      });
    }

    terminate() {
      this.#frame.remove();
    }

    #furnish(inside) {
      inside.addEventListener = (type, handle) => type === "message" && this.#handlers.unshift(handle);
      inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      inside.importScripts = () => undefined;
    }

    #load(address) {
      const element = this.#frame.contentDocument.createElement("script");
      const loaded = new Promise((resolve, reject) => {
        element.onload = resolve;
        element.onerror = () => reject(new Error(`${address} is not there`));
      });
      element.src = address.href;
      this.#frame.contentDocument.head.append(element);
      return loaded;
    }
  };
}
