/*
 * Light or dark before the first paint: what the reader chose on this site, else what the system prefers.
 * The theme's bundle would do the second only when it has loaded, with a flash of white in the dark.
 */
"use strict";
{
  const options = [...document.querySelectorAll("[data-md-component=palette] input")];
  const preferred = options.find((option) => matchMedia(option.dataset.mdColorMedia).matches);
  const option = options[window.__md_get("__palette")?.index] ?? preferred;
  for (const trait of option ? ["scheme", "primary", "accent", "media"] : []) {
    document.body.setAttribute(`data-md-color-${trait}`, option.getAttribute(`data-md-color-${trait}`));
  }
}
