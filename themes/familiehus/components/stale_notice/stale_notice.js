// A page that is older than a week says so.
for (const notice of document.querySelectorAll("[data-made-on]")) {
  const age = Date.now() - Date.parse(notice.dataset.madeOn);
  notice.hidden = !(age > 7 * 24 * 60 * 60 * 1000);
}
