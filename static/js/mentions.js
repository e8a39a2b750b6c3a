// Suggests people while "@" and the beginning of a name are typed: <form data-people="URL" data-people-label
// data-people-none> with a textarea. Without it one types the handle that stands in a person's posts.
// The list follows the pattern of a combobox with a list: the text keeps the focus, the arrows choose,
// Enter or Tab takes, Escape closes.
"use strict";

const TYPED = /(?:^|[\s(])@([\p{L}][\p{L}\p{M}' -]{0,40})$/u;

for (const form of document.querySelectorAll("form[data-people]")) {
  const area = form.querySelector("textarea");
  if (area) helpWith(form, area);
}

function helpWith(form, area) {
  const list = document.createElement("ul");
  list.id = `${area.id}-people`;
  list.className = "people";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.peopleLabel);
  list.hidden = true;
  const said = document.createElement("p");
  said.className = "vh";
  said.setAttribute("role", "status");
  area.after(list, said);
  area.setAttribute("aria-autocomplete", "list");
  area.setAttribute("aria-controls", list.id);
  let timer;
  let asked = "";
  let chosen = -1;

  const close = () => {
    list.hidden = true;
    list.replaceChildren();
    chosen = -1;
    asked = "";
    clearTimeout(timer);
    area.removeAttribute("aria-activedescendant");
  };
  const typed = () => (area.selectionStart === area.selectionEnd
    ? TYPED.exec(area.value.slice(0, area.selectionStart))?.[1] ?? "" : "");

  const choose = (place) => {
    const options = list.children;
    chosen = (place + options.length) % options.length;
    for (const [number, option] of [...options].entries()) option.setAttribute("aria-selected", number === chosen);
    area.setAttribute("aria-activedescendant", options[chosen].id);
    options[chosen].scrollIntoView({ block: "nearest" });
  };
  const take = (option) => {
    const end = area.selectionStart;
    const start = end - typed().length - 1;
    close();
    area.setRangeText(`${option.dataset.handle} `, start, end, "end");
    area.focus();
    area.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const show = (people) => {
    list.replaceChildren(...people.map((person, number) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${number}`;
      option.setAttribute("role", "option");
      option.dataset.handle = person.handle;
      const handle = document.createElement("small");
      handle.textContent = person.handle;
      option.append(person.name, " ", handle);
      option.addEventListener("pointerdown", (event) => {
        event.preventDefault(); // the text keeps the focus
        take(option);
      });
      return option;
    }));
    list.hidden = !people.length;
    if (people.length) choose(0);
    said.textContent = people.length ? `${form.dataset.peopleLabel}: ${people.map((each) => each.name).join(", ")}`
      : form.dataset.peopleNone;
  };
  const ask = async (words) => {
    asked = words;
    try {
      const answer = await fetch(`${form.dataset.people}?q=${encodeURIComponent(words)}`, { redirect: "error" });
      if (answer.ok && asked === words && typed().trim() === words) show((await answer.json()).people);
    } catch {
      // a help, no more
    }
  };

  area.addEventListener("input", () => {
    clearTimeout(timer);
    const words = typed().trim();
    if (!words) return close();
    if (words !== asked) timer = setTimeout(() => ask(words), 250);
  });
  area.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    else if (event.key === "Enter" || event.key === "Tab") take(list.children[chosen]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  area.addEventListener("blur", close);
}
