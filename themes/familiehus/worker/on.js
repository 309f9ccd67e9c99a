// Keeps a few pages readable without a network: hours, telephone, the way, the calendar.
// The network always comes first; what is kept is shown only where there is none, and says so.
// Pages about violence are never kept.
const HOUSE = "house";
const at = (path) => new URL(path, self.registration.scope).href;
const MINE = `familiehus ${self.registration.scope} `;
const CACHE = MINE + HOUSE.version;
const KEPT = new Set([...HOUSE.pages, ...HOUSE.files].map(at));

const older = async () =>
  (await caches.keys()).filter((name) => name.startsWith(MINE) && name !== CACHE);

// The first pages, and what an earlier build kept because somebody had read it.
const fill = async () => {
  const wanted = new Set(HOUSE.first.map(at));
  for (const name of await older()) {
    for (const { url } of await (await caches.open(name)).keys()) {
      if (KEPT.has(url)) wanted.add(url);
    }
  }
  const requests = [...wanted].map((url) => new Request(url, { cache: "no-cache" }));
  await (await caches.open(CACHE)).addAll(requests);
  await self.skipWaiting();
};

const tidy = async () => {
  for (const name of await older()) await caches.delete(name);
  await self.clients.claim();
};

// The same page with the line shown that says from when it is.
const marked = async (response) => {
  const html = (await response.text()).replace(" hidden data-offline", " data-offline");
  return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
};

const fromKept = async (request, url) => {
  const cache = await caches.open(CACHE);
  const found = await cache.match(url);
  if (request.mode !== "navigate") return found || Response.error();
  if (found) return marked(found);
  const language = HOUSE.languages.find((code) => code && url.startsWith(at(code))) || "";
  // Its links are relative, so it must be read at its own address.
  return Response.redirect(at(language + HOUSE.away));
};

const answer = async (event, url) => {
  let response;
  try {
    // Asks the server even where the browser holds a copy that it thinks is fresh.
    response = await fetch(event.request, { cache: "no-cache" });
  } catch {
    return fromKept(event.request, url);
  }
  if (response.ok && KEPT.has(url)) {
    const copy = response.clone();
    event.waitUntil(caches.open(CACHE).then((cache) => cache.put(url, copy)));
  }
  return response;
};

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("fetch", (event) => {
  const url = event.request.url.split("#")[0];
  if (event.request.method !== "GET" || !url.startsWith(self.registration.scope)) return;
  if (event.request.mode === "navigate" || KEPT.has(url)) event.respondWith(answer(event, url));
});
