/** Virtual time as a date, for formats that want one: the run's start is taken to be 2000-01-01T00:00:00Z. No clock was read. */

const DAY = 86_400_000;
/** Days from 0000-03-01 to 2000-01-01, in the proleptic Gregorian calendar. */
const DAYS_TO_EPOCH = 730_425;

const two = (value: number): string => String(value).padStart(2, '0');

/** RFC 3339, in UTC, with milliseconds. `at`: whole virtual milliseconds since the start. */
export function timestamp(at: number): string {
  const { year, month, day } = civil(Math.floor(at / DAY));
  const ms = at % DAY;
  const clock = `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}:${two(Math.floor(ms / 1000) % 60)}`;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${clock}.${String(ms % 1000).padStart(3, '0')}Z`;
}

/** Days since 2000-01-01 -> date. Source: Howard Hinnant, chrono-compatible low-level date algorithms, `civil_from_days`. */
function civil(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = days + DAYS_TO_EPOCH;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 };
}
