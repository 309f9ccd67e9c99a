"""IMPORTS: the offers of a sheet beside a house: what comes into `offers.yml`, and what must be
told. Of an offer that is there only what the sheet says otherwise is changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from site_generator.making.imports.happening import Kind, Remark, key_of
from site_generator.making.imports.matching import most_like
from site_generator.making.imports.merging import LONGEST_ID, Coming
from site_generator.making.imports.offer_columns import Path, heading, heading_at, shape_at
from site_generator.making.imports.offer_rows import OfferRow
from site_generator.making.imports.offer_values import means_the_same, typed
from site_generator.making.imports.remembered import Imported
from site_generator.making.imports.rhythm import Fields
from site_generator.making.imports.sheet_columns import plain
from site_generator.making.imports.sheet_values import UnreadableError
from site_generator.problems import nearest
from site_generator.records.municipality import Municipality
from site_generator.records.shared_content import SharedContent
from site_generator.schema.offers import Offer
from site_generator.schema.values import LocalText, slugify
from site_generator.wording.in_words import in_a_row
from site_generator.write.author_edits import Add, Set, Value

# What an offer can be told by, as the schema names it, in its order.
_ORDER = tuple(Offer.model_fields)
_NEEDED: tuple[Path, ...] = (("summary",), ("topics",), ("access",))


class OfferMerging:
    """One sheet and one house. `offers` are those that stand in the file, as they stand."""

    def __init__(
        self,
        house: Municipality,
        shared: SharedContent,
        offers: Sequence[Mapping[str, Value]],
        last: Mapping[str, Imported],
    ) -> None:
        self.house, self.shared, self.last = house, shared, last
        self.offers = {str(offer.get("id", "")): dict(offer) for offer in offers}
        self.retired = {one.id: one.leads_to or "" for one in house.retired_offers}
        self.taken = {*self.offers, *self.retired, *(one.id for one in last.values())}
        self.coming = Coming(remembered=dict(last))
        self.seen: set[str] = set()

    def merge(self, rows: Sequence[OfferRow]) -> Coming:
        for row in rows:
            self._one(row)
        return self.coming

    def _one(self, row: OfferRow) -> None:
        key = key_of(["offer", plain(row.title)])
        id_ = self._id_of(row, key)
        if self.seen & {key, id_}:
            self._tell("left_out", row, "står på flere rækker. Her er kun den første taget med.")
            return
        self.seen |= {key, id_} - {""}
        row = self._with_a_named_provider(row, self.house.offer(id_) or self._base(row))
        if id_ in self.offers:
            self._change(row, key, id_)
        elif key in self.last:
            self._tell("note", row, "er slettet i offers.yml og bliver ikke hentet igen.")
        elif not self._is_refused(row):
            self._add(row, key)

    def _id_of(self, row: OfferRow, key: str) -> str:
        """Which offer it is: the one it was last, or one of its name; empty where there is none."""
        if known := self.last.get(key):
            return self.retired.get(known.id) or known.id
        named = [one.id for one in self.house.offers if _is_called(one, row.title)]
        if not named and (standard := self._standard(row.title)):
            named = [one.id for one in self.house.offers if one.based_on == standard.id]
        return named[0] if len(named) == 1 else ""

    def _standard(self, name: str) -> Offer | None:
        return next((one for one in self.shared.standard_offers if _is_called(one, name)), None)

    # An offer that is not there

    def _is_refused(self, row: OfferRow) -> bool:
        """Whether somebody must answer before it can be taken; that is told."""
        said = "".join(self._against(row))
        if said:
            self._tell("left_out", row, said)
        return bool(said)

    def _against(self, row: OfferRow) -> Iterator[str]:
        if (old := slugify(row.title)) in self.retired:
            yield f"er et gammelt tilbud. Skal det begynde igen, så slet «{old}» under «retired» i "
            yield "offers.yml."
        elif row.standard and not self._standard(row.standard):
            near = nearest(row.standard, [str(one.title) for one in self.shared.standard_offers])
            yield f"bygger på «{row.standard[:60]}», som ikke er et fælles tilbud. "
            yield f"Mente du «{near}»?" if near else f"Lad «{heading('standard')}» stå tom."
        elif not self._base(row):
            yield from self._against_a_new_one(row)

    def _against_a_new_one(self, row: OfferRow) -> Iterator[str]:
        if not row.is_new and (alike := self._alike(row.title)):
            yield f"ligner «{alike}». Er det dét, så skriv «{alike}» under «{heading('title')}». "
            yield f"Er det et andet, så skriv ja under «{heading('is_new')}»."
        elif missing := [f"«{heading_at(path)}»" for path in _NEEDED if path not in row.said]:
            yield f"er et nyt tilbud og mangler {in_a_row(missing)}. Skriv det i arket."

    def _alike(self, title: str) -> str | None:
        """The name of an offer, of the house or shared, that may be meant."""
        known = [str(one.title) for one in (*self.house.offers, *self.shared.standard_offers)]
        return most_like(plain(title), [(name, plain(name)) for name in known])

    def _base(self, row: OfferRow) -> Offer | None:
        return self._standard(row.standard or row.title)

    def _add(self, row: OfferRow, key: str) -> None:
        standard = self._base(row)
        id_ = self._new_id(standard.id if standard and not row.standard else row.title)
        fields: Fields = {"id": id_}
        if standard:
            fields["based_on"] = standard.id
        if not (standard and _is_called(standard, row.title)):
            fields["title"] = row.title
        wanted = {
            path: value for path, value in row.said.items() if _differs(path, value, standard)
        }
        fields = self._with(fields, wanted)
        self.coming.come.append(id_)
        self.coming.edits.append(Add(("offers",), _in_order(fields)))
        self._remember(row, key, id_)

    def _new_id(self, name: str) -> str:
        base = slugify(name)[:LONGEST_ID].strip("-") or "tilbud"
        numbered = (f"{base}-{number}" for number in range(2, 10_000))
        id_ = next(one for one in (base, *numbered) if one not in self.taken)
        self.taken.add(id_)
        return id_

    # An offer that is there

    def _change(self, row: OfferRow, key: str, id_: str) -> None:
        now, offer = self.offers[id_], self.house.offer(id_)
        last = self.last[key].fields if key in self.last else {}
        wanted: dict[Path, Value] = {}
        for path, value in row.said.items():
            was = _at(last, path)
            if was == value or not _differs(path, value, offer):
                continue  # the sheet says nothing new, or what stands there
            if was is None or not _differs(path, was, offer):
                wanted[path] = value
            else:
                said = f"har fået «{heading_at(path)}» ændret både i arket og i offers.yml. Det, I "
                self._tell("question", row, f"{said}har skrevet i offers.yml, står endnu.")
        self._remember(row, key, id_)
        if wanted:
            self.coming.changed.append(id_)
            self.coming.edits.append(Set(("offers", id_), self._with(now, wanted)))
            self._ask_to_translate(row, wanted, offer)

    def _with(self, now: Fields, wanted: Mapping[Path, Value]) -> Fields:
        """An offer with some of its values new: a translated text in Danish only, and of what has
        parts only those that are named."""
        made = dict(now)
        for (name, *rest), value in wanted.items():
            there = made.get(name, self._inherited(now, name))
            if rest:
                made[name] = {**(there if isinstance(there, dict) else {}), rest[0]: value}
            elif isinstance(there, dict) and "da" in there and name in made:
                made[name] = {**there, "da": value}
            else:
                made[name] = value
        return made

    def _with_a_named_provider(self, row: OfferRow, offer: Offer | None) -> OfferRow:
        """Of what kind somebody is says nothing as long as nobody is named."""
        sector, name = ("provider", "sector"), ("provider", "name")
        if sector not in row.said or name in row.said or _value_of(offer, name):
            return row
        said = f"mangler «{heading('provider')}», så «{heading('sector')}» er ikke taget med."
        self._tell("question", row, said)
        return replace(row, said={at: said for at, said in row.said.items() if at != sector})

    def _inherited(self, now: Fields, name: str) -> Value | None:
        standard = self.shared.catalogue.get(str(now.get("based_on")))
        return _as_value(standard[name]) if standard and name in standard else None

    def _ask_to_translate(
        self, row: OfferRow, wanted: Mapping[Path, Value], offer: Offer | None
    ) -> None:
        """What was translated says the old thing in the other languages, or nothing any more."""
        names = [
            f"«{heading_at(path)}»"
            for path in wanted
            if isinstance(text := _value_of(offer, path), LocalText) and len(text.by_language) > 1
        ]
        if names:
            said = f"har fået {in_a_row(names)} ændret på dansk. Ret det også på de andre sprog i "
            self._tell("question", row, f"{said}offers.yml.")

    def _remember(self, row: OfferRow, key: str, id_: str) -> None:
        fields: Fields = {}
        for path, value in row.said.items():
            _put(fields, path, value)
        self.coming.remembered[key] = Imported(id_, fields, "")

    def _tell(self, kind: Kind, row: OfferRow, said: str) -> None:
        self.coming.remarks.append(Remark(kind, row.where, f"«{row.title}» {said}"))


def _is_called(offer: Offer, name: str) -> bool:
    return plain(name) in (plain(str(offer.title)), plain(offer.id))


def _differs(path: Path, value: Value, offer: Offer | None) -> bool:
    """Whether a value means something else than what a family is told now."""
    try:
        return not means_the_same(typed(value, shape_at(path)), _value_of(offer, path))
    except UnreadableError:  # what was remembered by an older program
        return True


def _value_of(offer: Offer | None, path: Path) -> Any:
    """What an offer has at a path, as the schema reads it; None where it has nothing."""
    found: Any = offer
    for name in path:
        found = getattr(found, name, None)
    return found


def _in_order(fields: Fields) -> Fields:
    return {name: fields[name] for name in sorted(fields, key=_ORDER.index)}


def _at(fields: Mapping[str, Value], path: Path) -> Value | None:
    found: Value | None = dict(fields)
    for name in path:
        found = found.get(name) if isinstance(found, dict) else None
    return found


def _put(fields: Fields, path: Path, value: Value) -> None:
    if len(path) == 1:
        fields[path[0]] = value
    else:
        within = fields.setdefault(path[0], {})
        assert isinstance(within, dict)
        within[path[1]] = value


def _as_value(read: Any) -> Value:
    """What was read with its lines, without them."""
    if isinstance(read, dict):
        return {str(name): _as_value(value) for name, value in read.items()}
    return [_as_value(one) for one in read] if isinstance(read, list) else str(read)
