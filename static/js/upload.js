// Sends a form with files and shows how far it is: <form data-upload data-upload-sending="…" data-upload-failed="…" data-upload-cancel="…">.
"use strict";

function hasFiles(form) {
  return [...form.querySelectorAll("input[type=file]")].some((input) => input.files.length > 0);
}

function bar(form) {
  const box = document.createElement("div");
  box.className = "upload__progress stack stack-2";
  const text = document.createElement("p");
  text.className = "small soft";
  text.setAttribute("role", "status");
  const progress = document.createElement("progress");
  progress.max = 100;
  progress.setAttribute("aria-label", form.dataset.uploadSending ?? "");
  const cancel = document.createElement("button");
  cancel.type = "button";
  cancel.className = "btn btn--3";
  cancel.textContent = form.dataset.uploadCancel ?? "";
  box.append(text, progress, cancel);
  form.querySelector("input[type=file]").closest(".field, .drop-here").after(box);
  return { box, text, progress, cancel };
}

// The answer, wherever redirects led, takes the place of this page's main part: one request, and its messages are seen.
function finish(request) {
  const isPage = (request.getResponseHeader("Content-Type") ?? "").startsWith("text/html");
  const page = isPage && new DOMParser().parseFromString(request.responseText, "text/html");
  const main = page && page.querySelector("main");
  if (!main || request.status >= 500) return false;
  document.querySelector("main").replaceWith(main);
  document.title = page.title;
  if (request.responseURL && request.responseURL !== location.href) history.pushState({}, "", request.responseURL);
  if (request.status < 400) {
    scrollTo(0, 0);
    main.tabIndex = -1;
    main.focus();
  }
  document.dispatchEvent(new Event("portal:replaced"));
  return true;
}
window.addEventListener("popstate", () => location.reload());

function send(form, submitter) {
  const shown = bar(form);
  const request = new XMLHttpRequest();
  const failed = () => {
    shown.progress.remove();
    shown.cancel.remove();
    shown.text.textContent = form.dataset.uploadFailed ?? "";
    delete form.dataset.uploading;
    form.dispatchEvent(new Event("portal:resume"));
  };
  request.upload.addEventListener("progress", (event) => {
    const percent = event.lengthComputable ? Math.round((100 * event.loaded) / event.total) : 0;
    shown.progress.value = percent;
    shown.text.textContent = `${form.dataset.uploadSending ?? ""} ${percent} %`;
  });
  request.addEventListener("load", () => finish(request) || failed());
  request.addEventListener("error", failed);
  request.addEventListener("abort", () => {
    shown.box.remove();
    delete form.dataset.uploading;
    form.dispatchEvent(new Event("portal:resume"));
  });
  shown.cancel.addEventListener("click", () => request.abort());
  const data = new FormData(form, submitter);
  request.open("POST", submitter?.formAction && submitter.hasAttribute("formaction") ? submitter.formAction : form.action);
  request.setRequestHeader("X-Requested-With", "upload");
  form.dataset.uploading = "true";
  request.send(data);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-upload]") || !hasFiles(form)) return;
  event.preventDefault();
  if (!form.dataset.uploading) send(form, event.submitter);
});
