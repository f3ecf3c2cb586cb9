/*
 * Buttons that copy a citation or save it as a file. Without this script the text is there to be selected.
 * The words of the buttons stand in the tag that loads it.
 */
"use strict";
{
  const words = document.currentScript.dataset;

  const button = (label, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "act";
    made.textContent = label;
    made.addEventListener("click", () => act(made));
    return made;
  };

  const copy = async (text, made) => {
    try {
      await navigator.clipboard.writeText(text);
      made.textContent = words.copied;
    } catch {
      made.textContent = words.uncopied;
    }
    setTimeout(() => (made.textContent = words.copy), 2000);
  };

  const save = (text, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  };

  for (const found of document.querySelectorAll(".copied")) {
    const text = found.textContent.trim();
    const bar = document.createElement("p");
    bar.className = "acts";
    bar.setAttribute("aria-live", "polite");
    bar.append(button(words.copy, (made) => copy(text, made)));
    if (found.dataset.save) {
      bar.append(button(words.save, () => save(`${text}\n`, found.dataset.save)));
    }
    found.after(bar);
  }
}
