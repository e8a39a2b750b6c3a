// What every page may use: menus that close, filters that apply themselves, the Markdown toolbar.
// Everything here is an addition: each page works without it.
"use strict";

// Menus of the masthead close on Escape, on a click elsewhere, and when another opens.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.querySelector(".drop[open]");
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll(".drop[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// The summary of errors takes the focus, also where the page was changed in place.
function focusErrors() {
  document.querySelector(".errors")?.focus();
}
focusErrors();
document.addEventListener("htmx:afterSettle", focusErrors);
document.addEventListener("portal:replaced", focusErrors);

// Markdown toolbar: marks around the selection, or at the beginning of its lines.
function surround(area, before, after = before) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  area.setRangeText(before + value.slice(start, end) + after, start, end, "end");
  area.setSelectionRange(start + before.length, end + before.length);
  changed(area);
}

function prefixLines(area, prefix) {
  const start = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const lines = area.value.slice(start, area.selectionEnd).split("\n");
  area.setRangeText(lines.map((line) => prefix + line).join("\n"), start, area.selectionEnd, "end");
  changed(area);
}

function changed(area) {
  area.focus();
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

async function preview(editor, button) {
  const area = editor.querySelector("textarea");
  const pane = editor.querySelector("[data-preview-pane]");
  const on = button.getAttribute("aria-pressed") !== "true";
  if (on) {
    const body = new FormData();
    body.append("text", area.value);
    body.append("csrfmiddlewaretoken", area.form.elements.csrfmiddlewaretoken?.value ?? "");
    try {
      const answer = await fetch(editor.dataset.previewUrl, { method: "POST", body, redirect: "error" });
      if (!answer.ok) return;
      pane.innerHTML = await answer.text(); // cleaned on the server; the policy of the page forbids scripts
    } catch {
      return;
    }
  }
  button.setAttribute("aria-pressed", String(on));
  pane.hidden = !on;
  area.hidden = on;
}

function showToolbars(root = document) {
  for (const tools of root.querySelectorAll("[data-editor] .tools[hidden]")) tools.hidden = false;
}
showToolbars();
document.addEventListener("htmx:afterSettle", () => showToolbars());
document.addEventListener("portal:replaced", () => showToolbars());

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-editor] .tools button");
  if (!button) return;
  const editor = button.closest("[data-editor]");
  const area = editor.querySelector("textarea");
  if (button.dataset.mark) surround(area, button.dataset.mark);
  else if (button.dataset.line) prefixLines(area, button.dataset.line);
  else if ("link" in button.dataset) surround(area, "[", "](https://)");
  else preview(editor, button);
});
