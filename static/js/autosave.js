// Saves a form by itself: <form data-autosave="URL" data-revision="N">, with an element [data-saved] that says how it went.
// 400 ms after a change, 2 s after the last key, and at once when the page is hidden. What the server does not have is kept
// on this device and put back when the page opens again; it is removed once saved, after seven days at the latest.
"use strict";

const CHANGE_DELAY = 400;
const TYPING_DELAY = 2000;
const RETRY_DELAYS = [3000, 6000, 12000, 30000];
const KEEP_FOR = 7 * 24 * 3600 * 1000;
const PREFIX = "portal:draft:";

class Autosave {
  constructor(form) {
    this.form = form;
    this.url = form.dataset.autosave;
    this.key = PREFIX + (form.dataset.keep ?? this.url); // data-keep: where one address serves several people
    this.revision = form.dataset.revision;
    this.status = document.querySelector("[data-saved]");
    this.failures = 0;
    this.dirty = false;
    this.stopped = false;
    this.restore();
    form.addEventListener("input", (event) => this.changed(event.target, TYPING_DELAY));
    form.addEventListener("change", (event) => this.changed(event.target, CHANGE_DELAY));
    form.addEventListener("submit", () => this.leave());
    form.addEventListener("portal:resume", () => this.resume());
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.flush());
    window.addEventListener("pagehide", () => this.flush());
    window.addEventListener("online", () => this.dirty && this.save());
  }

  changed(field, delay) {
    if (field?.type === "file" || this.stopped) return;
    this.dirty = true;
    this.keep();
    this.later(delay);
  }

  later(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), delay);
  }

  // A normal submission carries everything: nothing is left to save, but it is kept until the next page has opened.
  leave() {
    clearTimeout(this.timer);
    if (this.dirty) this.keep({ submitted: true });
    this.stopped = true;
  }

  resume() {
    this.stopped = false;
    if (this.dirty) this.later(CHANGE_DELAY);
  }

  flush() {
    if (this.dirty && !this.stopped) this.save({ keepalive: true });
  }

  data() {
    const data = new FormData();
    for (const [name, value] of new FormData(this.form)) if (typeof value === "string") data.append(name, value);
    data.append("_autosave", "1");
    data.set("revision", this.revision);
    return data;
  }

  async save(options = {}) {
    clearTimeout(this.timer);
    if (this.saving && !options.keepalive) return this.later(CHANGE_DELAY);
    this.saving = true;
    this.dirty = false;
    this.say("saving");
    try {
      const answer = await fetch(this.url, {
        method: "POST",
        body: this.data(),
        headers: { "X-Requested-With": "autosave", Accept: "application/json" },
        credentials: "same-origin",
        redirect: "manual",
        ...options,
      });
      await this.heard(answer);
    } catch {
      this.failed();
    } finally {
      this.saving = false;
    }
  }

  async heard(answer) {
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) return this.signedOut();
    if (answer.status === 409) return this.conflict();
    if (!answer.ok) return this.failed();
    const said = await answer.json();
    this.failures = 0;
    this.revision = String(said.revision ?? this.revision);
    this.form.dataset.revision = this.revision;
    const hidden = this.form.elements.revision;
    if (hidden) hidden.value = this.revision;
    if (!this.dirty) this.forget();
    this.say(Object.keys(said.errors ?? {}).length ? "refused" : "saved", said.saved_at);
  }

  failed() {
    this.dirty = true;
    this.keep();
    this.say("waiting");
    this.later(RETRY_DELAYS[Math.min(this.failures++, RETRY_DELAYS.length - 1)]);
  }

  signedOut() {
    this.dirty = true;
    this.keep();
    this.say("session");
    const link = document.createElement("a");
    const next = encodeURIComponent(location.pathname + location.search);
    link.href = `${this.status?.dataset.loginUrl ?? "/"}?next=${next}`;
    link.textContent = this.status?.dataset.textSignIn ?? "";
    this.textElement()?.append(" ", link);
    this.stopped = true;
  }

  conflict() {
    this.keep();
    this.stopped = true;
    this.say("conflict");
  }

  // ── on this device ──
  values() {
    return [...new FormData(this.form)].filter(([name, value]) => typeof value === "string" && !["csrfmiddlewaretoken", "revision", "page"].includes(name));
  }

  keep(more = {}) {
    const kept = { at: Date.now(), revision: this.revision, values: this.values(), ...more };
    try {
      localStorage.setItem(this.key, JSON.stringify(kept));
    } catch {
      // a full or forbidden store: the server remains the place where things are kept
    }
  }

  forget() {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // see keep()
    }
  }

  restore() {
    let kept = null;
    try {
      kept = JSON.parse(localStorage.getItem(this.key) ?? "null");
    } catch {
      return;
    }
    if (!kept) return;
    const settled = kept.submitted && kept.revision !== this.revision;
    if (settled || Date.now() - kept.at > KEEP_FOR || this.same(kept.values)) return this.forget();
    if (kept.revision === this.revision) this.putBack(kept);
    else this.offer(kept);
  }

  putBack(kept) {
    this.fill(kept.values);
    this.say("restored", new Date(kept.at).toTimeString().slice(0, 5));
    this.dirty = true;
    this.later(CHANGE_DELAY);
  }

  // The server has something newer: nothing is overwritten by itself.
  offer(kept) {
    this.say("older", new Date(kept.at).toTimeString().slice(0, 5));
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn--3";
    button.textContent = this.status?.dataset.textPutBack ?? "";
    button.addEventListener("click", () => this.putBack(kept));
    this.textElement()?.append(" ", button);
  }

  same(values) {
    return JSON.stringify(values) === JSON.stringify(this.values());
  }

  fill(values) {
    const wanted = new Map();
    for (const [name, value] of values) wanted.set(name, [...(wanted.get(name) ?? []), value]);
    for (const field of this.form.elements) {
      if (!field.name || field.type === "hidden" || field.type === "file") continue;
      const mine = wanted.get(field.name) ?? [];
      if (field.type === "checkbox" || field.type === "radio") field.checked = mine.includes(field.value);
      else if (field.options && field.multiple) for (const option of field.options) option.selected = mine.includes(option.value);
      else if (mine.length) field.value = mine.shift();
    }
  }

  // ── in words ──
  textElement() {
    return this.status?.querySelector("[data-saved-text]") ?? this.status;
  }

  say(state, time = "") {
    if (!this.status) return;
    const key = "text" + state[0].toUpperCase() + state.slice(1);
    const text = (this.status.dataset[key] ?? "").replace("{time}", time);
    this.status.dataset.state = state;
    if (this.textElement().textContent !== text) this.textElement().textContent = text;
  }
}

for (const form of document.querySelectorAll("form[data-autosave]")) new Autosave(form);
document.addEventListener("portal:replaced", () => {
  for (const form of document.querySelectorAll("form[data-autosave]")) new Autosave(form);
});
// What was kept longer than it may be goes, whatever page is open.
try {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX) && Date.now() - (JSON.parse(localStorage.getItem(key))?.at ?? 0) > KEEP_FOR) localStorage.removeItem(key);
  }
} catch {
  // no store, nothing kept
}
