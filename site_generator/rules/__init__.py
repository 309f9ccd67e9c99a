"""VALIDATE: checks across records. Each rule is a small generator; its docstring is the rule.

A rule gets a municipality as far as it could be read. What is faulty has been told already and is
not told again: rules ask `Record.wrote` before they miss something, and `Record.faulty` before
they judge what stands in for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.rules import (
    changes,
    closed_days,
    colours,
    contact,
    dates,
    days_of_activities,
    events,
    exceptions,
    flyers,
    freshness,
    identity,
    known_hours,
    links,
    maintainers,
    markup,
    media,
    offers,
    opening_hours,
    pictures,
    published,
    reading_ease,
    references,
    texts,
)
from site_generator.rules.circumstances import Circumstances

__all__ = ["CHECKS", "Check", "Circumstances", "check"]

Check = Callable[[Municipality, Circumstances], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    identity.ids_are_unique,
    identity.codes_are_unique,
    identity.offers_leave_the_feeds_of_the_house_alone,
    identity.offers_leave_the_finder_alone,
    identity.pages_have_their_own_addresses,
    references.offers_exist,
    references.places_exist,
    references.articles_exist,
    references.needs_belong_to_shared_articles,
    references.languages_are_known,
    references.activities_say_where,
    contact.house_can_be_reached,
    contact.words_about_contact_lead_on,
    contact.house_can_be_found,
    contact.offers_can_be_got_into,
    contact.offers_at_the_house_have_a_place,
    contact.phone_hours_have_a_number,
    offers.access_is_as_promised,
    offers.ages_are_in_order,
    offers.anonymity_can_be_kept,
    offers.something_is_open,
    offers.pauses_are_explained,
    opening_hours.hours_are_given,
    opening_hours.weeks_say_where,
    opening_hours.weeks_have_open_days,
    opening_hours.each_period_has_one_week,
    opening_hours.each_day_has_one_exception,
    known_hours.weeks_follow_each_other,
    known_hours.holidays_are_decided,
    exceptions.exceptions_open_what_they_say,
    dates.periods_are_in_order,
    dates.days_are_given_one_way,
    dates.old_exceptions_are_cleared_away,
    events.activities_have_a_name,
    events.activities_have_one_rule,
    events.activities_belong_to_living_offers,
    events.repetition_is_complete,
    events.every_other_week_stays_so,
    events.hours_of_activities_are_in_order,
    events.several_days_are_few,
    events.listed_dates_are_different,
    events.courses_have_room,
    days_of_activities.activities_have_days,
    events.activities_are_not_endless,
    events.past_activities_are_cleared_away,
    events.sign_up_closes_in_time,
    changes.changed_dates_exist,
    changes.changes_do_not_contradict,
    changes.moved_dates_are_free,
    changes.added_dates_are_extra,
    closed_days.activities_are_on_open_days,
    closed_days.activities_are_within_shorter_hours,
    changes.changes_are_dated_rightly,
    changes.changes_say_when,
    pictures.pictures_exist,
    pictures.pictures_have_words,
    pictures.pictures_can_be_shown,
    pictures.pictures_fit_their_place,
    pictures.pictures_have_their_own_names,
    pictures.sound_exists,
    media.episodes_can_be_read,
    media.transcripts_are_words,
    media.episodes_can_be_heard,
    media.films_can_be_read,
    flyers.codes_lead_somewhere,
    published.printed_codes_are_kept,
    published.offers_are_kept,
    published.activities_are_kept,
    published.episodes_are_kept,
    published.pages_are_kept,
    published.languages_are_kept,
    published.what_is_retired_leads_on,
    flyers.papers_suit,
    flyers.what_is_written_is_printed,
    flyers.flyers_are_translated,
    colours.colour_can_be_read,
    texts.texts_are_short_enough,
    texts.texts_do_not_shout,
    texts.quotes_stand_around_quotations,
    texts.nothing_is_left_to_fill_in,
    reading_ease.own_texts_are_readable,
    links.links_are_safe,
    links.links_lead_somewhere,
    markup.pictures_stand_in_the_fields_for_them,
    markup.texts_have_no_html,
    markup.plain_texts_have_no_marks,
    markup.marks_are_written_right,
    markup.texts_can_be_shown_whole,
    markup.headings_begin_below_the_title,
    freshness.texts_are_reviewed,
    freshness.statement_is_fresh,
    maintainers.maintainers_are_asked,
)


def check(municipality: Municipality, circumstances: Circumstances) -> list[Problem]:
    """All that the rules find, in no particular order."""
    return [problem for rule in CHECKS for problem in rule(municipality, circumstances)]
