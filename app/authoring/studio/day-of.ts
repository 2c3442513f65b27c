/** The civil date of an instant (UTC ISO) in an IANA time zone. */
export function dayOf(instant: string, zone: string): string {
  // The Swedish locale writes ISO dates.
  const form = { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" } as const;
  return new Intl.DateTimeFormat("sv-SE", form).format(new Date(instant));
}
