/** What the company has besides its tree: HR, a deputy, responsibilities with who holds them, holidays. */
import { addDays, type CivilDate, civilDate } from "#app/domain/calendar";
import { instantText } from "#app/platform/clock";
import type { Writer } from "#db/connect";
import type { NewId } from "./chance";
import type { Places } from "./company";
import { type SiteKey, sites } from "./places";

/** Keys of people as the roster names them: those who lead a unit are named after it. */
const responsibilities = [
  {
    name: { sv: "Företagets sociala kanaler", en: "The company's social channels" },
    holder: "trainer2",
    deputy: "marknad-innehall-lead",
  },
  { name: { sv: "Krisjouren", en: "The crisis desk" }, holder: "marknad-lead", deputy: "trainer" },
  { name: { sv: "Kundregistret", en: "The customer register" }, holder: "kundservice-lead", deputy: null },
] as const;

const yearly = {
  SE: [
    ["01-01", "Nyårsdagen"],
    ["01-06", "Trettondedag jul"],
    ["05-01", "Första maj"],
    ["06-06", "Nationaldagen"],
    ["12-24", "Julafton"],
    ["12-25", "Juldagen"],
    ["12-26", "Annandag jul"],
    ["12-31", "Nyårsafton"],
  ],
  FI: [
    ["01-01", "Nyårsdagen"],
    ["01-06", "Trettondagen"],
    ["05-01", "Första maj"],
    ["12-06", "Självständighetsdagen"],
    ["12-24", "Julafton"],
    ["12-25", "Juldagen"],
    ["12-26", "Annandag jul"],
  ],
} as const;

const moving = [
  [-2, "Långfredagen"],
  [1, "Annandag påsk"],
  [39, "Kristi himmelsfärdsdag"],
] as const;

/** Easter Sunday of a year of the Gregorian calendar: the Sunday after the full moon that the church reckons with. */
export function easterOf(year: number): CivilDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const moon =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - moon - (year % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const days = moon + sunday - 7 * late + 114;
  const month = Math.floor(days / 31);
  return civilDate(`${year}-0${month}-${String((days % 31) + 1).padStart(2, "0")}`);
}

export interface Organising {
  readonly newId: NewId;
  readonly idOf: (key: string) => string;
  readonly places: Places;
  readonly lastDay: CivilDate;
  readonly at: Date;
}

/** Writes it all. No requirement of the demonstration names a role or a responsibility, so nothing follows from it. */
export async function writeOrganising(tx: Writer, { newId, idOf, places, lastDay, at }: Organising): Promise<void> {
  const recorded = { recorded_at: instantText(at), recorded_by: null };
  const from = addDays(lastDay, -120);
  const grants = [
    { key: "hr-lead", role: "hr", department_id: null, deputy: 0 },
    { key: "butik-sundsvall-lead", role: "manager", department_id: "butik", deputy: 1 },
  ] as const;
  for (const { key, ...grant } of grants) {
    const row = { id: newId(at), person_id: idOf(key), course_id: null, from_on: from, to_on: null };
    await tx
      .insertInto("role_grant")
      .values({ ...row, ...grant, ...recorded })
      .execute();
  }
  for (const { name, holder, deputy } of responsibilities) {
    const id = newId(at);
    await tx
      .insertInto("responsibility")
      .values({ id, name: JSON.stringify(name), closed_on: null, created_at: instantText(at) })
      .execute();
    const holders = [{ key: holder, stands_in: 0 }, ...(deputy === null ? [] : [{ key: deputy, stands_in: 1 }])];
    for (const { key, stands_in } of holders) {
      const row = { id: newId(at), person_id: idOf(key), responsibility_id: id, from_on: from, to_on: null };
      await tx
        .insertInto("holding")
        .values({ ...row, deputy: stands_in, ...recorded })
        .execute();
    }
  }
  const year = Number(lastDay.slice(0, 4));
  for (const { key, entity } of sites)
    await writeHolidays(tx, places.siteId(key as SiteKey), entity === "oy" ? "FI" : "SE", year);
}

async function writeHolidays(tx: Writer, siteId: string, country: "SE" | "FI", first: number): Promise<void> {
  for (const year of [first, first + 1]) {
    const easter = easterOf(year);
    const days = [
      ...yearly[country].map(([day, name]) => ({ on: `${year}-${day}`, name })),
      ...moving.map(([after, name]) => ({ on: addDays(easter, after), name })),
    ];
    for (const { on, name } of days) {
      await tx.insertInto("holiday").values({ site_id: siteId, on_day: on, name }).execute();
    }
  }
}
