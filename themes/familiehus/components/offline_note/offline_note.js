// Asks the browser to keep a few pages for when there is no network. Whoever reads about violence
// is not asked to keep anything.
if (
  isSecureContext && "serviceWorker" in navigator &&
  document.querySelector("[data-offline]") && !document.querySelector(".safe-exit:not([hidden])")
) {
  navigator.serviceWorker.register(new URL("../sw.js", import.meta.url)).catch(() => {});
}
