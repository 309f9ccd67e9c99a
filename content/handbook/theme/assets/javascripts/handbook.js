// What Material opens with labels and hidden check boxes is opened here with buttons: focus goes
// in, stays while it covers the page, and comes back to the button.
const WIDE_SEARCH = matchMedia("(min-width: 60em)");
const page = document.querySelector(".md-container");

const $ = (selector, inside = document) => inside.querySelector(selector);

const panel = (name, button, root, { first, changed = () => {} }) => {
  const toggle = $(`#__${name}`);
  const set = (open) => toggle.checked !== open && toggle.click();
  button.addEventListener("click", () => set(!toggle.checked));
  toggle.addEventListener("change", () => {
    button.setAttribute("aria-expanded", toggle.checked);
    changed(toggle.checked);
    const focused = document.activeElement;
    const wasInside = root.contains(focused) || focused === document.body;
    if (toggle.checked) first()?.focus();
    else if (wasInside && button.checkVisibility()) button.focus();
  });
  return { toggle, set, root };
};

const drawer = $("#hb-menu").closest(".md-sidebar");
const menu = panel("drawer", $(".hb-menu"), drawer, {
  first: () => $("[aria-current]", drawer) ?? $("a", drawer),
});

// On a telephone the search covers the page: then it is a dialog, and nothing behind it is reached.
const cover = (open) => {
  const covers = open && !WIDE_SEARCH.matches;
  const root = $(".md-search");
  root.setAttribute("role", covers ? "dialog" : "search");
  if (covers) root.setAttribute("aria-modal", "true");
  else root.removeAttribute("aria-modal");
  const behind = [page, ...[".md-skip", ".hb-menu", ".hb-title", ".hb-find"].map((it) => $(it))];
  for (const element of behind) if (element) element.inert = covers;
};
const search = panel("search", $(".hb-find"), $(".md-search"), {
  first: () => $(".md-search__input"),
  changed: cover,
});
$(".hb-close").addEventListener("click", () => search.set(false));

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menu.toggle.checked) menu.set(false);
  // Material shuts the search with Tab, which hides the results from whoever was on the way there.
  if (event.key === "Tab" && search.toggle.checked) event.stopPropagation();
}, true);

for (const open of [menu, search]) {
  open.root.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !open.root.contains(relatedTarget)) open.set(false);
  });
}

// Material puts the button that copies an example into a landmark of its own, one for each example.
const unmark = () => {
  document.querySelectorAll(".md-code__nav").forEach((nav) => nav.setAttribute("role", "none"));
  document.querySelectorAll(".md-code__button").forEach((button) => {
    button.setAttribute("aria-label", button.title);
  });
};
new MutationObserver(unmark).observe(page, { childList: true, subtree: true });
unmark();
