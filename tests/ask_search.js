// Types each query into the search and sends it; gives what stands on the page when it has answered.
async (queries) => {
  const field = document.querySelector(".search-box input");
  const status = field.form.querySelector("[role=status]");
  const helps = [...field.form.querySelectorAll("template")].map((help) => help.dataset.title);
  const soon = () => new Promise((go) => { setTimeout(go, 1); });
  const answers = [];
  for (const query of queries) {
    status.textContent = "";
    field.value = query;
    field.form.requestSubmit();
    const latest = performance.now() + 5000;
    do await soon(); while (!status.textContent && performance.now() < latest);
    await soon();
    const titles = (what) => [...field.form.querySelectorAll(what)].map((one) => one.textContent);
    answers.push({
      query,
      dangers: titles(".search-box__danger h2").map((title) => helps.indexOf(title)),
      hits: titles(".search-box__hit a"),
      leads: [...field.form.querySelectorAll(".search-box__hit a")].map((link) => (
        link.getAttribute("href").replace(/^(\.\.\/)+/, "").replace(/\/$/, "")
      )),
      status: status.textContent,
    });
  }
  return answers;
}
