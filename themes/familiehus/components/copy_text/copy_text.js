// Shows a button that copies the text, where the browser lets a page do so.
for (const box of document.querySelectorAll(".copy-text")) {
  const button = box.querySelector("button");
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(box.querySelector(".copy-text__text").innerText);
    box.querySelector("[role=status]").textContent = box.dataset.copied;
  });
}
