// By the day in Denmark, wherever the visitor's clock is set.
{
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen" }).format(new Date());
  for (const closing of document.querySelectorAll(".closing-notice")) {
    const { since, until } = closing.dataset;
    closing.hidden = since > today || (Boolean(until) && until < today);
  }
}
