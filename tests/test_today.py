"""«Er der åbent nu?» in a real browser with a clock that is set: right at the minute, or silent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from building import TODAY, build_site, golden_project, replace_in
from playwright.sync_api import Browser, Page, expect

from site_generator.problems import has_errors

pytestmark = pytest.mark.browser

# testkommune: Monday 10-15, Wednesday by appointment, Thursday 10.30-12 and 13-15, Friday 9-12;
# telephone Monday and Thursday 8.30-10. Closed on public holidays and 24 and 31 December.
HOUSE, PHONE = 0, 1

Opened = Callable[..., Page]


@pytest.fixture(scope="session")
def built(
    tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]
) -> Callable[[date], str]:
    """`built(day)` is the address of the golden site as it was built on a day."""
    project = golden_project(tmp_path_factory.mktemp("today") / "project")
    addresses: dict[date, str] = {}

    def address(day: date) -> str:
        if day not in addresses:
            folder = project.parent / day.isoformat()
            assert not has_errors(build_site(project, folder, today=day))
            addresses[day] = served(folder)
        return addresses[day]

    return address


@pytest.fixture
def opened(page: Page, built: Callable[[date], str]) -> Opened:
    """`opened(moment)` shows the front page, by default as built on 22 November 2026.

    A moment is written with its distance to UTC, as in `2026-11-26T11:00+01:00`.
    """

    def show(moment: str, day: date = TODAY) -> Page:
        page.clock.set_fixed_time(datetime.fromisoformat(moment))
        page.goto(f"{built(day)}/testkommune/")
        return page

    return show


def said(page: Page, which: int = HOUSE) -> str:
    """What stands under the name of the door or the telephone."""
    status = page.locator(".today__status").nth(which)
    texts = status.locator(".today__text, .today__next").all_inner_texts()
    return " | ".join(text for text in texts if text)


@pytest.mark.parametrize(
    ("moment", "house"),
    [
        # Thursday 26 November 2026.
        ("2026-11-26T00:00", "Lukket nu | Åbner i dag kl. 10.30"),
        ("2026-11-26T10:29", "Lukket nu | Åbner i dag kl. 10.30"),
        ("2026-11-26T10:30", "Åbent nu, til kl. 12"),
        ("2026-11-26T11:59", "Åbent nu, til kl. 12"),
        ("2026-11-26T12:00", "Lukket nu | Åbner i dag kl. 13"),
        ("2026-11-26T13:00", "Åbent nu, til kl. 15"),
        ("2026-11-26T14:59", "Åbent nu, til kl. 15"),
        ("2026-11-26T15:00", "Lukket nu | Åbner i morgen kl. 9"),
        ("2026-11-26T23:59", "Lukket nu | Åbner i morgen kl. 9"),
        # Over the weekend.
        ("2026-11-27T12:00", "Lukket nu | Åbner mandag kl. 10"),
        ("2026-11-29T20:00", "Lukket nu | Åbner i morgen kl. 10"),
        # A day with an exception: a course until 13.
        ("2026-12-03T10:45", "Lukket nu (Vi er på kursus om formiddagen) | Åbner i dag kl. 13"),
    ],
)
def test_open_or_closed_at_the_minute(opened: Opened, moment: str, house: str):
    """Opens at the first minute, closes at the last, and says when it opens next."""
    assert said(opened(f"{moment}+01:00")) == house


def test_the_telephone_has_hours_of_its_own(opened: Opened):
    """The house is closed, but somebody answers."""
    page = opened("2026-11-26T09:00+01:00")
    assert said(page, HOUSE) == "Lukket nu | Åbner i dag kl. 10.30"
    assert said(page, PHONE) == "Åbent nu, til kl. 10"


def test_the_date_is_that_of_the_visit(opened: Opened):
    """Not that of the build, which was on Sunday."""
    heading = opened("2026-11-26T11:00+01:00").locator(".today__date")
    assert heading.inner_text() == "Torsdag den 26. november 2026"


def test_open_is_shown_by_words_and_by_colour(opened: Opened):
    """The colour follows the words, never the build."""
    status = opened("2026-11-26T11:00+01:00").locator(".today__status").nth(HOUSE)
    expect(status).to_have_class("today__status today__status--open")
    status = opened("2026-11-26T12:00+01:00").locator(".today__status").nth(HOUSE)
    expect(status).to_have_class("today__status today__status--closed")


def test_the_page_stays_right_while_it_is_open(page: Page, built: Callable[[date], str]):
    """A page that lies open over noon changes by itself."""
    page.clock.install(time=datetime.fromisoformat("2026-11-26T11:58+01:00"))
    page.goto(f"{built(TODAY)}/testkommune/")
    assert said(page) == "Åbent nu, til kl. 12"
    page.clock.run_for("03:00")
    assert said(page) == "Lukket nu | Åbner i dag kl. 13"


@pytest.mark.parametrize(
    ("moment", "house"),
    [
        # 24 December is closed by the house, 25 and 26 are holidays. The 23rd is a Wednesday.
        ("2026-12-23T18:00+01:00", "I dag kun efter aftale"),
        ("2026-12-24T11:00+01:00", "Lukket nu (Juleaftensdag) | Åbner mandag kl. 10"),
        ("2026-12-28T11:00+01:00", "Åbent nu, til kl. 15"),
        # The Sunday evening before Whit Monday.
        ("2027-05-16T18:00+02:00", "Lukket nu (Pinsedag) | Åbner torsdag kl. 10.30"),
    ],
)
def test_a_holiday_is_known_the_evening_before(opened: Opened, moment: str, house: str):
    """The hours of the weekday do not hold, on the page or in the script."""
    day = date(2026, 12, 22) if moment < "2027" else date(2027, 5, 14)
    assert said(opened(moment, day)) == house


@pytest.mark.parametrize(
    ("moment", "house"),
    [
        # Summer time ends on 25 October 2026: ten o'clock is at 8 UTC before and at 9 UTC after.
        ("2026-10-23T06:59+00:00", "Lukket nu | Åbner i dag kl. 9"),
        ("2026-10-23T07:00+00:00", "Åbent nu, til kl. 12"),
        ("2026-10-25T00:30+00:00", "Lukket nu | Åbner i morgen kl. 10"),
        ("2026-10-25T01:30+00:00", "Lukket nu | Åbner i morgen kl. 10"),
        ("2026-10-26T08:59+00:00", "Lukket nu | Åbner i dag kl. 10"),
        ("2026-10-26T09:00+00:00", "Åbent nu, til kl. 15"),
        # And begins on 28 March 2027.
        ("2027-03-29T07:59+00:00", "Lukket nu (Anden påskedag) | Åbner torsdag kl. 10.30"),
        ("2027-04-01T08:29+00:00", "Lukket nu | Åbner i dag kl. 10.30"),
        ("2027-04-01T08:30+00:00", "Åbent nu, til kl. 12"),
    ],
)
def test_the_clock_change_makes_nobody_wait(opened: Opened, moment: str, house: str):
    """Easter Monday of 2027 falls on the day after the change: closed, and said to be."""
    day = date(2026, 10, 22) if moment < "2027" else date(2027, 3, 27)
    assert said(opened(moment, day)) == house


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Tokyo", "UTC"])
def test_it_is_danish_time_wherever_the_phone_is(
    browser: Browser, built: Callable[[date], str], zone: str
):
    """A family on holiday, and a telephone with a wrong time zone, read the same."""
    with browser.new_context(timezone_id=zone, locale="en-US") as context:
        page = context.new_page()
        page.clock.set_fixed_time(datetime.fromisoformat("2026-11-26T23:30+01:00"))
        page.goto(f"{built(TODAY)}/testkommune/")
        assert page.locator(".today__date").inner_text() == "Torsdag den 26. november 2026"
        assert said(page) == "Lukket nu | Åbner i morgen kl. 9"


def test_an_old_page_says_nothing_rather_than_something_wrong(opened: Opened):
    """Three weeks old: nobody knows what has changed since, so it leads to the hours."""
    page = opened("2026-12-14T11:00+01:00", date(2026, 11, 23))
    assert said(page, HOUSE) == "Se åbningstiderne"
    assert said(page, PHONE) == "Se åbningstiderne"
    expect(page.locator(".today__status--open")).to_have_count(0)


def test_the_last_day_that_is_known_is_still_right(opened: Opened):
    """Thirteen days after the build it knows the day, but not when it opens next."""
    assert said(opened("2026-12-05T11:00+01:00")) == "Lukket nu"


def test_by_appointment_is_said_on_the_day_of_the_build(opened: Opened):
    """Wednesday: no hours, but not closed either."""
    assert said(opened("2026-11-25T11:00+01:00", date(2026, 11, 25))) == "I dag kun efter aftale"


def test_by_appointment_does_not_stay_until_the_weekend(opened: Opened):
    """A page from Wednesday does not promise an appointment on Saturday."""
    page = opened("2026-11-28T11:00+01:00", date(2026, 11, 25))
    assert said(page) == "Lukket nu | Åbner mandag kl. 10"


def test_by_appointment_is_known_the_day_after_the_build(opened: Opened):
    """A page from Tuesday knows that one can make an appointment on Wednesday."""
    page = opened("2026-11-25T11:00+01:00", date(2026, 11, 24))
    assert said(page) == "I dag kun efter aftale"


def test_the_script_and_the_page_say_the_same(opened: Opened, built: Callable[[date], str]):
    """On the day of the build, before opening, nothing jumps when the script has run."""
    page = opened("2026-11-24T07:00+01:00", date(2026, 11, 24))
    with_script = said(page, PHONE)
    assert with_script == "Lukket nu | Åbner torsdag kl. 8.30"
    html = (page.request.get(page.url)).text()
    assert "Åbner torsdag kl. 8.30" in html


def test_the_next_opening_is_said_however_far_off(
    browser: Browser, tmp_path: Path, served: Callable[[Path], str]
):
    """Closed for six weeks: the script does not take away what the page knows, nor change it."""
    project = golden_project(tmp_path / "project")
    hours = project / "municipalities" / "testkommune" / "opening_hours.yml"
    replace_in(
        hours,
        "exceptions:\n",
        "exceptions:\n  - from: 2026-11-22\n    to: 2026-12-09\n    hours: lukket\n"
        "    reason: Vi bygger om\n    applies_to: house\n",
    )
    replace_in(hours, "  - date: 2026-12-03\n    hours: 13.00-15.00\n", "")
    replace_in(hours, "    reason: Vi er på kursus om formiddagen\n    applies_to: house\n", "")
    build_site(project, tmp_path / "site", today=TODAY)
    said_by = {}
    for scripts in (False, True):
        with browser.new_context(java_script_enabled=scripts) as context:
            page = context.new_page()
            if scripts:
                page.clock.set_fixed_time(datetime.fromisoformat("2026-11-22T11:00+01:00"))
            page.goto(f"{served(tmp_path / 'site')}/testkommune/")
            said_by[scripts] = page.locator(".today__next").first.inner_text()
    assert said_by[False] == "Åbner torsdag 10. december kl. 10.30"
    assert said_by[True] == said_by[False]


# Nights, appointments between hours, days that nobody has told of, and a closing that comes.
ODD_HOURS = """\
house:
  - week:
      friday: 18.00-01.00
      saturday: hele døgnet
      monday: 12-16 og efter aftale
    valid_to: 2026-12-13
phone:
  - week:
      man-fre: 8-10
exceptions:
  - date: 2026-11-30
    hours: 12-16 og efter aftale
    reason: {da: Åbent hus, en: Open house}
temporarily_closed:
  - from: 2026-12-02
    until: 2026-12-04
    reason: Vi maler
    instead: Ring til os.
"""


@pytest.fixture(scope="session")
def odd(tmp_path_factory: pytest.TempPathFactory, served: Callable[[Path], str]) -> str:
    """The address of the golden house with odd hours, as built on Friday 27 November 2026."""
    project = golden_project(tmp_path_factory.mktemp("odd") / "project")
    folder = project / "municipalities" / "testkommune"
    (folder / "opening_hours.yml").write_text(ODD_HOURS, "utf-8")
    assert not has_errors(build_site(project, project.parent / "site", today=date(2026, 11, 27)))
    return served(project.parent / "site")


@pytest.mark.parametrize(
    ("moment", "house"),
    [
        ("2026-11-27T17:59", "Lukket nu | Åbner i dag kl. 18"),
        ("2026-11-27T23:59", "Åbent nu, til kl. 1"),
        # Saturday has hours of its own; what began on Friday ends first.
        ("2026-11-28T00:30", "Åbent hele døgnet"),
        ("2026-11-28T23:59", "Åbent hele døgnet"),
        ("2026-11-29T00:00", "Lukket nu | Åbner i morgen kl. 12"),
        ("2026-11-30T09:00", "Lige nu kun efter aftale (Åbent hus) | Åbner i dag kl. 12"),
        ("2026-11-30T13:00", "Åbent nu, til kl. 16 (Åbent hus)"),
        ("2026-11-30T17:00", "Lige nu kun efter aftale (Åbent hus)"),
        ("2026-12-03T12:00", "Lukket nu (Vi maler) | Åbner lørdag kl. 0"),
        # No week holds from the 14th, the house has a telephone.
        ("2026-12-10T12:00", "Lukket nu"),
    ],
)
def test_odd_hours_are_right_at_the_minute(page: Page, odd: str, moment: str, house: str):
    """On a page that is some days old, with the reason of the day of the visit."""
    page.clock.set_fixed_time(datetime.fromisoformat(f"{moment}+01:00"))
    page.goto(f"{odd}/testkommune/")
    assert said(page) == house


@pytest.mark.parametrize("day", range(1, 6))
def test_a_closing_is_told_from_its_first_day_to_its_last(page: Page, odd: str, day: int):
    """Also where it begins after the page was built: from 2 to 4 December."""
    page.clock.set_fixed_time(datetime.fromisoformat(f"2026-12-0{day}T12:00+01:00"))
    page.goto(f"{odd}/testkommune/")
    assert page.locator(".closing-notice").is_visible() == (2 <= day <= 4)


def test_a_night_goes_on_after_the_build(page: Page, tmp_path: Path, served: Callable[[Path], str]):
    """The page is built anew at night, when what began yesterday still goes on."""
    project = golden_project(tmp_path / "project")
    hours = project / "municipalities" / "testkommune" / "opening_hours.yml"
    hours.write_text("house:\n  - week: {friday: 18.00-01.00}\n", "utf-8")
    build_site(project, tmp_path / "site", today=date(2026, 11, 28))
    page.clock.set_fixed_time(datetime.fromisoformat("2026-11-28T00:30+01:00"))
    page.goto(f"{served(tmp_path / 'site')}/testkommune/")
    assert said(page) == "Åbent nu, til kl. 1"


@pytest.mark.parametrize("built_on", [date(2026, 12, 24), date(2026, 12, 22)])
def test_what_nobody_knows_is_not_called_closed(
    page: Page, tmp_path: Path, served: Callable[[Path], str], built_on: date
):
    """24 December of a house that has not written `holidays:`, on the day and two days before."""
    project = golden_project(tmp_path / "project")
    hours = project / "municipalities" / "testkommune" / "opening_hours.yml"
    hours.write_text("house:\n  - week: {man-fre: 10-15}\n", "utf-8")
    build_site(project, tmp_path / "site", today=built_on)
    page.clock.set_fixed_time(datetime.fromisoformat("2026-12-24T11:00+01:00"))
    page.goto(f"{served(tmp_path / 'site')}/testkommune/")
    told = "Tiderne kendes ikke endnu (Juleaftensdag) | Ring 00 00 00 10, før du kommer."
    assert said(page) == told
    status = page.locator(".today__status").first
    expect(status).to_have_class("today__status today__status--unknown")
    page.clock.set_fixed_time(datetime.fromisoformat("2026-12-23T16:00+01:00"))
    page.reload()
    assert said(page) == ("Lukket nu" if built_on.day == 22 else "Se åbningstiderne")
