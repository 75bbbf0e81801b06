// Offers the known villages of the chosen district while the name is typed. Without this file the name is written in full.
"use strict";

(() => {
  const village = document.querySelector("input[data-villages]");
  if (!village) return;
  const list = document.createElement("datalist");
  list.id = "known-villages";
  village.after(list);
  village.setAttribute("list", list.id);
  const district = () => document.getElementById("id_district")?.value || village.dataset.villages;
  let waiting;
  const offer = async () => {
    if (!district()) return;
    const asked = new URLSearchParams({ q: village.value });
    try {
      const answer = await fetch(`/places/${encodeURIComponent(district())}/villages/?${asked}`, { headers: { Accept: "text/html" } });
      if (answer.ok) list.innerHTML = await answer.text();
    } catch { /* no internet: the name is written in full */ }
  };
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(offer, 250); };
  village.addEventListener("input", soon);
  village.addEventListener("focus", soon, { once: true });
  document.getElementById("id_district")?.addEventListener("change", soon);
})();
