// Small helps for forms on a weak network. Every page works without this file.
"use strict";

(() => {
  const words = (element, name) => element.dataset[name] || "";

  // A button that was pressed shows that it is busy and sends once.
  const busy = () => document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    for (const button of form.querySelectorAll("button.btn")) button.setAttribute("aria-busy", "true");
    setTimeout(() => { delete form.dataset.sent; form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy")); }, 8000);
  });
  addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => { delete form.dataset.sent; }));

  // Drafts: what is typed stays on this phone until it has been sent. Never passwords, files or hidden fields.
  const kept = (form) => [...form.elements].filter((field) => field.name && !["password", "file", "hidden", "submit", "button"].includes(field.type));
  const read = (form) => Object.fromEntries(kept(form).map((field) => [
    `${field.name}=${["radio", "checkbox"].includes(field.type) ? field.value : ""}`,
    ["radio", "checkbox"].includes(field.type) ? field.checked : field.value,
  ]));
  const write = (form, values) => kept(form).forEach((field) => {
    const isTick = ["radio", "checkbox"].includes(field.type);
    const value = values[`${field.name}=${isTick ? field.value : ""}`];
    if (value === undefined) return;
    if (isTick) field.checked = value; else field.value = value;
  });
  const say = (key, text, local) => document.querySelectorAll(`[data-save-state="${CSS.escape(key)}"]`).forEach((state) => {
    state.hidden = false;
    state.classList.toggle("save--local", local);
    state.querySelector("span").textContent = words(state, text);
  });
  const drafts = () => document.querySelectorAll("form[data-draft]").forEach((form) => {
    const key = `draft:${form.dataset.draft}`;
    const hasErrors = document.querySelector(".err-sum");
    try {
      const old = JSON.parse(localStorage.getItem(key) || "null");
      if (old && !hasErrors) { write(form, old); say(form.dataset.draft, "saved", true); }
      form.addEventListener("input", () => {
        localStorage.setItem(key, JSON.stringify(read(form)));
        say(form.dataset.draft, navigator.onLine ? "saved" : "offline", true);
      });
      form.addEventListener("submit", () => { if (navigator.onLine) localStorage.removeItem(key); });
    } catch { /* no storage: the form works as without a script */ }
  });

  // A chosen picture is shown before it is sent.
  const pictures = () => document.addEventListener("change", (event) => {
    const input = event.target;
    if (input.type !== "file" || !input.accept.startsWith("image")) return;
    input.parentNode.querySelectorAll("img.preview").forEach((old) => old.remove());
    for (const file of input.files) {
      const image = document.createElement("img");
      image.className = "preview";
      image.alt = file.name;
      image.src = URL.createObjectURL(file);
      input.after(image);
    }
  });

  // Menus made of <details> close when one leaves them; filters stand open on laptops.
  const folds = () => {
    document.addEventListener("click", (event) => document.querySelectorAll("details.lang[open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; }));
    if (matchMedia("(min-width: 62em)").matches) document.querySelectorAll("details[data-open-wide]").forEach((fold) => { fold.open = true; });
  };

  const start = () => {
    busy(); drafts(); pictures(); folds();
    document.querySelector(".err-sum")?.focus();
    const current = document.querySelector(".side [aria-current]");
    if (current && matchMedia("(max-width: 61.99em)").matches) current.scrollIntoView({ inline: "center", block: "nearest" });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
})();
