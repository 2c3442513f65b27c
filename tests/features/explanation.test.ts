import { describe, expect, it } from "vitest";
import { type CivilDate, civilDate, parsePeriod } from "#app/domain/calendar";
import type { Reason, ReasonCode } from "#app/domain/reasons";
import { STANDING_STATES, type Standing, type StandingState } from "#app/domain/standing";
import { catalogues } from "#app/words/catalogues";
import { explain, statusOf, type Telling, type Voice } from "#app/words/explanation";
import { formatsFor } from "#app/words/format";
import { type Language, languages } from "#app/words/language";

const on = (text: string): CivilDate => civilDate(text);
const today = on("2026-11-24");

function telling(language: Language, voice: Voice = "you"): Telling {
  return { words: catalogues[language], format: formatsFor(language), today, voice };
}

function standing(state: StandingState, given: Partial<Standing> = {}): Standing {
  return {
    state,
    valid: state === "current" || state === "refresher-open" || state === "refresher-overdue",
    task: "none",
    cycle: 1,
    opensOn: null,
    dueOn: null,
    validUntil: null,
    nextChangeOn: null,
    because: [],
    ...given,
  };
}

/** One of each code; a code that the domain adds is missing here and does not compile. */
const samples: { readonly [Code in ReasonCode]: Extract<Reason, { code: Code }> } = {
  "never-assigned": { code: "never-assigned", on: null },
  unassigned: { code: "unassigned", on: on("2026-05-07") },
  assigned: { code: "assigned", on: on("2026-11-02"), due: on("2026-12-02") },
  "starting-over": { code: "starting-over", on: on("2026-11-02"), due: on("2026-12-02") },
  "never-ages": { code: "never-ages", on: on("2026-03-03") },
  "refresh-due": { code: "refresh-due", on: on("2026-03-03"), due: on("2027-03-03"), every: parsePeriod("P1Y") },
  "weak-score": { code: "weak-score", on: on("2026-03-03"), due: on("2026-09-03"), every: parsePeriod("P6M") },
  "keep-day": {
    code: "keep-day",
    on: on("2026-03-03"),
    anchor: on("2025-02-14"),
    due: on("2027-02-14"),
    every: parsePeriod("P1Y"),
  },
  "calendar-day": { code: "calendar-day", on: on("2026-03-03"), due: on("2027-03-31") },
  "issuer-expiry": { code: "issuer-expiry", on: on("2026-03-03"), expires: on("2027-01-08"), due: on("2027-01-08") },
  spread: { code: "spread", on: on("2026-03-03"), days: 12, due: on("2027-02-19") },
  renewed: { code: "renewed", on: on("2026-10-09"), every: parsePeriod("P3M") },
  "major-revision": {
    code: "major-revision",
    on: on("2026-11-03"),
    revision: 4,
    from: on("2026-11-05"),
    due: on("2026-12-01"),
  },
  "critical-revision": {
    code: "critical-revision",
    on: on("2026-11-03"),
    revision: 4,
    due: on("2026-12-03"),
    validUntil: on("2026-11-02"),
  },
  extended: { code: "extended", on: on("2026-11-20"), due: on("2026-12-20") },
  returned: { code: "returned", on: on("2026-11-16"), due: on("2026-11-30") },
  "policy-changed": {
    code: "policy-changed",
    on: on("2026-11-09"),
    due: on("2026-11-23"),
    validUntil: on("2026-12-07"),
  },
  absence: {
    code: "absence",
    on: on("2026-03-01"),
    until: on("2026-06-30"),
    due: on("2026-07-14"),
    validUntil: on("2026-07-28"),
  },
  grace: { code: "grace", on: on("2026-11-14"), validUntil: on("2026-11-28") },
  lapsed: { code: "lapsed", on: on("2026-11-17"), due: on("2026-11-03") },
  exempt: { code: "exempt", on: on("2026-02-15"), until: on("2026-12-31") },
  "on-leave": { code: "on-leave", on: on("2026-09-01"), until: on("2027-01-11") },
};

/** The days of a reason that have to be said for the sentence to explain anything. */
const saidDays: { readonly [Code in ReasonCode]: readonly string[] } = {
  "never-assigned": [],
  unassigned: ["7 maj|7 May"],
  assigned: ["2 november|2 November"],
  "starting-over": ["2 november|2 November"],
  "never-ages": ["3 mars|3 March"],
  "refresh-due": ["3 mars|3 March"],
  "weak-score": ["3 mars|3 March"],
  "keep-day": ["3 mars|3 March", "14 februari 2025|14 February 2025"],
  "calendar-day": ["3 mars|3 March"],
  "issuer-expiry": ["3 mars|3 March", "8 januari 2027|8 January 2027"],
  spread: ["12"],
  renewed: ["9 oktober|9 October"],
  "major-revision": ["3 november|3 November", "5 november|5 November"],
  "critical-revision": ["3 november|3 November"],
  extended: ["20 november|20 November"],
  returned: ["16 november|16 November"],
  "policy-changed": ["9 november|9 November"],
  absence: ["1 mars|1 March", "30 juni|30 June"],
  grace: ["28 november|28 November"],
  lapsed: ["17 november|17 November"],
  exempt: ["15 februari|15 February", "31 december|31 December"],
  "on-leave": ["1 september|1 September", "11 januari 2027|11 January 2027"],
};

/** The state in which a code belongs, with the dates that it would have. */
function standingOf(reason: Reason): Standing {
  const due = "due" in reason ? reason.due : null;
  const ground = samples["refresh-due"];
  switch (reason.code) {
    case "never-assigned":
    case "unassigned":
      return standing("not-required", { because: [reason] });
    case "assigned":
    case "starting-over":
      return standing("assigned", { dueOn: due, because: [reason] });
    case "never-ages":
      return standing("current", { because: [reason] });
    case "refresh-due":
    case "weak-score":
    case "keep-day":
    case "calendar-day":
    case "issuer-expiry":
      return standing("current", { opensOn: on("2027-02-01"), dueOn: due, validUntil: due, because: [reason] });
    case "grace":
      return standing("refresher-overdue", {
        dueOn: reason.on,
        validUntil: reason.validUntil,
        because: [ground, reason],
      });
    case "lapsed":
      return standing("lapsed", { dueOn: on("2026-11-03"), validUntil: reason.on, because: [ground, reason] });
    case "critical-revision":
      return standing("lapsed", { dueOn: due, validUntil: reason.validUntil, because: [ground, reason] });
    case "exempt":
      return standing("exempt", { because: [ground, reason] });
    case "on-leave":
      return standing("on-leave", { because: [ground, reason] });
    case "renewed":
      return standing("current", { dueOn: ground.due, validUntil: ground.due, because: [ground, reason] });
    case "spread":
    case "major-revision":
    case "extended":
    case "returned":
    case "policy-changed":
    case "absence":
      return standing("refresher-open", { dueOn: due, validUntil: due, because: [ground, reason] });
    default:
      return reason satisfies never;
  }
}

function faultsIn(text: string): string[] {
  return [
    /undefined|null|NaN|Invalid|\[object/.test(text) ? "an unfilled place" : "",
    / {2}/.test(text) ? "a double space" : "",
    /\d{4}-\d{2}-\d{2}/.test(text) ? "a date not formatted" : "",
    /P\d/.test(text) ? "a period not formatted" : "",
    /[.,] ?[.,]| [.,]/.test(text) ? "wrong punctuation" : "",
    /^[^A-ZÅÄÖ]/.test(text) ? "a small first letter" : "",
    /[^.]$/.test(text) ? "no full stop" : "",
    text.split(/\.(?= |$)/).length - 1 > 2 ? "more than two sentences" : "",
  ].filter(Boolean);
}

const voices: readonly Voice[] = ["you", "they"];

describe.each(languages)("explaining a standing in %s", (language) => {
  describe.each(voices)("to or about the person (%s)", (voice) => {
    it.each(Object.values(samples))("says $code with its dates, in one or two sentences", (reason) => {
      const text = explain(standingOf(reason), telling(language, voice));
      expect(faultsIn(text)).toEqual([]);
      for (const days of saidDays[reason.code]) {
        const [swedish = "", english = swedish] = days.split("|");
        expect(text).toContain(language === "sv" ? swedish : english);
      }
    });

    it.each(STANDING_STATES)("says every state, also without a date: %s", (state) => {
      for (const because of [[], ...Object.values(samples).map((reason) => [reason])]) {
        expect(faultsIn(explain(standing(state, { because }), telling(language, voice)))).toEqual([]);
      }
      const dated = { opensOn: on("2026-11-01"), dueOn: on("2026-11-24"), validUntil: on("2026-12-08") };
      for (const reason of Object.values(samples)) {
        const text = explain(standing(state, { ...dated, because: [reason] }), telling(language, voice));
        expect(faultsIn(text)).toEqual([]);
      }
    });
  });

  it("says all that gave a date, in its order", () => {
    const edited = { ...samples["policy-changed"], due: samples.spread.due };
    const because = [samples["refresh-due"], samples.spread, edited];
    const text = explain(standing("refresher-open", { dueOn: samples.spread.due, because }), telling(language));
    const places = (
      language === "sv"
        ? ["3 mars", "en gång om året", "12", "9 november", "19 februari"]
        : ["3 March", "once a year", "12", "9 November", "19 February"]
    ).map((day) => text.indexOf(day));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });
});

describe("the sentences", () => {
  const open = standing("refresher-open", {
    dueOn: on("2026-12-01"),
    because: [samples["refresh-due"], { ...samples["major-revision"], from: on("2026-11-03") }],
  });

  it("reads calmly in Swedish", () => {
    expect(explain(open, telling("sv"))).toBe(
      "Du gick modulen den 3 mars. Den ändrades den 3 november, med 28 dagar på sig, därför senast 1 december.",
    );
  });

  it("reads calmly in English", () => {
    expect(explain(open, telling("en"))).toBe(
      "You took this module on 3 March. It was changed on 3 November, with 28 days to take it in, so it is due by 1 December.",
    );
  });

  it("names only the critical revision where it set the dates anew", () => {
    const { extended, ...rest } = samples;
    const because = [rest["refresh-due"], rest["major-revision"], rest["critical-revision"]];
    const lapsed = standing("lapsed", { dueOn: on("2026-12-03"), validUntil: on("2026-11-02"), because });
    expect(explain(lapsed, telling("sv"))).toBe(
      "Du gick modulen den 3 mars. Den ändrades i grunden den 3 november, därför gällde den till 2 november och ska göras om senast 3 december.",
    );
    expect(explain({ ...lapsed, because: [...because, extended] }, telling("sv"))).toBe(explain(lapsed, telling("sv")));
  });

  it("says the grace after which a validity ended, and not that what came later caused it", () => {
    const ground = {
      ...samples["refresh-due"],
      on: on("2026-05-06"),
      due: on("2026-11-06"),
      every: parsePeriod("P6M"),
    };
    const end = { ...samples.lapsed, on: on("2026-11-20"), due: on("2026-11-06") };
    const because = [ground, end, { ...samples.extended, on: on("2026-11-22"), due: on("2026-11-23") }];
    const lapsed = standing("lapsed", { dueOn: on("2026-11-23"), validUntil: on("2026-11-20"), because });
    expect(explain(lapsed, telling("sv"))).toBe(
      "Du gick modulen den 6 maj. Den repeteras var sjätte månad, därför var sista dagen 6 november, och med 14 dagars respit gällde den till 20 november.",
    );
    expect(explain(lapsed, telling("en"))).toBe(
      "You took this module on 6 May. It is refreshed every 6 months, so it was due by 6 November, and with 14 days of grace it was valid until 20 November.",
    );
  });

  it("does not say that refreshers are spread where a change decides the date", () => {
    const ground = {
      ...samples["refresh-due"],
      on: on("2026-06-11"),
      due: on("2026-12-11"),
      every: parsePeriod("P6M"),
    };
    const spread = { ...samples.spread, on: on("2026-06-11"), days: 10, due: on("2026-12-01") };
    const changed = {
      ...samples["major-revision"],
      on: on("2026-10-31"),
      from: on("2026-10-31"),
      due: on("2026-11-30"),
    };
    const because = [ground, spread, changed];
    expect(explain(standing("refresher-open", { dueOn: on("2026-11-30"), because }), telling("sv"))).toBe(
      "Du gick modulen den 11 juni. Den ändrades den 31 oktober, med 30 dagar på sig, därför senast 30 november.",
    );
  });

  it("says that it was done again, and why that gave no later day; to a manager not why", () => {
    const ground = {
      ...samples["refresh-due"],
      on: on("2026-08-28"),
      due: on("2027-02-28"),
      every: parsePeriod("P6M"),
    };
    const again = { ...samples.renewed, on: on("2026-11-09") };
    const spread = { ...samples.spread, on: on("2026-08-28"), days: 3, due: on("2027-02-25") };
    const current = standing("current", { dueOn: on("2027-02-25"), because: [ground, spread, again] });
    expect(explain(current, telling("sv"))).toBe(
      "Du gick modulen den 28 augusti och igen den 9 november, men då satt några svar inte riktigt och 3 månader därifrån ger ingen senare dag. Den repeteras var sjätte månad, och repriserna sprids ut så att den här ligger 3 dagar tidigare, nästa gång senast 25 februari 2027.",
    );
    expect(explain({ ...current, because: [ground, { ...again, every: null }] }, telling("sv", "they"))).toMatch(
      /^Klar den 28 augusti och igen den 9 november, som inte ger någon senare dag\./,
    );
  });

  it("does not name the kept day where it is that of the completion", () => {
    const because = [{ ...samples["keep-day"], anchor: samples["keep-day"].on, due: on("2027-03-03") }];
    expect(explain(standing("current", { dueOn: on("2027-03-03"), because }), telling("sv"))).toBe(
      "Du gick modulen den 3 mars. Den repeteras en gång om året, nästa gång senast 3 mars 2027.",
    );
  });

  it("tells a manager nothing of a weak result", () => {
    const weak = standing("current", { dueOn: on("2027-03-03"), because: [samples["weak-score"]] });
    const strong = standing("current", { dueOn: on("2027-03-03"), because: [samples["refresh-due"]] });
    const managed = { ...strong, because: [{ ...samples["refresh-due"], every: null }] };
    for (const language of languages) {
      expect(explain(weak, telling(language, "they"))).toBe(explain(managed, telling(language, "they")));
    }
  });

  it.each([
    ["P1Y", "en gång om året", "once a year"],
    ["P2Y", "vartannat år", "every 2 years"],
    ["P3Y", "vart tredje år", "every 3 years"],
    ["P1M", "en gång i månaden", "once a month"],
    ["P6M", "var sjätte månad", "every 6 months"],
    ["P18M", "var 18:e månad", "every 18 months"],
    ["P21D", "var 21:a dag", "every 21 days"],
    ["P2W", "varannan vecka", "every 2 weeks"],
    ["P1Y6M", "med 1 år och 6 månader emellan", "with 1 year and 6 months between"],
  ])("says the interval %s", (every, swedish, english) => {
    const because = [{ ...samples["refresh-due"], due: today, every: parsePeriod(every) }];
    expect(explain(standing("current", { dueOn: today, because }), telling("sv"))).toContain(`repeteras ${swedish},`);
    expect(explain(standing("current", { dueOn: today, because }), telling("en"))).toContain(`refreshed ${english},`);
  });
});

describe("what a standing is called", () => {
  const sv = telling("sv");

  it("is soon when the refresher opens within 30 days, and not a day earlier", () => {
    const opening = (day: string) => standing("current", { opensOn: on(day), dueOn: on("2027-01-30") });
    expect(statusOf(opening("2026-12-24"), sv).status).toBe("soon");
    expect(statusOf(opening("2026-12-25"), sv).status).toBe("current");
    expect(statusOf(opening("2026-12-24"), sv).label).toBe("Snart dags, från 24 dec");
  });

  it("is changed when a revision is the reason, and due otherwise", () => {
    const because = [samples["refresh-due"], samples["major-revision"]];
    const dueOn = on("2026-12-01");
    expect(statusOf(standing("refresher-open", { dueOn, because }), sv)).toMatchObject({
      status: "changed",
      label: "Ändrad, senast 1 dec",
      detail: "7 dagar kvar",
    });
    expect(statusOf(standing("refresher-open", { dueOn, because: [samples["refresh-due"]] }), sv)).toMatchObject({
      status: "due",
      label: "Att göra senast 1 dec",
    });
    expect(statusOf(standing("assigned", { dueOn: today }), sv).detail).toBe("sista dagen i dag");
  });

  it("counts the days since the last day when overdue", () => {
    expect(statusOf(standing("overdue", { dueOn: on("2026-10-27") }), sv).label).toBe("Försenad 28 dagar");
    expect(statusOf(standing("overdue", { dueOn: on("2026-11-23") }), sv).label).toBe("Försenad 1 dag");
    expect(
      statusOf(standing("refresher-overdue", { dueOn: on("2026-11-20"), validUntil: on("2026-12-04") }), sv),
    ).toMatchObject({ status: "overdue", label: "Försenad, gäller till 4 dec", detail: "4 dagar" });
    expect(statusOf(standing("lapsed", { validUntil: on("2026-11-03") }), sv)).toMatchObject({
      status: "overdue",
      label: "Gällde till 3 nov",
    });
  });

  it("says how long an exemption lasts, and of leave nothing but that", () => {
    expect(statusOf(standing("exempt", { because: [samples.exempt] }), sv).label).toBe("Undantagen till 31 dec");
    expect(statusOf(standing("exempt", { because: [{ ...samples.exempt, until: null }] }), sv).label).toBe(
      "Undantagen tills vidare",
    );
    expect(statusOf(standing("on-leave", { because: [samples["on-leave"]] }), sv)).toEqual({
      status: "leave",
      word: "Frånvarande",
      detail: "",
      label: "Frånvarande",
    });
    expect(statusOf(standing("not-required"), sv).status).toBe("none");
  });

  it.each(languages)("has no empty place in any state in %s", (language) => {
    for (const state of STANDING_STATES) {
      for (const given of [{}, { opensOn: today, dueOn: today, validUntil: today }]) {
        const { word, label } = statusOf(standing(state, given), telling(language));
        expect(word).not.toBe("");
        expect(label).toMatch(/^[A-ZÅÄÖ]/);
        expect(label).not.toMatch(/undefined|null|NaN|Invalid| {2}| $|\d{4}-\d{2}/);
      }
    }
  });
});
