"""The one clock, the months, and the arithmetic of calendar and business days."""

from incubator.calendars.clock import ZONE, is_set, local_day, now, set_clock, today, travel
from incubator.calendars.months import MONTH_NAMES, Month, long_date
from incubator.calendars.working import (
    UnknownYearError,
    WorkingCalendar,
    add_business_days,
    add_calendar_days,
    business_days_between,
    calendar,
    forget,
    is_business_day,
    next_business_day,
    previous_business_day,
    shipped_calendar,
    shipped_holidays,
)

__all__ = [
    "MONTH_NAMES",
    "ZONE",
    "Month",
    "UnknownYearError",
    "WorkingCalendar",
    "add_business_days",
    "add_calendar_days",
    "business_days_between",
    "calendar",
    "forget",
    "is_business_day",
    "is_set",
    "local_day",
    "long_date",
    "next_business_day",
    "now",
    "previous_business_day",
    "set_clock",
    "shipped_calendar",
    "shipped_holidays",
    "today",
    "travel",
]
