// Closes the languages when one goes on: by Escape, by a press elsewhere, by the Tab key, so that
// they never lie over what has the focus (WCAG 2.2, 2.4.11).
for (const box of document.querySelectorAll(".language-chooser details")) {
  const close = (event) => {
    if (!box.contains(event.relatedTarget ?? event.target)) box.open = false;
  };
  box.addEventListener("focusout", (event) => event.relatedTarget && close(event));
  document.addEventListener("click", close);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.open) return;
    box.open = false;
    box.querySelector("summary").focus();
  });
}
