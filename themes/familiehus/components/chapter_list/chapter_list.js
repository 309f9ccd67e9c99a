// Chapters and times in the text play on in the page's own player. Without one, or with a key held
// down that opens a link elsewhere, they are links to that place in the sound.
{
  const player = document.querySelector("main audio");
  for (const link of player ? document.querySelectorAll('main a[href*="#t="]') : []) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      player.currentTime = Number(link.hash.slice(3));
      player.scrollIntoView({ block: "nearest" });
      player.play();
    });
  }
}
