"""What all houses have put on the web together: the houses themselves and the shared articles.

As with what one house has published (rules/published.py), the history says what that is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_generator.problems import Problem, did_you_mean
from site_generator.read.remembered import History
from site_generator.records.shared_content import SharedContent
from site_generator.rules.reporting import error
from site_generator.schema.retired import RetiredHouse

_RETIRED_HOUSES = "content/retired_houses.yml"
_SOME = 3
# What lies beside the houses (DESIGN section 6, and the previews that publish.yml lays there).
_BESIDE_THE_HOUSES = ("admin", "assets", "forhaandsvisning", "haandbog")


def houses_leave_what_is_beside_them_alone(present: Iterable[str]) -> Iterator[Problem]:
    """No house takes an address that the site itself needs."""
    for slug in sorted({*present} & {*_BESIDE_THE_HOUSES}):
        yield Problem(
            path=f"municipalities/{slug}",
            line=1,
            message=f"Adressen /{slug}/ bruges allerede af sitet selv.",
            remedy=f"Giv mappen et andet navn, fx {slug}-hus.",
        )


def houses_are_kept(
    history: History, present: Iterable[str], shared: SharedContent
) -> Iterator[Problem]:
    """A house whose codes hang on doors is there, or it is said where they lead."""
    here = set(present)
    known = here | {one.house for one in shared.retired_houses}
    for slug, house in history.houses.items():
        if house.published and slug not in known:
            codes = [f"«{code.code}»" for code in house.codes]
            more = " …" if len(codes) > _SOME else ""
            dead = f", de trykte koder ({', '.join(codes[:_SOME])}{more})" if codes else ""
            message = (
                f"Huset «{slug}» har været på nettet, men mappen er her ikke mere. Dets sider"
                f"{dead} og de kalendere, folk abonnerer på, ville dø."
            )
            remedy = (
                f"Kald mappen «{slug}» igen, eller skriv i {_RETIRED_HOUSES} under «houses:»: "
                f"«- house: {slug}» og «leads_to: » med den nye mappes navn, eller «link: » med "
                "en side et andet sted."
            )
            yield Problem(path=_RETIRED_HOUSES, line=1, message=message, remedy=remedy)
    for one in shared.retired_houses:
        yield from _retired_house(one, here)


def _retired_house(one: RetiredHouse, here: set[str]) -> Iterator[Problem]:
    if one.house in here and not one.faulty("house"):
        message = f"Huset «{one.house}» er her stadig."
        yield error(one, "house", message, "Slet det i denne fil.")
    if one.leads_to and one.leads_to not in here:
        message = f"Der er ingen kommune, der hedder «{one.leads_to}»."
        yield error(one, "leads_to", message, did_you_mean(one.leads_to, sorted(here)))
    if one.wrote("leads_to") and one.wrote("link"):
        message = "Huset kan kun føre ét sted hen, og her står både «leads_to» og «link»."
        yield error(one, "link", message, "Slet den ene af linjerne.")


def articles_are_kept(
    history: History, present: Iterable[str], shared: SharedContent
) -> Iterator[Problem]:
    """A shared article that houses have shown is there, or another says that it came instead.

    `present` are the articles of which there is a file, whether it can be read or not.
    """
    known = {name for page in shared.articles for name in page.head.formerly} | set(present)
    for name in history.articles:
        if name not in known:
            message = (
                f"Artiklen «{name}» har været på nettet, men er her ikke mere. Links til den dør."
            )
            remedy = (
                f"Sæt «{name}» ind i «formerly:» øverst i den artikel, der er kommet i stedet: "
                f"«formerly: [{name}]»."
            )
            yield Problem(path="content/articles", line=1, message=message, remedy=remedy)


def history_is_whole(history: History) -> Iterator[Problem]:
    """In a shallow clone what was published earlier is not known, so nobody can miss it."""
    if history.shallow:
        message = (
            "Her er kun det nyeste af historikken, så ingen kan se, hvad der har været på nettet "
            "før, og alt ser ud til at være ændret nu."
        )
        remedy = "Hent resten med «git fetch --unshallow». På GitHub: skriv «fetch-depth: 0»."
        yield Problem(path=".git", line=1, message=message, remedy=remedy, level="warning")
