// Small helps for forms on a weak network. Every page works without this file.
"use strict";

(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const isWide = () => matchMedia("(min-width: 62em)").matches;

  // --- Buttons: the one that was pressed shows that it is busy, and a form is sent once. ---
  const rest = (form) => {
    delete form.dataset.sent;
    all("[aria-busy]", form).forEach((button) => button.removeAttribute("aria-busy"));
  };
  const busy = () => {
    document.addEventListener("submit", (event) => {
      const form = event.target;
      if (form.dataset.sent) { event.preventDefault(); return; }
      if (event.defaultPrevented) return;
      form.dataset.sent = "yes";
      (event.submitter || form.querySelector(".btn"))?.setAttribute("aria-busy", "true");
      setTimeout(rest, 8000, form); // a file that downloads never leaves the page
    });
    addEventListener("pageshow", () => all("form[data-sent]").forEach(rest)); // back from the next page
  };

  // --- Drafts: what is typed stays on this phone until a page of ours has answered. Never passwords, files or hidden fields. ---
  const UNKEPT = ["password", "file", "hidden", "submit", "button"];
  const isTick = (box) => box.type === "radio" || box.type === "checkbox";
  const boxes = (form) => [...form.elements].filter((box) => box.name && !UNKEPT.includes(box.type));
  const keyOf = (box) => `${box.name}=${isTick(box) ? box.value : ""}`;
  const read = (form) => Object.fromEntries(boxes(form).map((box) => [keyOf(box), isTick(box) ? box.checked : box.value]));
  const write = (form, values) => boxes(form).forEach((box) => {
    const value = values[keyOf(box)];
    if (value === undefined) return;
    if (isTick(box)) box.checked = value; else box.value = value;
  });
  const say = (name, state) => all(`[data-save-state="${CSS.escape(name)}"]`).forEach((line) => {
    const time = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    line.hidden = false;
    line.classList.toggle("save--local", state !== "sent");
    line.querySelector("span").textContent = state === "saved" ? `${line.dataset.saved} ${time}` : line.dataset[state] || "";
  });
  const drafts = () => {
    const forms = all("form[data-draft]");
    const hasErrors = document.querySelector(".err-sum");
    const hasFailed = document.body.hasAttribute("data-failed");
    // An answer came: forms that were sent and are not shown again with errors need no draft any more.
    Object.keys(localStorage).filter((key) => key.startsWith("sent:")).forEach((key) => {
      if (hasFailed) return;
      const name = key.slice(5);
      const isHere = forms.some((form) => form.dataset.draft === name);
      if (!isHere || document.querySelector(".notice--ok")) localStorage.removeItem(`draft:${name}`);
      localStorage.removeItem(key);
    });
    forms.forEach((form) => {
      const name = form.dataset.draft;
      const old = JSON.parse(localStorage.getItem(`draft:${name}`) || "null");
      if (old && !hasErrors) { write(form, old); say(name, "saved"); }
      form.addEventListener("input", () => {
        localStorage.setItem(`draft:${name}`, JSON.stringify(read(form)));
        say(name, navigator.onLine ? "saved" : "offline");
      });
      form.addEventListener("submit", (event) => {
        if (navigator.onLine) { localStorage.setItem(`sent:${name}`, "1"); return; }
        event.preventDefault(); // sending now would lose the page
        say(name, "offline");
        document.querySelector("[data-offline-bar]")?.scrollIntoView({ block: "nearest" });
      }, { capture: true });
    });
  };

  // --- The bar that says that there is no internet. ---
  const offline = () => {
    const tell = () => all("[data-offline-bar]").forEach((bar) => { bar.hidden = navigator.onLine; });
    addEventListener("online", tell);
    addEventListener("offline", tell);
    tell();
  };

  // --- Dates in three boxes: a whole date put into the first one is spread over all. ---
  const dates = () => document.addEventListener("input", (event) => {
    const three = event.target.closest?.("[data-date]");
    const found = three && event.target.value.match(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/);
    if (found) all("input", three).forEach((box, index) => { box.value = found[index + 1]; });
  });

  // --- Pictures that were chosen are shown before they are sent. ---
  const pictures = () => document.addEventListener("change", (event) => {
    const input = event.target;
    if (input.type !== "file" || !input.accept.startsWith("image")) return;
    const frame = input.closest(".drop") || input;
    while (frame.nextElementSibling?.matches("img.preview")) frame.nextElementSibling.remove();
    for (const file of [...input.files].reverse()) {
      const image = Object.assign(document.createElement("img"), { className: "preview", alt: file.name, src: URL.createObjectURL(file) });
      frame.after(image);
    }
  });

  // --- Menus made of <details> close when one leaves them; filters stand open on laptops. ---
  const folds = () => {
    const close = (keep) => all("details.lang[open]").forEach((menu) => { if (!menu.contains(keep)) menu.open = false; });
    document.addEventListener("click", (event) => close(event.target));
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(null); });
    if (isWide()) all("details[data-open-wide]").forEach((fold) => { fold.open = true; });
  };

  // --- Parts that htmx sends carry the proof against forged requests, as forms do. ---
  const proof = () => document.addEventListener("htmx:configRequest", (event) => {
    const token = document.querySelector("input[name=csrfmiddlewaretoken]");
    if (token) event.detail.headers["X-CSRFToken"] = token.value;
  });

  const start = () => {
    for (const help of [busy, offline, dates, pictures, folds, proof, drafts]) {
      try { help(); } catch { /* no storage, an old browser: the page works as without a script */ }
    }
    document.querySelector(".err-sum")?.focus();
    const current = document.querySelector(".side [aria-current]");
    if (current && !isWide()) current.scrollIntoView({ inline: "center", block: "nearest" });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
})();
