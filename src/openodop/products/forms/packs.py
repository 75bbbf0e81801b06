"""The page of packs and prices."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openodop.products import messages, rules
from openodop.products.choices import CURRENCY_OF_COUNTRY, Currency, Unit
from openodop.products.forms.steps import StepForm

MOST_PACKS = 8


class PacksForm(StepForm):
    """Several packs, one row each; `rows` counts them, so that "one more pack" works without a script."""

    title = _("In which packs is it sold?")
    lead = _("Write each size with its price. Leave the rows empty that you do not need.")
    most = MOST_PACKS

    def build(self) -> None:
        packs = self.draft.packs
        asked = self.data.get("rows", "") if self.is_bound else ""
        self.rows = min(int(asked), MOST_PACKS) if asked.isascii() and asked.isdecimal() and int(asked) else max(2, len(packs))
        if self.is_bound and "more" in self.data:
            self.rows = min(self.rows + 1, MOST_PACKS)
        currency = packs[0].currency if packs else CURRENCY_OF_COUNTRY.get(self.country, Currency.USD)
        self.fields["currency"] = forms.ChoiceField(
            label=pgettext_lazy("product", "Currency of the prices"), choices=Currency.choices, initial=currency
        )
        for number in range(1, self.rows + 1):
            self._add_row(number, packs[number - 1].answers() if number <= len(packs) else {})

    def _add_row(self, number: int, pack: dict[str, str]) -> None:
        figures = {"inputmode": "decimal", "autocomplete": "off"}
        self.fields[f"net_content_{number}"] = forms.CharField(
            label=_("Net content"),
            required=number == 1,
            max_length=12,
            initial=pack.get("net_content"),
            widget=forms.TextInput(attrs=figures),
            error_messages={"required": messages.PACK_NEEDED},
        )
        self.fields[f"unit_{number}"] = forms.ChoiceField(
            label=pgettext_lazy("product", "Unit"), choices=Unit.choices, initial=pack.get("unit", Unit.GRAM)
        )
        self.fields[f"price_{number}"] = forms.CharField(
            label=_("Price of one pack"), required=False, max_length=16, initial=pack.get("price"), widget=forms.TextInput(attrs=figures)
        )
        self.fields[f"gtin_{number}"] = forms.CharField(
            label=_("Number under the bar code"),
            help_text=_("Only when the pack has a bar code."),
            required=False,
            max_length=30,
            initial=pack.get("gtin"),
            widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        )

    def pack_rows(self) -> list[dict[str, Any]]:
        """The bound fields of each row, for the page."""
        return [
            {"number": number, **{name: self[f"{name}_{number}"] for name in ("net_content", "unit", "price", "gtin")}}
            for number in range(1, self.rows + 1)
        ]

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.packs: list[dict[str, str]] = []
        sizes: set[tuple[Decimal, str]] = set()
        for number in range(1, self.rows + 1):
            pack = self._read_row(number)
            if pack is None:
                continue
            size = (Decimal(pack["net_content"]), pack["unit"])
            if size in sizes or (pack["gtin"] and pack["gtin"] in [other["gtin"] for other in self.packs]):
                self.add_error(f"net_content_{number}" if size in sizes else f"gtin_{number}", messages.PACK_TWICE)
            sizes.add(size)
            self.packs.append(pack)
        return self.cleaned_data

    def _read_row(self, number: int) -> dict[str, str] | None:
        content, price, gtin = (self.cleaned_data.get(f"{name}_{number}", "") for name in ("net_content", "price", "gtin"))
        if not (content or price or gtin):
            return None
        unit, currency = self.cleaned_data.get(f"unit_{number}", ""), self.cleaned_data.get("currency", "")
        amount = self._net_content(number, content, unit)
        return {
            "net_content": str(amount or 0),
            "unit": unit,
            "price": self._price(number, price, currency),
            "currency": currency,
            "gtin": self._gtin(number, gtin),
        }

    def _net_content(self, number: int, text: str, unit: str) -> Decimal | None:
        if not text:
            if f"net_content_{number}" not in self.errors:
                self.add_error(f"net_content_{number}", messages.NET_CONTENT_NEEDED)
            return None
        amount = rules.read_number(text, whole=unit in rules.WHOLE_UNITS)
        if not amount or amount != amount.quantize(Decimal("0.01")):
            self.add_error(f"net_content_{number}", messages.NET_CONTENT_NOT_UNDERSTOOD)
            return None
        if amount >= 1_000_000:
            self.add_error(f"net_content_{number}", messages.AMOUNT_TOO_LARGE)
            return None
        return rules.shortest(amount)

    def _price(self, number: int, text: str, currency: str) -> str:
        if not text or not currency:
            return ""
        found = rules.read_price(text, currency=currency)
        if found is None or found[1] != currency:
            self.add_error(f"price_{number}", messages.PRICE_NOT_UNDERSTOOD)
            return ""
        amount, decimals = found[0], rules.CURRENCY_DECIMALS[currency]
        if amount >= 1_000_000_000_000:
            self.add_error(f"price_{number}", messages.AMOUNT_TOO_LARGE)
        elif amount != amount.quantize(Decimal(1).scaleb(-decimals)):
            params = {"currency": Currency(currency).label, "decimals": decimals}
            self.add_error(f"price_{number}", forms.ValidationError(messages.PRICE_TOO_FINE, params=params))
        return str(rules.shortest(amount))

    def _gtin(self, number: int, text: str) -> str:
        if not text:
            return ""
        answer = rules.read_gtin(text)
        if answer.problem:
            params = {"expected": answer.expected_digit}
            self.add_error(f"gtin_{number}", forms.ValidationError(messages.GTIN_PROBLEMS[answer.problem], params=params))
        return answer.value

    def answers(self) -> dict[str, Any]:
        return {"packs": self.packs}
