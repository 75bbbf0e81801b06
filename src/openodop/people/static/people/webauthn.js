// Passkeys: asks the device for a key and puts its answer into the form. Without this file, password and codes still work.
"use strict";

(() => {
  const toBytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const toText = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const withBytes = (list) => (list || []).map((known) => ({ ...known, id: toBytes(known.id) }));

  // What the browser made, as JSON: every buffer becomes base64url text, under the names of the WebAuthn standard.
  const asJson = (credential, names) => ({
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment || undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: {
      ...Object.fromEntries(names.filter((name) => credential.response[name]).map((name) => [name, toText(credential.response[name])])),
      transports: credential.response.getTransports ? credential.response.getTransports() : undefined,
    },
  });

  const add = async (options) => {
    const given = options.creation_options.publicKey;
    const publicKey = {
      ...given,
      challenge: toBytes(given.challenge),
      user: { ...given.user, id: toBytes(given.user.id) },
      excludeCredentials: withBytes(given.excludeCredentials),
      // A key that the device itself can find also opens the door without a phone number or password.
      authenticatorSelection: { ...given.authenticatorSelection, residentKey: "preferred", requireResidentKey: false },
    };
    return asJson(await navigator.credentials.create({ publicKey }), ["clientDataJSON", "attestationObject"]);
  };

  const use = async (options) => {
    const given = options.request_options.publicKey;
    const publicKey = { ...given, challenge: toBytes(given.challenge), allowCredentials: withBytes(given.allowCredentials) };
    return asJson(await navigator.credentials.get({ publicKey }), ["clientDataJSON", "authenticatorData", "signature", "userHandle"]);
  };

  const optionsOf = async (form) => {
    if (!form.dataset.options) return JSON.parse(document.getElementById("passkey-options").textContent);
    const answer = await fetch(form.dataset.options, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(`passkey options: ${answer.status}`);
    return answer.json();
  };

  const press = async (form, button) => {
    const failed = form.querySelector("[data-passkey-failed]");
    failed.hidden = true;
    button.disabled = true;
    try {
      const options = await optionsOf(form);
      const credential = form.dataset.passkey === "add" ? await add(options) : await use(options);
      form.elements.credential.value = JSON.stringify(credential);
      form.submit();
    } catch (error) {
      console.warn(error);
      failed.hidden = false;
      button.disabled = false;
    }
  };

  // Browsers give passkeys only to names, never to bare addresses such as 192.168.1.5, and only over https or on localhost.
  const can = () => Boolean(window.PublicKeyCredential && window.isSecureContext) && !/^[\d.]+$|:/.test(location.hostname);

  const start = () => {
    if (!can()) return;
    document.querySelectorAll("[data-passkey-missing]").forEach((notice) => { notice.hidden = true; });
    document.querySelectorAll("form[data-passkey]").forEach((form) => {
      const button = form.querySelector("button");
      form.hidden = false;
      button.addEventListener("click", () => press(form, button));
      form.addEventListener("submit", (event) => event.preventDefault());
    });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
})();
