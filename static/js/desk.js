// The translation desk by keyboard. Everything here is an addition: each step is a button or a link as well.
"use strict";

const work = document.querySelector("[data-work]");
const area = work?.elements.text;

function press(selector) {
  const found = document.querySelector(selector);
  found?.click();
  return Boolean(found);
}

function put(text) {
  area.focus();
  area.select();
  area.setRangeText(text, 0, area.value.length, "end");
}

function insert(term) {
  area.focus();
  area.setRangeText(term, area.selectionStart, area.selectionEnd, "end");
}

if (work) {
  for (const button of document.querySelectorAll("[data-insert]")) {
    button.hidden = false;
    button.addEventListener("click", () => insert(button.dataset.insert));
  }
  for (const link of document.querySelectorAll("[data-use]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      put(link.parentElement.querySelector("[data-words]").textContent);
    });
  }
  // The text is reserved once somebody begins to write.
  const take = document.querySelector("[data-take]");
  area.addEventListener(
    "input",
    () => {
      if (!take) return;
      const body = new URLSearchParams({ action: "take", csrfmiddlewaretoken: work.elements.csrfmiddlewaretoken.value });
      fetch(location.pathname, { method: "POST", body, redirect: "manual" }).catch(() => {});
    },
    { once: true },
  );
  area.focus({ preventScroll: true });
}

const CONTROLLED = {
  Enter: () => press('[data-do="approve"]'),
  s: () => press('[data-do="save"]'),
  ArrowUp: () => press('[data-go="before"]'),
  ArrowDown: () => press('[data-go="behind"]'),
};
const ALTERNATE = {
  KeyM: () => press(".memory [data-use]"),
  KeyK: () => press('[data-do="skip"]'),
  KeyR: reject,
};

function reject() {
  const box = document.querySelector(".reject");
  if (!box) return false;
  box.open = true;
  box.querySelector("textarea").focus();
  return true;
}

function outside(event) {
  if (event.key === "?") {
    const keys = document.querySelector("#keys");
    if (!keys) return false;
    keys.open = !keys.open;
    keys.querySelector("summary").focus();
    return true;
  }
  return event.key === "n" && press('[data-key="n"]');
}

document.addEventListener("keydown", (event) => {
  const writing = event.target.matches("input, textarea, select");
  let done = false;
  if ((event.ctrlKey || event.metaKey) && !event.altKey) done = CONTROLLED[event.key]?.();
  else if (event.altKey && !event.ctrlKey && area) {
    const term = /^Digit([1-9])$/.exec(event.code);
    done = term ? press(`.terms > div:nth-child(${term[1]}) [data-insert]`) : ALTERNATE[event.code]?.();
  } else if (event.key === "Escape" && event.target === area) area.blur();
  else if (!writing && !event.ctrlKey && !event.metaKey && !event.altKey) done = outside(event);
  if (done) event.preventDefault();
});
