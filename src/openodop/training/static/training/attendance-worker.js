// Keeps the list of attendance of a course usable without a network: its pages, and the styles and scripts they need.
// It serves nothing else, and answers from what it kept only when the network does not answer.
"use strict";

const KEPT = "attendance-1";
const LIST = /^\/courses\/[^/]+\/attendance\/\d+\/$/;
const MOST_LISTS = 12;
const PATIENCE = 8000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("attendance-") && name !== KEPT) await caches.delete(name);
  await self.clients.claim();
})()));

const inTime = (request) => Promise.race([
  fetch(request),
  new Promise((_, refuse) => { setTimeout(() => refuse(new Error("slow")), PATIENCE); }),
]);

// A list is kept when it arrives whole; when the page asks to sign in again or is gone, it is no longer kept on this phone.
async function list(request) {
  const kept = await caches.open(KEPT);
  const address = new URL(request.url).pathname;
  try {
    const answer = await inTime(request);
    if (answer.ok && !answer.redirected) {
      await kept.put(address, answer.clone());
      const lists = (await kept.keys()).filter((entry) => LIST.test(new URL(entry.url).pathname));
      for (const old of lists.slice(0, -MOST_LISTS)) await kept.delete(old);
    } else if (answer.redirected || [403, 404, 410].includes(answer.status) || answer.type === "opaqueredirect") {
      await kept.delete(address);
    }
    return answer;
  } catch (error) {
    const known = await kept.match(address);
    if (known) return known;
    throw error;
  }
}

// A file whose name carries its content never changes; others are asked for anew while there is a network.
async function file(request) {
  const kept = await caches.open(KEPT);
  const known = await kept.match(request);
  if (known && /\.[0-9a-f]{12}\./.test(request.url)) return known;
  try {
    const answer = await inTime(request);
    if (answer.ok) await kept.put(request, answer.clone());
    return answer;
  } catch (error) {
    if (known) return known;
    throw error;
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (request.mode === "navigate" && LIST.test(address.pathname)) event.respondWith(list(request));
  else if (address.pathname.startsWith("/static/")) event.respondWith(file(request));
});
