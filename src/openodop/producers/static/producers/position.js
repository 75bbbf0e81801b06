// Fills latitude and longitude from the phone, where it can. Without this file both are written by hand.
"use strict";

(() => {
  const offer = document.querySelector("[data-geolocate]");
  if (!offer || !navigator.geolocation) return;
  const [button, status] = [offer.querySelector("button"), offer.querySelector("[role=status]")];
  const field = (name) => document.querySelector(`[name=${name}]`);
  const say = (word) => { status.textContent = status.dataset[word]; };
  const fill = ({ coords }) => {
    for (const name of ["latitude", "longitude"]) {
      field(name).value = coords[name].toFixed(5);
      field(name).dispatchEvent(new Event("input", { bubbles: true }));
    }
    say("found");
  };
  offer.hidden = false;
  button.addEventListener("click", () => {
    say("looking");
    navigator.geolocation.getCurrentPosition(fill, () => say("failed"), { enableHighAccuracy: true, timeout: 30000, maximumAge: 60000 });
  });
})();
