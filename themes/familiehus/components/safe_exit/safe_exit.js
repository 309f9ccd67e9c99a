// Leaves the page so that nothing of it is seen: emptied at once, and gone from the way back.
// Three times Esc does the same: one alone closes much else, and screen readers use it.
for (const exit of document.querySelectorAll(".safe-exit")) {
  const link = exit.querySelector("a");
  const status = exit.querySelector("[role=status]");
  const WITHIN = 5000;
  let pressed = [];
  const leave = () => {
    document.title = link.hostname;
    document.body.replaceChildren();
    location.replace(link.href);
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat || exit.hidden) return;
    pressed = [...pressed.filter((then) => event.timeStamp - then < WITHIN), event.timeStamp];
    if (pressed.length > 2) leave();
    else status.textContent = pressed.length > 1 ? exit.dataset.once : exit.dataset.twice;
  });
}
for (const words of document.querySelectorAll("[data-esc]")) words.hidden = false;
