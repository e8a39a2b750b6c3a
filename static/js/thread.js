// New posts appear in an open thread, at its end, and are announced politely: <ol data-poll="URL" data-after="N">.
// Asks every 20 s while the page is seen, less often while nothing comes, and not at all once the person may not read it.
"use strict";

const SOONEST = 20_000;
const LATEST = 120_000;

class News {
  constructor(list) {
    this.list = list;
    this.after = list.dataset.after;
    this.status = document.querySelector("[data-poll-status]");
    this.pause = Number(list.dataset.every ?? SOONEST);
    this.first = this.pause;
    this.etag = "";
    this.later();
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.ask());
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), this.pause);
  }

  async ask() {
    if (document.visibilityState === "hidden" || this.stopped) return;
    try {
      const headers = this.etag ? { "If-None-Match": this.etag } : {};
      const answer = await fetch(`${this.list.dataset.poll}?after=${this.after}`, { headers, cache: "no-store", redirect: "error" });
      if (answer.status === 403 || answer.status === 404) this.stopped = true;
      if (answer.status === 200) this.heard(answer, await answer.text());
      else this.pause = Math.min(this.pause * 1.3, LATEST);
    } catch {
      this.pause = Math.min(this.pause * 2, LATEST);
    }
    if (!this.stopped) this.later();
  }

  heard(answer, html) {
    this.etag = answer.headers.get("ETag") ?? "";
    if (!html) return;
    this.after = answer.headers.get("Portal-Last-Post") ?? this.after;
    this.etag = "";
    this.pause = this.first;
    const before = this.list.children.length;
    this.list.insertAdjacentHTML("beforeend", html); // made and cleaned by the portal, as the page itself
    const more = this.list.children.length - before;
    if (this.status) this.status.textContent = more > 1 ? this.status.dataset.textMore : this.status.dataset.textOne;
  }
}

for (const list of document.querySelectorAll("[data-poll]")) new News(list);
