"use strict";
(() => {
  // Everything that comes from the application or an answer becomes text, never markup.
  const el = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else if (value === true) element.setAttribute(key, "");
      else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
    }
    for (const child of children) if (child) element.append(child);
    return element;
  };
  const $ = id => document.getElementById(id);
  const panel = $("panel");
  const field = (label, control) => el("label", { class: "field" }, el("span", {}, label), control);
  const input = (id, value, attributes) => el("input", { id, value: value || "", autocomplete: "off", spellcheck: "false", ...attributes });
  const area = (id, rows, placeholder, value) => { const a = el("textarea", { id, rows, placeholder, spellcheck: "false" }); a.value = value || ""; return a; };
  const kinds = { HTTP: "HTTP API", REST: "REST API", WebSocket: "WebSocket API", URL: "Function URL" };
  let socket = null;

  const store = {
    get(key) { try { return JSON.parse(sessionStorage.getItem(key) || "{}"); } catch { return {}; } },
    set(key, value) { try { sessionStorage.setItem(key, JSON.stringify(value)); } catch { /* full or forbidden: nothing is kept */ } }
  };

  fetch("/_serverless/application.json").then(answer => {
    if (!answer.ok) throw new Error("status " + answer.status);
    return answer.json();
  }).then(show, error => { $("summary").textContent = "The application cannot be read: " + error.message; });

  function show(data) {
    document.title = data.application + " – routes";
    $("application").textContent = data.application;
    const routes = data.apis.reduce((sum, api) => sum + api.routes.length, 0);
    $("summary").textContent = `${count(data.apis.length, "front door")}, ${count(routes, "route")}, ${count(data.functions.length, "function")}`;
    if (data.identity !== "own" && data.apis.some(api => api.routes.some(route => ["Jwt", "Cognito", "IAM"].includes(route.access)))) {
      $("notice").hidden = false;
      $("notice").textContent = data.identity === "unvalidated"
        ? "Tokens and signatures are not checked here: claims are read from any token, signed or not."
        : "Tokens and signatures are not checked here, so routes that need them refuse everybody.";
    }
    const list = $("list");
    for (const api of data.apis) {
      const items = el("ul", {});
      for (const route of api.routes) {
        items.append(row(route.method || "WS", route.path || route.key,
          route.target + (route.access === "public" ? "" : " · " + (route.authorizer || route.access)) + (route.apiKey ? " · API key" : "") + (route.streaming ? " · streamed" : ""),
          () => api.kind === "WebSocket" ? showSocket(api) : showRoute(api, route)));
      }
      list.append(el("section", {}, el("h2", {}, `${api.id} `, el("span", { class: "quiet" }, `${kinds[api.kind]}, stage ${api.stage}, at ${api.base || "/"}`)), items));
    }
    if (data.functions.length) {
      const items = el("ul", {});
      for (const f of data.functions) items.append(row("Invoke", f.id, `at most ${f.timeout} s`, () => showFunction(f)));
      list.append(el("section", {}, el("h2", {}, "Functions"), items));
    }
    $("find").addEventListener("input", () => find($("find").value.trim().toLowerCase()));
  }

  const count = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;

  function row(method, path, target, open) {
    const button = el("button", { type: "button", class: "route", onclick: () => {
      for (const other of document.querySelectorAll(".route[aria-current]")) other.removeAttribute("aria-current");
      button.setAttribute("aria-current", "true");
      open();
      panel.focus({ preventScroll: true });
      if (matchMedia("(max-width: 50rem)").matches) panel.scrollIntoView();
    } }, el("span", { class: "method" }, method), el("span", { class: "path" }, path), el("span", { class: "target" }, target));
    return el("li", {}, button);
  }

  function find(text) {
    let any = false;
    for (const section of document.querySelectorAll("#list > section")) {
      let some = false;
      for (const item of section.querySelectorAll("li")) {
        item.hidden = !item.textContent.toLowerCase().includes(text);
        some = some || !item.hidden;
      }
      section.hidden = !some;
      any = any || some;
    }
    $("nothing").hidden = any;
  }

  function fill(...children) {
    if (socket) { socket.close(); socket = null; }
    panel.replaceChildren(...children.filter(child => child));
  }

  // Routes

  function showRoute(api, route) {
    const key = api.id + " " + route.key;
    const kept = store.get(key);
    const methods = route.method === "ANY" ? ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"] : null;
    const form = el("form", { onsubmit: event => { event.preventDefault(); send(api, route, key); } },
      methods && field("Method", el("select", { id: "method" }, ...methods.map(m => el("option", { selected: m === kept.method }, m)))),
      route.path === "/" && route.key === "$default" && field("Path", input("path", kept.path || "/")),
      ...route.variables.map(name => field(name, input("variable-" + name, kept["variable-" + name], { "data-variable": name, required: true }))),
      field("Query, one name=value a line", area("query", 2, "take=20", kept.query)),
      field("Headers, one Name: value a line", area("headers", 2, "X-Trace: 1", kept.headers)),
      takesBody(route.method) && field("Body", area("body", 6, "{ }", kept.body)),
      identity(route, kept),
      el("div", { class: "buttons" }, el("button", { class: "act", id: "send", type: "submit" }, "Send")));
    fill(el("h3", {}, route.key), el("p", { class: "quiet" }, `${api.id} → ${route.target}${route.targetKind === "function" ? "" : " (" + route.targetKind + ")"}`),
      form, el("div", { id: "result", "aria-live": "polite" }));
  }

  const takesBody = method => method !== "GET" && method !== "HEAD";

  function identity(route, kept) {
    const parts = [];
    if (route.access === "Jwt" || route.access === "Cognito") {
      parts.push(field("Claims of an unsigned token; empty = no token", area("claims", 3, "", kept.claims ?? JSON.stringify({ sub: "local-user", ...(route.scopes.length ? { scope: route.scopes.join(" ") } : {}) }, null, 2))));
      parts.push(field("Or a token of your own", input("token", kept.token)));
    }
    if (route.access === "IAM") parts.push(field("Name of an IAM user; empty = not signed", input("user", kept.user ?? "local-user")));
    if (route.access === "Lambda") {
      for (const source of route.identitySources) {
        const header = /header\.(.+)$/.exec(source);
        if (header) parts.push(field(`${header[1]} (asked by ${route.authorizer})`, input("source-" + header[1], kept["source-" + header[1]], { "data-header": header[1] })));
      }
    }
    if (route.apiKey) parts.push(field("API key: any will do", input("apikey", kept.apikey ?? "local-key")));
    return parts.length ? el("fieldset", {}, el("legend", {}, "Who calls"), ...parts) : null;
  }

  const base64 = text => btoa(String.fromCharCode(...new TextEncoder().encode(text))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const value = id => { const control = $(id); return control ? control.value : ""; };

  function headersOf(route) {
    const headers = new Headers();
    for (const line of value("headers").split("\n")) {
      const colon = line.indexOf(":");
      if (colon > 0) headers.append(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
    }
    for (const control of panel.querySelectorAll("[data-header]")) if (control.value) headers.set(control.dataset.header, control.value);
    if (value("user")) headers.set("X-Local-User", value("user"));
    if (value("apikey")) headers.set("x-api-key", value("apikey"));
    if (value("token")) headers.set("Authorization", "Bearer " + value("token"));
    else if (value("claims").trim()) headers.set("Authorization", `Bearer ${base64("{\"alg\":\"none\"}")}.${base64(JSON.stringify(JSON.parse(value("claims"))))}.`);
    if (value("body") && takesBody(value("method") || route.method) && !headers.has("Content-Type")) headers.set("Content-Type", "application/json");
    return headers;
  }

  function addressOf(api, route) {
    let path = $("path") ? value("path") : route.path;
    for (const control of panel.querySelectorAll("[data-variable]")) {
      const name = control.dataset.variable;
      path = path.replace(`{${name}}`, () => encodeURIComponent(control.value)).replace(`{${name}+}`, () => control.value.split("/").map(encodeURIComponent).join("/"));
    }
    const query = queryOf();
    return api.base + path + (query ? "?" + query : "");
  }

  function queryOf() {
    return value("query").split("\n").filter(line => line.trim()).map(line => {
      const equals = line.indexOf("=");
      return equals < 0 ? encodeURIComponent(line.trim()) : encodeURIComponent(line.slice(0, equals).trim()) + "=" + encodeURIComponent(line.slice(equals + 1).trim());
    }).join("&");
  }

  function keep(key) {
    const kept = {};
    for (const control of panel.querySelectorAll("input, textarea, select")) if (control.id) kept[control.id] = control.value;
    store.set(key, kept);
  }

  async function send(api, route, key) {
    keep(key);
    await run(() => {
      const method = value("method") || route.method;
      const options = { method, headers: headersOf(route), redirect: "manual", cache: "no-store" };
      if (takesBody(method) && value("body")) options.body = value("body");
      return [addressOf(api, route), options];
    });
  }

  async function run(prepare) {
    const result = $("result");
    const button = $("send");
    button.disabled = true;
    result.replaceChildren(el("p", { class: "quiet" }, "Waiting …"));
    const began = performance.now();
    try {
      const [address, options] = prepare();
      const answer = await fetch(address, options);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const time = performance.now() - began;
      if (answer.type === "opaqueredirect") {
        result.replaceChildren(el("p", { class: "status" }, "A redirect"), el("p", { class: "quiet" }, "Browsers do not show scripts where it leads: look at it with another client."));
        return;
      }
      const headers = [...answer.headers].map(([name, text]) => `${name}: ${text}`).join("\n");
      result.replaceChildren(
        el("p", { class: "status " + (answer.ok ? "good" : "bad"), id: "status" }, `${answer.status} ${answer.statusText}`.trim()),
        el("p", { class: "quiet" }, `${options.method} ${address} · ${time.toFixed(time < 10 ? 1 : 0)} ms · ${count(bytes.length, "byte")}`),
        el("h2", {}, "Headers"), el("pre", { tabindex: "0", "aria-label": "Headers of the answer" }, headers),
        el("h2", {}, "Body"), el("pre", { id: "answer", tabindex: "0", "aria-label": "Body of the answer" }, pretty(bytes, answer.headers.get("content-type") || "")));
    } catch (error) {
      result.replaceChildren(el("p", { class: "status bad", id: "status" }, "Not sent, or no answer"), el("p", { class: "quiet" }, error.message));
    } finally {
      button.disabled = false;
    }
  }

  function pretty(bytes, type) {
    let text;
    try { text = new TextDecoder("utf-8", { fatal: true }).decode(bytes); } catch { return `${count(bytes.length, "byte")} that are no text`; }
    if (/json/i.test(type)) { try { return JSON.stringify(JSON.parse(text), null, 2); } catch { /* not JSON after all: shown as it is */ } }
    return text;
  }

  // Functions

  function showFunction(f) {
    const key = "function " + f.id;
    const kept = store.get(key);
    const form = el("form", { onsubmit: event => { event.preventDefault(); keep(key); run(() => [
      "/2015-03-31/functions/" + encodeURIComponent(f.id) + "/invocations", { method: "POST", body: value("body") || "{}", cache: "no-store" }]); } },
      field("Event", area("body", 8, "{ }", kept.body)),
      el("div", { class: "buttons" }, el("button", { class: "act", id: "send", type: "submit" }, "Invoke")));
    fill(el("h3", {}, f.id), form, el("div", { id: "result", "aria-live": "polite" }));
  }

  // WebSockets

  function showSocket(api) {
    const kept = store.get(api.id);
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    const log = el("ul", { id: "log" });
    const connect = el("button", { class: "act", id: "connect", type: "submit" }, "Connect");
    const disconnect = el("button", { class: "act plain", id: "disconnect", type: "button", disabled: true, onclick: () => socket && socket.close(1000) }, "Disconnect");
    const sendButton = el("button", { class: "act", id: "send", type: "submit", disabled: true }, "Send");
    const message = area("message", 4, "", kept.message || JSON.stringify({ [(/body\.([\w]+)$/.exec(api.selection) || [, "action"])[1]]: (api.routes.find(r => !r.key.startsWith("$")) || { key: "hello" }).key }));
    const note = (who, text) => log.prepend(el("li", {}, el("span", { class: "who" }, `${new Date().toLocaleTimeString()} ${who} `), text));
    const state = open => { connect.disabled = open; disconnect.disabled = !open; sendButton.disabled = !open; };

    const open = event => {
      event.preventDefault();
      keep(api.id);
      const query = queryOf();
      const address = `${scheme}//${location.host}${api.base}${query ? "?" + query : ""}`;
      const mine = new WebSocket(address);
      socket = mine;
      connect.disabled = true;
      mine.addEventListener("open", () => { state(true); note("connected", address); });
      mine.addEventListener("message", async e => note("received", typeof e.data === "string" ? e.data : `${e.data.size} bytes`));
      mine.addEventListener("close", e => { state(false); note("closed", `${e.code} ${e.reason}`.trim() + (e.code === 1006 ? " (refused, or cut)" : "")); if (socket === mine) socket = null; });
    };
    fill(el("h3", {}, api.id), el("p", { class: "address" }, `${scheme}//${location.host}${api.base}`),
      el("p", { class: "quiet" }, `Messages choose their route by ${api.selection}: ${api.routes.map(r => r.key).join(", ")}`),
      el("form", { onsubmit: open }, field("Query, one name=value a line (browsers send no headers of your own)", area("query", 2, "token=…", kept.query)), el("div", { class: "buttons" }, connect, disconnect)),
      el("form", { onsubmit: event => { event.preventDefault(); keep(api.id); if (socket) { socket.send(message.value); note("sent", message.value); } } }, field("Message", message), el("div", { class: "buttons" }, sendButton)),
      el("h2", {}, "Log"), el("div", { "aria-live": "polite" }, log));
  }
})();
