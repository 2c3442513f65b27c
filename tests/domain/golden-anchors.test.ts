/** Rules 3 to 5 and 11, and spread: what each anchor makes of a completion. */
import { describe } from "vitest";
import { assigned, completed, leave, told } from "./told";

describe("rule 3: counted from the completion", () => {
  told({ refresh: { every: "P1M", window: "P7D", grace: "P3D" } }, [
    [
      "from 31 January to 28 February",
      [assigned("2026-01-01"), completed("2026-01-31")],
      "2026-02-01",
      { opensOn: "2026-02-21", dueOn: "2026-02-28", validUntil: "2026-03-03" },
    ],
    [
      "from 31 January to 29 February in a leap year",
      [assigned("2024-01-01"), completed("2024-01-31")],
      "2024-02-01",
      { opensOn: "2024-02-22", dueOn: "2024-02-29", validUntil: "2024-03-03" },
    ],
  ]);
  told({ refresh: { every: "P1Y", window: "P1M" } }, [
    [
      "from 29 February to 28 February, and the window clamps too",
      [assigned("2024-02-01"), completed("2024-02-29")],
      "2024-03-01",
      { opensOn: "2025-01-28", dueOn: "2025-02-28" },
    ],
  ]);
  const weak = { refresh: { every: "P1Y", weak: { below: 0.8, every: "P6M" } } };
  told(weak, [
    [
      "a weak result comes back in half the time",
      [assigned("2026-01-01"), completed("2026-01-31", { score: 0.79 })],
      "2026-02-01",
      { dueOn: "2026-07-31" },
    ],
    [
      "the threshold itself is not weak",
      [assigned("2026-01-01"), completed("2026-01-31", { score: 0.8 })],
      "2026-02-01",
      { dueOn: "2027-01-31" },
    ],
    [
      "without a score it is not weak",
      [assigned("2026-01-01"), completed("2026-01-31")],
      "2026-02-01",
      { dueOn: "2027-01-31" },
    ],
    [
      "a weak repeat of a good result moves nothing",
      [assigned("2026-01-01"), completed("2026-01-31"), completed("2026-03-01", { score: 0.2 })],
      "2026-03-01",
      { cycle: 1, dueOn: "2027-01-31" },
    ],
    [
      "a good repeat of a weak one gives the whole year",
      [assigned("2026-01-01"), completed("2026-01-31", { score: 0.2 }), completed("2026-02-02")],
      "2026-02-02",
      { cycle: 2, dueOn: "2027-02-02" },
    ],
    [
      "a weak repeat late enough gives what it gives",
      [assigned("2026-01-01"), completed("2026-01-31"), completed("2026-09-01", { score: 0.2 })],
      "2026-09-01",
      { cycle: 2, dueOn: "2027-03-01" },
    ],
  ]);
});

describe("rule 4: the day is kept", () => {
  const done = [assigned("2025-01-01"), completed("2025-01-31")];
  told({ refresh: { anchor: "keep", every: "P6M", window: "P30D", grace: "P14D" } }, [
    ["six months on", done, "2025-02-01", { opensOn: "2025-07-01", dueOn: "2025-07-31", validUntil: "2025-08-14" }],
    [
      "before the window, doing it is evidence only",
      [...done, completed("2025-06-30")],
      "2025-06-30",
      { state: "current", cycle: 1, dueOn: "2025-07-31" },
    ],
    [
      "on the window's first day, the next keeps the day",
      [...done, completed("2025-07-01")],
      "2025-07-01",
      { state: "current", cycle: 2, opensOn: "2026-01-01", dueOn: "2026-01-31" },
    ],
    [
      "in grace, lateness gains nothing",
      [...done, completed("2025-08-14")],
      "2025-08-14",
      { cycle: 2, dueOn: "2026-01-31" },
    ],
    [
      "after the lapse, there is a new day to keep",
      [...done, completed("2025-08-15")],
      "2025-08-15",
      { state: "current", cycle: 2, dueOn: "2026-02-15" },
    ],
    [
      "and it is the new one that the next keeps",
      [...done, completed("2025-08-15"), completed("2026-02-01")],
      "2026-02-01",
      { cycle: 3, dueOn: "2026-08-15" },
    ],
  ]);
  told({ refresh: { anchor: "keep", every: "P1M", window: "P7D", grace: "P7D" } }, [
    [
      "month by month from the 31st there is no drift",
      [assigned("2026-01-01"), completed("2026-01-31"), completed("2026-02-28"), completed("2026-03-31")],
      "2026-03-31",
      { cycle: 3, dueOn: "2026-04-30" },
    ],
    [
      "the 31st comes back after February",
      [assigned("2026-01-01"), completed("2026-01-31"), completed("2026-02-25")],
      "2026-02-25",
      { cycle: 2, dueOn: "2026-03-31" },
    ],
  ]);
  told({ refresh: { anchor: "keep", every: "P1M", window: "P7D" } }, [
    [
      "an absence over several due dates skips them",
      [assigned("2026-01-01"), completed("2026-01-31"), leave("2026-02-10", "2026-05-10"), completed("2026-05-12")],
      "2026-05-12",
      { cycle: 2, dueOn: "2026-05-31" },
    ],
    [
      "or the one whose window has opened",
      [assigned("2026-01-01"), completed("2026-01-31"), leave("2026-02-10", "2026-05-20"), completed("2026-05-24")],
      "2026-05-24",
      { cycle: 2, dueOn: "2026-06-30" },
    ],
  ]);
});

describe("rule 5: fixed days of the year", () => {
  const twice = { refresh: { anchor: "calendar", on: ["09-30", "03-31"], minimumValidity: "P90D" } };
  const on = (day: string) => [assigned("2025-01-01"), completed(day)];
  told(twice, [
    [
      "the next one that is far enough",
      on("2025-02-01"),
      "2025-02-01",
      { opensOn: "2025-08-31", dueOn: "2025-09-30", validUntil: "2025-10-14" },
    ],
    ["exactly 90 days before counts", on("2025-07-02"), "2025-07-02", { dueOn: "2025-09-30" }],
    ["89 days before is too near, and the next year's comes", on("2025-07-03"), "2025-07-03", { dueOn: "2026-03-31" }],
    [
      "early in the window, the next is the one after",
      [...on("2025-02-01"), completed("2025-09-01")],
      "2025-09-01",
      { cycle: 2, dueOn: "2026-03-31" },
    ],
    [
      "long before the window, it is the same day and so evidence only",
      [...on("2025-02-01"), completed("2025-06-01")],
      "2025-06-01",
      { cycle: 1, dueOn: "2025-09-30" },
    ],
    [
      "after the lapse, the same days come again",
      [...on("2025-02-01"), completed("2025-12-01")],
      "2025-12-01",
      { cycle: 2, dueOn: "2026-03-31" },
    ],
  ]);
  told({ refresh: { anchor: "calendar", on: ["02-29"] } }, [
    ["29 February is the last day of February", on("2025-03-01"), "2025-03-01", { dueOn: "2026-02-28" }],
    ["and the 29th in a leap year", on("2027-03-01"), "2027-03-01", { dueOn: "2028-02-29" }],
  ]);
});

describe("spread", () => {
  const done = [assigned("2025-01-01"), completed("2025-01-31")];
  told(
    { refresh: { every: "P1Y", spread: "P21D" } },
    [
      [
        "brings the due date and the window forward",
        done,
        "2025-02-01",
        { opensOn: "2025-12-22", dueOn: "2026-01-21", validUntil: "2026-02-04" },
      ],
      [
        "of the next cycle too, from a base that did not move",
        [...done, completed("2026-01-21")],
        "2026-01-21",
        { cycle: 2, dueOn: "2027-01-11" },
      ],
      [
        "and a completion between the two is later by base",
        [...done, completed("2025-02-05")],
        "2025-02-05",
        { cycle: 2, dueOn: "2026-01-26" },
      ],
    ],
    10,
  );
  told(
    { refresh: { anchor: "keep", every: "P6M", window: "P30D", spread: "P21D" } },
    [
      ["opens the window of a kept day earlier", done, "2025-02-01", { opensOn: "2025-06-21", dueOn: "2025-07-21" }],
      [
        "and inside that window the next cycle begins",
        [...done, completed("2025-06-21")],
        "2025-06-21",
        { cycle: 2, dueOn: "2026-01-21" },
      ],
      ["but not the day before", [...done, completed("2025-06-20")], "2025-06-20", { cycle: 1, dueOn: "2025-07-21" }],
    ],
    10,
  );
  told(
    { refresh: { anchor: "calendar", on: ["03-31"] } },
    [["never moves a fixed day", done, "2025-02-01", { dueOn: "2026-03-31" }]],
    10,
  );
});

describe("rule 11: an issuer's own date", () => {
  const year = { refresh: { every: "P1Y", window: "P30D", grace: "P14D" } };
  const start = assigned("2025-01-01");
  told(year, [
    [
      "caps the due date, and there is no grace beyond it",
      [start, completed("2025-01-31", { revision: 0, expires: "2025-06-30" })],
      "2025-02-01",
      { opensOn: "2025-05-31", dueOn: "2025-06-30", validUntil: "2025-06-30" },
    ],
    [
      "leaves an earlier due date alone, and shortens the grace",
      [start, completed("2025-01-31", { expires: "2026-02-05" })],
      "2025-02-01",
      { dueOn: "2026-01-31", validUntil: "2026-02-05" },
    ],
    [
      "does nothing when it is later than all of it",
      [start, completed("2025-01-31", { expires: "2030-01-01" })],
      "2025-02-01",
      { dueOn: "2026-01-31", validUntil: "2026-02-14" },
    ],
    [
      "holds in spite of leave",
      [start, completed("2025-01-31", { expires: "2025-06-30" }), leave("2025-06-01", "2025-08-01")],
      "2025-07-01",
      { state: "on-leave", valid: false, dueOn: "2025-08-15", validUntil: "2025-06-30" },
    ],
    [
      "passed already, it is of no use",
      [start, completed("2025-01-31", { expires: "2025-01-15" })],
      "2025-01-31",
      { state: "lapsed", valid: false, cycle: 1, validUntil: "2025-01-15" },
    ],
    [
      "sooner than the present due date, the evidence begins no cycle",
      [start, completed("2025-01-31"), completed("2025-03-01", { expires: "2025-12-31" })],
      "2025-03-01",
      { cycle: 1, dueOn: "2026-01-31", validUntil: "2026-02-14" },
    ],
  ]);
  told({}, [
    [
      "makes even a module without refreshers end, with the default window",
      [start, completed("2025-01-31", { expires: "2025-06-30" })],
      "2025-06-01",
      {
        state: "refresher-open",
        opensOn: "2025-05-31",
        dueOn: "2025-06-30",
        validUntil: "2025-06-30",
        nextChangeOn: "2025-07-01",
      },
    ],
  ]);
});
