// Shows threads that speak of the same while a title is typed: <div data-similar="URL"> after the field "title".
"use strict";

for (const place of document.querySelectorAll("[data-similar]")) {
  const title = place.closest("form").elements.title;
  let timer;
  let asked = "";
  const ask = async () => {
    const words = title.value.trim();
    if (words.length < 8 || words === asked) return;
    asked = words;
    try {
      const answer = await fetch(`${place.dataset.similar}?q=${encodeURIComponent(words)}`, { redirect: "error" });
      if (answer.ok && asked === words) place.innerHTML = await answer.text(); // escaped by the portal's template
    } catch {
      // a help, no more
    }
  };
  title.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 900);
  });
}
