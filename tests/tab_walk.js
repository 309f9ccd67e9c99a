// The part of accessibility.py's `tab_walk` that looks at the page from inside.
// Run it before the first Tab: it remembers how everything looks without focus.
(() => {
  const FOCUSABLE = [
    "a[href]", "area[href]", "button", "input:not([type=hidden])", "select", "textarea",
    "details > summary:first-of-type", "[tabindex]", "[contenteditable]",
    "audio[controls]", "video[controls]", "iframe",
  ].join();

  const isShown = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    boxes(element).length > 0;

  // A box of one pixel is how text for screen readers is hidden from everyone else.
  const boxes = (element) =>
    [...element.getClientRects()].filter((box) => box.width > 1 && box.height > 1);

  const isOffered = (element) =>
    element.tabIndex >= 0 && !element.matches(":disabled, [inert] *, [inert]") && isShown(element);

  const isSeeThrough = (colour) => /^transparent$|, 0\)$|\/ 0\)$/.test(colour);

  // Some components draw their ring around a larger area with ::before or ::after.
  const ring = (element) =>
    [null, "::before", "::after"].map((part) => {
      const style = getComputedStyle(element, part);
      const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
      const outline = outlined && !isSeeThrough(style.outlineColor)
        ? `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}` : "";
      const shadow = style.boxShadow === "none" ? "" : style.boxShadow;
      return outline + shadow;
    }).join("|");

  // Covered in the middle of every line it takes up is covered entirely, for our purposes.
  const isUncovered = (element) =>
    boxes(element).some((box) => {
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return top && (element.contains(top) || top.contains(element));
    });

  const name = (element) => {
    const html = element.outerHTML;
    const text = element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
    return html.slice(0, html.indexOf(">") + 1) + text;
  };

  // Radio buttons of one name share one tab stop; the arrow keys move among them.
  const sharesStop = (element, visited) =>
    element.type === "radio" &&
    visited.some((v) => v.type === "radio" && v.name === element.name && v.form === element.form);

  const all = [...document.querySelectorAll("*")];
  const unfocused = new Map(all.map((element) => [element, ring(element)]));
  const offered = [...document.querySelectorAll(FOCUSABLE)].filter(isOffered);
  const visited = [];
  let stopsHere = 0;

  // A ring that fades in has its old look in the first moment.
  const finishTransitions = () =>
    document.getAnimations()
      .filter((animation) => animation instanceof CSSTransition)
      .forEach((transition) => transition.finish());

  const faults = (element) => {
    const found = [];
    if (!isShown(element)) found.push("gets focus but is hidden");
    else if (!isUncovered(element)) found.push("gets focus but lies outside or under something");
    const focused = ring(element);
    if (focused === unfocused.get(element) || focused === "||") found.push("shows no focus");
    return found;
  };

  const look = () => {
    const element = document.activeElement;
    const leftPage = !element || element === document.body || element === document.documentElement;
    const wentRound = visited.length > 1 && element === visited[0] && element !== visited.at(-1);
    if (leftPage || wentRound) return { at_end: true };

    stopsHere = element === visited.at(-1) ? stopsHere + 1 : 1;
    visited.push(element);
    finishTransitions();
    // Pages that scroll smoothly are still on their way.
    element.scrollIntoView({ block: "nearest", behavior: "instant" });
    return {
      at_end: false,
      id: all.indexOf(element),
      name: name(element),
      stops_here: stopsHere,
      faults: stopsHere === 1 ? faults(element) : [],
    };
  };

  const neverReached = () =>
    offered
      .filter((element) => !visited.includes(element) && !sharesStop(element, visited))
      .map((element) => `${name(element)}: never gets focus`);

  window.tabWalk = { look, neverReached };
})();
