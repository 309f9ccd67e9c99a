"""The base of every record: frozen, without unknown keys, and aware of its place in the file."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from site_generator.read.placed import Block, Items, PlacedText


def fault(message: str, remedy: str, line: int | None = None) -> PydanticCustomError:
    """A fault in Danish, raised by a validator: what is wrong, and what to do about it.

    `line` is given where the fault stands deeper than the field that the validator belongs to.
    """
    context = {"message": message, "remedy": remedy, "line": line}
    return PydanticCustomError("author", "{message}", context)


_WITHOUT_SPACE = re.compile(r"([A-Za-z_]\w*):(?!//)(\S.*)")


class Record(BaseModel):
    """One mapping of an author file."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    _block: Block = PrivateAttr(default_factory=lambda: Block("", 1))

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, value: Any, handler: ModelWrapValidatorHandler[Any]) -> Any:
        if not isinstance(value, dict | cls):
            raise _not_a_record(value, cls)
        record = handler(value)
        if isinstance(value, Block):
            record._block = value
        return record

    def path_of(self, key: str = "") -> str:
        """The file in which `key` (or the record) stands, as shown to the author."""
        return self._block.path_of(key)

    def is_own(self, key: str) -> bool:
        """Whether a value stands in the record itself, and is not inherited from the catalogue."""
        return self._block.path_of(key) == self._block.path

    def line_of(self, key: str = "") -> int:
        """The line (from 1) of `key`, or of the record where the key is not written."""
        return self._block.line_of(key)

    def wrote(self, *keys: str) -> bool:
        """Whether the author wrote any of the keys, also with a value that cannot be used.

        Rules that complain of something missing ask this, so that one fault is told once.
        """
        return any(map(self._placed().wrote, keys))

    def faulty(self, key: str) -> bool:
        """Whether the author's value could not be used, which has been told already.

        What the record has there is a default or a stand-in, which no rule judges.
        """
        block = self._placed()
        return block.unreadable or key in block.set_aside

    def has_faults(self) -> bool:
        """Whether any value or name in the record could not be used, which has been told."""
        block = self._placed()
        return block.unreadable or bool(block.set_aside)

    def _placed(self) -> Block:
        """`_block` without pydantic's way round: rules ask for it a million times."""
        private = self.__pydantic_private__
        return private["_block"] if private else self._block

    def line_of_item(self, key: str, index: int) -> int:
        """The line of one point of a list."""
        items = self._block.get(key)
        if isinstance(items, Items) and index < len(items.lines):
            return items.lines[index]
        return self.line_of(key)


def _not_a_record(value: Any, model: type[Record]) -> PydanticCustomError:
    found = _WITHOUT_SPACE.fullmatch(value) if isinstance(value, PlacedText) else None
    if found:
        remedy = f"Skriv «{found[1]}: {found[2]}»."
        return fault("Der mangler et mellemrum efter kolonet.", remedy, value.line)
    name, info = next(iter(model.model_fields.items()))
    message = "Her skal der stå flere linjer med navn og værdi, rykket ind."
    return fault(message, f"Skriv fx «{info.alias or name}: …» på linjen under.")
