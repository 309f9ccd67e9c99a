// Combines the choices, which are links to a page each, on the list of all offers: several at a
// time, one for each question, kept in the address bar as "?for=far&om=soevn".
for (const finder of document.querySelectorAll("[data-everything]")) {
  const { everything, chosen, also, without } = finder.dataset;
  const counts = finder.dataset.counts.split("|");
  const doors = [...finder.querySelectorAll("details")];
  const links = [...finder.querySelectorAll("[data-choice]")];
  const taken = finder.querySelector(".offer-finder__chosen");
  const nothing = document.getElementById("intet");
  const offers = [...document.querySelectorAll("[data-fits]")];
  const groups = [...document.querySelectorAll("[data-made-for]")];
  const afterGroups = groups.at(-1)?.nextElementSibling;
  const all = taken.firstElementChild;
  // Where the list is not on the page, the choices stay what they are: links that lead to it.
  const onList = !chosen && nothing;

  const questionOf = (link) => link.closest("details").dataset.question;
  const linkTo = (slug) => links.find((link) => link.dataset.choice === slug);
  const label = (slug) => linkTo(slug).firstElementChild.textContent;
  const has = (row, slug) => row.split(" ").includes(slug);
  const found = (slugs) => offers.filter((offer) => slugs.every((s) => has(offer.dataset.fits, s)));
  // What pauses stands last and is no answer. What is made for whoever looks stands first; what is
  // for all parents is gathered under a heading that says so.
  const pauses = (offer) => offer.closest("[data-later]");
  const isOwn = (offer, person) => has(offer.dataset.own ?? "", person);
  const answers = (slugs) => found(slugs).filter((offer) => !pauses(offer));
  const forAll = document.querySelector("[data-for-all]");
  const later = document.querySelector("[data-later]");
  const home = new Map(offers.map((offer) => [offer, offer.parentElement]));

  // Choices are an object, { for: "far", om: "soevn" }: what there is no choice for is left out.
  const read = (text) => Object.fromEntries([...new URLSearchParams(text)].filter(([name, slug]) =>
    linkTo(slug) && questionOf(linkTo(slug)) === name));
  const write = (choices) => {
    const named = doors.map((door) => door.dataset.question).filter((name) => choices[name]);
    return everything + (named.length ? "?" : "") + named.map((n) => `${n}=${choices[n]}`).join("&");
  };
  const drop = (choices, name) => ({ ...choices, [name]: undefined });
  const slugs = (choices) => Object.values(choices).filter(Boolean);

  const showChoices = (choices) => {
    for (const link of links) {
      const [name, slug] = [questionOf(link), link.dataset.choice];
      const rest = drop(choices, name);
      const current = choices[name] === slug;
      if (!("ownPage" in link.dataset)) link.href = write(current ? rest : { ...rest, [name]: slug });
      if (onList && current) link.setAttribute("aria-current", "true");
      else if (onList) link.removeAttribute("aria-current");
      const fit = answers([...slugs(rest), slug]);
      const own = name === "for" ? fit.filter((offer) => isOwn(offer, slug)) : fit;
      const count = onList ? own.length : link.dataset.together;
      link.querySelector(".offer-finder__count").textContent = `(${count})`;
    }
    for (const door of doors) {
      const answered = Boolean(choices[door.dataset.question]);
      door.firstElementChild.classList.toggle("offer-finder__answered", answered);
    }
  };

  // Each choice can be taken away by itself, here and where nothing was found.
  const removals = (choices) => slugs(choices).map((slug) => {
    const link = document.createElement("a");
    link.dataset.removes = questionOf(linkTo(slug));
    link.href = write(drop(choices, link.dataset.removes));
    link.textContent = label(slug);
    link.ariaLabel = without.replace("{choice}", label(slug));
    return link;
  });

  const showOffers = (choices) => {
    const person = choices.for;
    const shown = new Set(found(slugs(choices)));
    for (const offer of offers) {
      offer.hidden = !shown.has(offer);
      home.get(offer).append(offer);
    }
    const others = person ? answers([person]).filter((offer) => !isOwn(offer, person)) : [];
    forAll.querySelector("ul").append(...others);
    for (const section of [forAll, later]) {
      if (section) section.hidden = !section.querySelector("[data-fits]:not([hidden])");
    }
    const madeFor = (group) => slugs(choices).some((slug) => has(group.dataset.madeFor, slug));
    const inOrder = [...groups.filter(madeFor), ...groups.filter((group) => !madeFor(group))];
    for (const group of inOrder) {
      group.hidden = !group.querySelector("[data-fits]:not([hidden])");
      afterGroups.before(group);
    }
    const ready = slugs(choices).length ? answers(slugs(choices)) : [...shown];
    const own = ready.filter((offer) => !person || isOwn(offer, person)).length;
    const rest = ready.length - own;
    nothing.hidden = ready.length > 0;
    taken.hidden = !slugs(choices).length;
    taken.replaceChildren(...removals(choices), all);
    finder.querySelector("[role=status]").textContent = own && rest
      ? also.replace("{offers}", counts[own]).replace("{count}", rest) : counts[ready.length];
  };

  const choices = () => read(onList ? location.search : chosen);
  const show = () => {
    showChoices(choices());
    if (onList) showOffers(choices());
  };

  // Browsers that do not know details with a name would leave several doors open.
  for (const door of doors) {
    door.addEventListener("toggle", () => {
      if (door.open) for (const other of doors) other.open = other === door;
    });
    door.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !door.open) return;
      door.open = false;
      door.firstElementChild.focus();
    });
  }
  if (onList) {
    document.querySelector("main").addEventListener("click", (event) => {
      const link = event.target.closest(".offer-finder a");
      if (!link || "ownPage" in link.dataset || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      history.pushState(null, "", link.href);
      const asked = link.closest("details")?.dataset.question ?? link.dataset.removes;
      const door = doors.find(({ dataset }) => dataset.question === asked) ?? doors[0];
      for (const other of doors) other.open = false;
      show();
      door.firstElementChild.focus();
    });
    addEventListener("popstate", show);
  }
  show();
}
