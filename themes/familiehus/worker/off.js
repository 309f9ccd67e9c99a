// The house keeps nothing any longer: what was kept on this telephone goes, and so does this file.
const MINE = `familiehus ${self.registration.scope} `;
const leave = async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith(MINE)) await caches.delete(name);
  }
  await self.registration.unregister();
};
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));
