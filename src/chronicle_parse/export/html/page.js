"use strict";
(() => {
  const detail = document.getElementById("detail");
  const parts = new Map(); // the elements of each mark's text, by its number
  for (const element of document.querySelectorAll("mark")) {
    for (const number of element.dataset.m.split(" ")) {
      if (!parts.has(number)) parts.set(number, []);
      parts.get(number).push(element);
    }
  }
  const buttons = [...document.querySelectorAll("#read button[data-m]:not(.timeline button)")];
  let chosen = -1; // the place of the chosen value among the buttons
  const choose = (number, scroll) => {
    for (const old of document.querySelectorAll(".chosen")) old.classList.remove("chosen");
    const words = parts.get(number) || [];
    for (const element of words) element.classList.add("chosen");
    chosen = buttons.findIndex((each) => each.dataset.m === number);
    const button = buttons[chosen];
    if (button) button.classList.add("chosen");
    const label = button ? button.title : "";
    detail.textContent = `“${words.map((element) => element.textContent).join("")}” — ${label}`;
    const target = scroll === "text" ? words[0] : button;
    if (target) target.scrollIntoView({ block: "center" });
  };
  document.addEventListener("click", (event) => {
    const element = event.target.closest("[data-m]");
    if (!element) return;
    // the innermost mark of a stretch is the one that was opened last
    const number = element.dataset.m.split(" ").pop();
    choose(number, element.tagName === "MARK" ? "button" : "text");
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { n: 1, p: -1 }[event.key];
    const next = step && buttons[chosen < 0 ? 0 : chosen + step];
    if (next) {
      next.focus();
      choose(next.dataset.m, "text");
    }
    if (event.key === "Escape") for (const old of document.querySelectorAll(".chosen")) old.classList.remove("chosen");
  });
})();
