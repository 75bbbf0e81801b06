// The tap list on a phone: every tap is kept here at once and sent as soon as there is a network. Sending a tap again does no harm:
// the server knows it by this phone, the person and the time. Without this file the list is an ordinary form.
"use strict";

(() => {
  const form = document.getElementById("taps");
  if (!form) return;
  const { session, account, send, worker, scope } = form.dataset;
  const state = document.getElementById("save-state");
  const QUEUE = `attendance:${account}`;
  const KNOWN = `attendance-known:${account}:${session}`;
  const AGAIN = 15000;
  const MOST = 200;

  // What this browser cannot keep is kept as long as the page is open.
  const memory = {};
  const kept = (key, empty) => {
    try { return JSON.parse(localStorage.getItem(key)) ?? memory[key] ?? empty; } catch { return memory[key] ?? empty; }
  };
  const keep = (key, value) => {
    memory[key] = value;
    try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* full or forbidden */ }
  };
  const phone = () => {
    let name = kept("attendance-phone", "");
    if (!name) {
      name = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      keep("attendance-phone", name);
    }
    return name;
  };
  const taps = () => kept(QUEUE, []);
  const same = (one, other) => one.session === other.session && one.enrolment === other.enrolment && one.at === other.at;

  // --- what is shown ---
  const row = (enrolment) => form.querySelector(`[data-enrolment="${enrolment}"]`);
  const show = (enrolment, status) => {
    const choice = row(enrolment)?.querySelector(`input[type=radio][value="${CSS.escape(status)}"]`);
    if (choice) choice.checked = true;
  };
  const clock = (moment) => `${String(moment.getHours()).padStart(2, "0")}:${String(moment.getMinutes()).padStart(2, "0")}`;
  const say = (words, kind) => {
    state.classList.remove("vh");
    state.classList.toggle("save--local", kind === "local");
    state.classList.toggle("save--bad", kind === "bad");
    state.querySelector("span").textContent = words;
  };
  const count = () => {
    const rows = [...form.querySelectorAll("[data-enrolment]")];
    const marks = rows.map((one) => one.querySelector("input[type=radio]:checked")?.value).filter(Boolean);
    const came = marks.filter((mark) => mark === "present" || mark === "late").length;
    const words = { marked: marks.length, people: rows.length, came };
    document.getElementById("counted").textContent = form.dataset.counted.replace(/\{(\w+)\}/g, (_, name) => words[name]);
    const waiting = new Set(taps().filter((tap) => tap.session === session).map((tap) => tap.enrolment));
    rows.forEach((one) => one.classList.toggle("is-waiting", waiting.has(one.dataset.enrolment)));
  };
  const waiting = () => say(`${state.dataset.kept} ${new Set(taps().map((tap) => `${tap.session} ${tap.enrolment}`)).size}`, "local");

  // --- sending ---
  let sending = false;
  let later = 0;
  const token = () => form.querySelector("[name=csrfmiddlewaretoken]");
  const post = (address, body) => fetch(address, {
    method: "POST", credentials: "same-origin", redirect: "manual",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token().value }, body: JSON.stringify(body),
  });
  // A page that was kept for long carries an old token; a fresh page has the new one, or asks to sign in.
  const renewToken = async () => {
    const answer = await fetch(location.pathname, { credentials: "same-origin", redirect: "manual", cache: "no-store" });
    if (!answer.ok) return false;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#taps [name=csrfmiddlewaretoken]");
    if (!fresh) return false;
    token().value = fresh.value;
    return true;
  };
  const drop = (sent) => keep(QUEUE, taps().filter((tap) => !sent.some((other) => same(tap, other))));
  const refuse = (words) => {
    const box = document.getElementById("refused");
    box.hidden = false;
    box.querySelector("span").textContent = words;
  };
  const take = (batch, told) => {
    drop(batch);
    told.answers.filter((answer) => answer.refused).forEach((answer) => refuse(answer.refused));
    if (batch[0].session !== session) return;
    const known = kept(KNOWN, {});
    const open = new Set(taps().filter((tap) => tap.session === session).map((tap) => tap.enrolment));
    for (const { enrolment, status } of told.answers) {
      known[enrolment] = { status, at: told.now };
      if (!open.has(String(enrolment))) show(enrolment, status);
      const seen = form.elements[`seen-${enrolment}`];
      if (seen) seen.value = status;
    }
    keep(KNOWN, known);
  };
  const sendBatch = async (batch, again = true) => {
    const body = {
      session: batch[0].session, client: phone(), sent_at: new Date().toISOString(),
      taps: batch.map(({ enrolment, status, at }) => ({ enrolment, status, at })),
    };
    const answer = await post(batch[0].send, body);
    if (answer.status === 200) { take(batch, await answer.json()); return "sent"; }
    if (answer.status === 409) { refuse((await answer.json()).refused); drop(batch); return "sent"; }
    if (answer.status === 403 && again && await renewToken()) return sendBatch(batch, false);
    return answer.status === 403 || answer.type === "opaqueredirect" ? "sign-in" : "later";
  };
  const flush = async () => {
    clearTimeout(later);
    if (sending || !taps().length) { count(); return; }
    sending = true;
    let result = "sent";
    try {
      while (result === "sent" && taps().length) {
        const [first] = taps();
        say(state.dataset.sending, "local");
        result = await sendBatch(taps().filter((tap) => tap.session === first.session).slice(0, MOST));
      }
    } catch { result = "later"; }
    sending = false;
    count();
    if (result === "sent") { say(`${state.dataset.saved} ${clock(new Date())}`); return; }
    if (result === "sign-in") say(state.dataset.signIn, "bad"); else waiting();
    later = setTimeout(flush, AGAIN);
  };

  // --- tapping ---
  const tap = (enrolment, status) => {
    // Two taps on one person never carry the same time.
    const at = new Date(Math.max(Date.now(), 1 + Math.max(0, ...taps().map((other) => Date.parse(other.at))))).toISOString();
    const older = taps().filter((other) => other.session !== session || other.enrolment !== enrolment || sending);
    keep(QUEUE, [...older, { session, send, enrolment, status, at }]);
  };
  form.addEventListener("change", (event) => {
    const { name, value } = event.target;
    if (!name?.startsWith("mark-")) return;
    tap(name.slice("mark-".length), value);
    waiting();
    count();
    flush();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopPropagation();
    if (event.submitter?.name === "everybody") {
      form.querySelectorAll("[data-enrolment]").forEach((one) => {
        if (one.querySelector("input[type=radio]:checked")) return;
        show(one.dataset.enrolment, event.submitter.value);
        tap(one.dataset.enrolment, event.submitter.value);
      });
    }
    if (taps().length) waiting();
    flush();
  });
  addEventListener("online", flush);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) flush(); });

  // --- opening: a page that was kept on the phone is older than what was sent since ---
  const rendered = Date.parse(form.dataset.rendered);
  for (const [enrolment, { status, at }] of Object.entries(kept(KNOWN, {}))) if (status && Date.parse(at) > rendered) show(enrolment, status);
  for (const one of taps()) if (one.session === session) show(one.enrolment, one.status);
  if (taps().length) waiting();
  count();
  flush();

  // --- the page itself without a network ---
  const keepPage = async () => {
    if (kept("attendance-account", account) !== account) await caches.delete("attendance-1");
    keep("attendance-account", account);
    await navigator.serviceWorker.register(worker, { scope });
    if (navigator.serviceWorker.controller) return;
    const store = await caches.open("attendance-1");
    const files = [...document.querySelectorAll("link[rel=stylesheet], script[src]")].map((one) => one.href || one.src);
    await store.addAll([location.pathname, ...files]);
  };
  if ("serviceWorker" in navigator && "caches" in window) keepPage().catch(() => { /* the list works all the same, with a network */ });
})();
