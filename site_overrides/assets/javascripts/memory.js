/*
 * What the theme's bundle remembers in this browser (light or dark), under the names it calls: __md_get, __md_set.
 * Each site on the same host keeps its own: a key starts with the site's path. Where the browser keeps nothing
 * (private window, storage switched off), nothing is remembered and everything else works.
 */
"use strict";
{
  const site = new URL(document.currentScript.dataset.scope, location.href);
  const nameOf = (key, scope) => `${scope.pathname}.${key}`;

  window.__md_scope = site;

  window.__md_get = (key, store, scope = site) => {
    try {
      return JSON.parse((store ?? localStorage).getItem(nameOf(key, scope)));
    } catch {
      return null;
    }
  };

  window.__md_set = (key, value, store, scope = site) => {
    try {
      (store ?? localStorage).setItem(nameOf(key, scope), JSON.stringify(value));
    } catch {
      return;
    }
  };
}
