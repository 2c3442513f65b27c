import type { Interval } from "./interval";
import type { Words } from "./words";

/** The English catalogue. */
export const en: Words = {
  product: {
    name: "Repris",
    home: "Repris, start page",
  },
  explanation: {
    completed: (day, again, voice) =>
      voice === "they"
        ? `Completed on ${day}.`
        : again
          ? `You refreshed this module on ${day}.`
          : `You took this module on ${day}.`,
    assigned: (day, voice) => (voice === "they" ? `Required since ${day}.` : `You were given this module on ${day}.`),
    startingOver: (day, voice) =>
      voice === "they"
        ? `Required again since ${day}, when no earlier training was valid any longer.`
        : `You were given this module again on ${day}, when what you had done before was no longer valid.`,
    neverAssigned: (voice) =>
      voice === "they"
        ? "This module has never been required of this person."
        : "This module has never been required of you.",
    unassigned: (day, voice) =>
      voice === "they" ? `No longer required since ${day}.` : `This module is not required of you since ${day}.`,
    neverAges: "It does not have to be refreshed.",
    repeated: (interval) => `it is refreshed ${englishInterval(interval)}`,
    weak: (interval) => `some answers did not quite stick, so it comes back after ${englishDuration(interval)}`,
    keptDay: (interval, anchor) => `it is refreshed ${englishInterval(interval)} counting from ${anchor}`,
    fixedDays: "it is refreshed on fixed days of the year",
    issuer: (day) => `whoever issued the evidence lets it hold until ${day}`,
    spread: (days) => `refreshers are spread out so that this one comes ${days} ${days === 1 ? "day" : "days"} earlier`,
    changed: (day, countedFrom) =>
      countedFrom === null
        ? `it was changed on ${day}`
        : `it was changed on ${day} with the time counted from ${countedFrom}`,
    changedCritically: (day) => `it was fundamentally changed on ${day}`,
    extended: (day, voice) =>
      voice === "they" ? `more time was given on ${day}` : `you were given more time on ${day}`,
    returned: (day, voice) =>
      voice === "they" ? `it has been required since ${day}` : `it has been required of you since ${day}`,
    policyChanged: (day) => `its rules were changed on ${day}`,
    paused: (since, until) =>
      until === null ? `it was paused on ${since}` : `it was paused from ${since} to ${until}`,
    exempt: (since, until, voice) =>
      `${voice === "they" ? "Exempt" : "You are exempt"} since ${since}, ${
        until === null ? "until further notice" : `to the end of ${until}`
      }.`,
    onLeave: (since, until, voice) =>
      `${voice === "they" ? "Away" : "You are away"} since ${since}, ${
        until === null ? "until further notice" : `to the end of ${until}`
      }.`,
    nothingLate: "Nothing becomes overdue meanwhile.",
    holdsUntil: (day) => `The training is valid until ${day}.`,
    holdsEndless: "The training is valid until further notice.",
    list: (clauses) =>
      clauses.length < 2 ? clauses.join("") : `${clauses.slice(0, -1).join(", ")}, and ${clauses.at(-1) ?? ""}`,
    so: {
      next: (due) => `next time by ${due}`,
      endless: "and it is valid until further notice",
      noLastDay: "so there is no last day for now",
      finishBy: (due) => `so it is due by ${due}`,
      shouldHaveFinished: (due) => `so it was due by ${due}`,
      refreshBy: (due) => `so it is due by ${due}`,
      shouldHaveRefreshed: (due, validUntil) =>
        `so it was due by ${due}${validUntil === null ? "" : `, but it is valid until ${validUntil}`}`,
      wasValid: (until, due) =>
        `so it was valid until ${until}${due === null ? "" : ` and is to be done again by ${due}`}`,
    },
    alone: {
      next: (due) => `next refresher by ${due}`,
      endless: "it is valid until further notice",
      noLastDay: "there is no last day for now",
      finishBy: (due) => `it is to be finished by ${due}`,
      shouldHaveFinished: (due) => `it was to be finished by ${due}`,
      refreshBy: (due) => `it is to be refreshed by ${due}`,
      shouldHaveRefreshed: (due, validUntil) =>
        `it was to be refreshed by ${due}${validUntil === null ? "" : ` but is valid until ${validUntil}`}`,
      wasValid: (until, due) =>
        `it was valid until ${until}${due === null ? "" : ` and is to be done again by ${due}`}`,
    },
    status: {
      none: "Not included",
      current: "Valid",
      soon: "Soon due",
      due: "To do",
      changed: "Changed",
      overdue: "Overdue",
      lapsed: "Expired",
      exempt: "Exempt",
      leave: "Away",
      until: (day) => `until ${day}`,
      untilFurther: "until further notice",
      from: (day) => `from ${day}`,
      by: (day) => `by ${day}`,
      wasUntil: (day) => `was valid until ${day}`,
      heldUntil: (day) => `still valid until ${day}`,
      heldEndless: "still valid until further notice",
      daysLeft: (days) => (days === 0 ? "last day today" : days === 1 ? "1 day left" : `${days} days left`),
      daysLate: (days) => (days === 1 ? "1 day" : `${days} days`),
    },
  },
};

function englishInterval({ years, months, weeks, days }: Interval): string {
  const kinds = [years, months, weeks, days].filter((count) => count > 0).length;
  if (kinds !== 1) return `with ${englishDuration({ years, months, weeks, days })} between`;
  const every = (count: number, once: string, unit: string) => (count === 1 ? once : `every ${count} ${unit}`);
  if (years > 0) return every(years, "once a year", "years");
  if (months > 0) return every(months, "once a month", "months");
  if (weeks > 0) return every(weeks, "every week", "weeks");
  return every(days, "every day", "days");
}

function englishDuration({ years, months, weeks, days }: Interval): string {
  const part = (count: number, unit: string) => (count === 0 ? "" : `${count} ${unit}${count === 1 ? "" : "s"}`);
  const parts = [part(years, "year"), part(months, "month"), part(weeks, "week"), part(days, "day")].filter(Boolean);
  return parts.length === 0 ? "0 days" : parts.join(" and ");
}
