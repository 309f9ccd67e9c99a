// Shows a button that copies the text, where the browser lets a page do so.
{
  // What stands folded has no `innerText` with lines in it.
  const lines = (part) => [...part.childNodes].map((n) => n.nodeName === "BR" ? "\n" : n.textContent);
  const textOf = (box) => [...box.querySelectorAll(".copy-text__text > p")]
    .map((part) => lines(part).join("")).join("\n\n");
  for (const box of document.querySelectorAll(".copy-text")) {
    const button = box.querySelector("button");
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(textOf(box));
      box.querySelector("[role=status]").textContent = box.dataset.copied;
    });
  }
}
