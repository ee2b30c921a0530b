const WEEKDAYS = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"];
const MONTHS = [
  "Januar",
  "Februar",
  "März",
  "April",
  "Mai",
  "Juni",
  "Juli",
  "August",
  "September",
  "Oktober",
  "November",
  "Dezember",
];

export const DATE_STYLES = ["kurz", "lang", "wochentag"] as const;
export type DateStyle = (typeof DATE_STYLES)[number];

/** "27.01.2023", lang: "27. Januar 2023", wochentag: "Freitag, 27.01.2023". `iso` is a valid local date. */
export function germanDate(iso: string, style: DateStyle = "kurz"): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  if (style === "lang") return `${Number(day)}. ${MONTHS[Number(month) - 1] ?? ""} ${year}`;
  const short = `${day}.${month}.${year}`;
  return style === "kurz" ? short : `${WEEKDAYS[new Date(`${iso}T00:00:00Z`).getUTCDay()] ?? ""}, ${short}`;
}

/** "9:30 Uhr", "9 Uhr". */
export function germanTime(time: string): string {
  return `${clock(time)} Uhr`;
}

/** "9–12 Uhr", without an end "ab 9 Uhr". */
export function germanPeriod(begin: string, end: string | undefined): string {
  return end === undefined ? `ab ${germanTime(begin)}` : `${clock(begin)}–${clock(end)} Uhr`;
}

function clock(time: string): string {
  const [hours = "", minutes = ""] = time.split(":");
  return minutes === "00" ? String(Number(hours)) : `${Number(hours)}:${minutes}`;
}
