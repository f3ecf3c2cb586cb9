/*
 * The theme searches when a key is released. Text that comes without one (pasted with the mouse, dictated, composed on
 * the keyboard of a phone) is searched too.
 */
"use strict";
{
  const query = document.querySelector("input[data-md-component=search-query]");
  query?.addEventListener("input", () => query.dispatchEvent(new KeyboardEvent("keyup")));
}
