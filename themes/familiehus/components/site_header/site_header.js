// Changing language keeps what one was looking at: the choices and the search in the address, and
// the place on the page. Set when the link is about to be followed, so that it is right however the
// page has changed since; without scripts the link leads to the same page.
for (const chooser of document.querySelectorAll(".language-chooser")) {
  const links = [...chooser.querySelectorAll("a")].map((link) => [link, link.getAttribute("href")]);

  // The last heading or row with an address that has passed under the top of the window. The text
  // itself is longer or shorter in another language; the anchors are the same.
  const place = () => {
    if (!scrollY) return location.hash;
    const passed = [...document.querySelectorAll("main [id]")].filter((element) => {
      const { top, height } = element.getBoundingClientRect();
      return height && top < innerHeight / 3;
    });
    return passed.length ? `#${passed.at(-1).id}` : "";
  };

  const keep = () => {
    for (const [link, href] of links) link.href = href + location.search + place();
  };
  for (const event of ["pointerdown", "focusin", "click"]) {
    chooser.addEventListener(event, keep, { capture: true });
  }
}
