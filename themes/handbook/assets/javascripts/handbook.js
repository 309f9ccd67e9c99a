// What Material opens with labels and hidden check boxes is opened here with buttons: focus goes
// in, stays while it covers the page, and comes back to the button.
const WIDE_SEARCH = matchMedia("(min-width: 60em)");
const page = document.querySelector(".md-container");

const panel = (name, button, root, first) => {
  const toggle = document.getElementById(`__${name}`);
  const set = (open) => toggle.checked !== open && toggle.click();
  button.addEventListener("click", () => set(!toggle.checked));
  toggle.addEventListener("change", () => {
    button.setAttribute("aria-expanded", toggle.checked);
    if (toggle.checked) first()?.focus();
    else if (root.contains(document.activeElement) || document.activeElement === document.body) {
      if (button.checkVisibility()) button.focus();
    }
  });
  return { toggle, set, root };
};

const $ = (selector, inside = document) => inside.querySelector(selector);

// The menu
const drawer = $("#hb-menu").closest(".md-sidebar");
const menu = panel("drawer", $(".hb-menu"), drawer, () => $("[aria-current]", drawer) ?? $("a", drawer));

// The search
const search = panel("search", $(".hb-find"), $(".md-search"), () => $(".md-search__input"));
const behind = [page, $(".hb-menu"), $(".hb-title"), $(".hb-find")];
$(".hb-close").addEventListener("click", () => search.set(false));

// On a telephone it covers the page: then it is a dialog, and nothing behind it can be reached.
search.toggle.addEventListener("change", () => {
  const covers = search.toggle.checked && !WIDE_SEARCH.matches;
  search.root.setAttribute("role", covers ? "dialog" : "search");
  search.root.toggleAttribute("aria-modal", covers);
  if (covers) search.root.setAttribute("aria-modal", "true");
  behind.forEach((element) => (element.inert = covers));
  if (!covers && !search.toggle.checked && $(".hb-find").checkVisibility()) $(".hb-find").focus();
});

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
