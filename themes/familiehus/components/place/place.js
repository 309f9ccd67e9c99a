// Shows a button that copies the address, where the browser lets a page do so.
for (const box of document.querySelectorAll(".place__copy")) {
  const button = box.querySelector("button");
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const address = box.closest(".place").querySelector("address");
    await navigator.clipboard.writeText(address.innerText.replace(/\s*\n\s*/g, ", "));
    box.querySelector("[role=status]").textContent = box.dataset.copied;
  });
}
