"""PAGES: the words that parents search with, where ours are others. Translated like all texts."""

from __future__ import annotations

from site_generator.language.spoken import N_
from site_generator.schema.choices import Audience, Topic

TOPIC_WORDS = {
    Topic.ADVICE: N_("råd rådgivning hjælp samtale snakke tale anonym bekymret i tvivl"),
    Topic.PREGNANCY: N_("gravid graviditet fødsel føde termin jordemoder barsel venter barn"),
    Topic.BREASTFEEDING: N_("amning amme ammehjælp ammevejledning bryst mælk flaske"),
    Topic.BABY: N_("baby spædbarn nyfødt barsel amning amme sundhedsplejerske"),
    Topic.SLEEP: N_("søvn sove sover putte nat vågner træt trætte"),
    Topic.FOOD: N_("mad spise måltid måltider grød kræsen kost"),
    Topic.CRYING: N_("gråd græder kolik uro trøste skriger"),
    Topic.BIRTH_REACTION: N_("fødselsdepression efterfødselsreaktion depression ked af det angst"),
    Topic.ATTACHMENT: N_("tilknytning samspil kontakt nærvær følelser tryghed"),
    Topic.UPBRINGING: N_("opdragelse trods konflikter vrede grænser søskende jalousi"),
    Topic.DEVELOPMENT: N_("motorik sprog udvikling leg sanser kravle"),
    Topic.FATHERHOOD: N_("far fædre fædregruppe mand mænd papa"),
    Topic.NETWORK: N_("netværk gruppe mødregruppe legestue café ensom alene venner"),
    Topic.RELATIONSHIP: N_("parforhold parterapi kæreste samliv skænderi skændes ægteskab"),
    Topic.SEPARATION: N_("skilsmisse skilt brud samvær delebarn går fra hinanden"),
    Topic.MONEY: N_("penge økonomi gæld bolig budget regninger tilskud"),
    Topic.WORK: N_("job arbejde uddannelse praktik arbejdsløs"),
    Topic.PRACTICAL_HELP: N_("praktisk hjælp hverdag frivillig aflastning stress overskud"),
    Topic.PREMATURE: N_("for tidligt født præmatur neonatal"),
    Topic.SPECIAL_NEEDS: N_("handicap autisme adhd særlige behov diagnose"),
    Topic.GRIEF: N_("sorg død miste dødfødt abort sygdom"),
    Topic.VIOLENCE: N_("vold slår bange truer krisecenter"),
    Topic.FAMILY_TREATMENT: N_("familiebehandling støtte underretning forløb"),
}

AUDIENCE_WORDS = {
    Audience.EXPECTING: N_("gravid venter barn"),
    Audience.MOTHERS: N_("mor mødre kvinde"),
    Audience.FATHERS: N_("far fædre mand"),
    Audience.PARTNERS: N_("partner medmor medfar"),
    Audience.YOUNG_PARENTS: N_("ung unge teenager"),
    Audience.SINGLE_PARENTS: N_("alene enlig eneforsørger solo"),
    Audience.SEPARATED_PARENTS: N_("skilt skilsmisse"),
    Audience.YOUNG_PEOPLE: N_("ung unge teenager"),
}
