/** Rules 1 to 5 and 11, and spread: first due date, cycles, and what each anchor makes of a completion. */
import { describe } from "vitest";
import { assigned, completed, edited, extended, leave, revised, told, unassigned } from "./told";

describe("rule 1: the first due date", () => {
  const january = [assigned("2026-01-31")];
  told({ due: "P1M" }, [
    [
      "is counted from the assignment, clamped to the month's end",
      january,
      "2026-02-10",
      {
        state: "assigned",
        valid: false,
        task: "module",
        cycle: 0,
        opensOn: "2026-01-31",
        dueOn: "2026-02-28",
        validUntil: null,
        nextChangeOn: "2026-03-01",
      },
    ],
    ["is met through the end of its day", january, "2026-02-28", { state: "assigned" }],
    [
      "is missed on the next, and nothing changes after that",
      january,
      "2026-03-01",
      { state: "overdue", task: "module", nextChangeOn: null },
    ],
    [
      "falls on the 29th in a leap year",
      [assigned("2024-01-31")],
      "2024-02-29",
      { state: "assigned", dueOn: "2024-02-29" },
    ],
    [
      "does not exist before the assignment",
      january,
      "2026-01-30",
      {
        state: "not-required",
        valid: false,
        task: "none",
        opensOn: null,
        dueOn: null,
        validUntil: null,
        nextChangeOn: null,
      },
    ],
    [
      "is not moved by being assigned again",
      [...january, assigned("2026-02-20")],
      "2026-02-21",
      { dueOn: "2026-02-28" },
    ],
    [
      "ends with the assignment",
      [...january, unassigned("2026-02-20")],
      "2026-02-20",
      { state: "not-required", dueOn: null },
    ],
  ]);
  told({}, [["is 30 days away by default", [assigned("2024-02-01")], "2024-02-01", { dueOn: "2024-03-02" }]]);
  told(
    { refresh: { every: "P1Y" } },
    [["is not spread", [assigned("2026-01-01")], "2026-01-01", { dueOn: "2026-01-31" }]],
    5,
  );
});

describe("rule 2: a completion begins a cycle", () => {
  const year = { refresh: { every: "P1Y", window: "P30D", grace: "P14D" } };
  const done = [assigned("2025-01-01"), completed("2025-01-31")];
  told(year, [
    [
      "when the first is done, a year is current",
      done,
      "2025-06-01",
      {
        state: "current",
        valid: true,
        task: "none",
        cycle: 1,
        opensOn: "2026-01-01",
        dueOn: "2026-01-31",
        validUntil: "2026-02-14",
        nextChangeOn: "2026-01-01",
      },
    ],
    [
      "the refresher opens on the first day of its window",
      done,
      "2026-01-01",
      { state: "refresher-open", task: "refresher", nextChangeOn: "2026-02-01" },
    ],
    ["it is on time through the end of the due day", done, "2026-01-31", { state: "refresher-open" }],
    [
      "the day after, it is overdue and still valid",
      done,
      "2026-02-01",
      { state: "refresher-overdue", valid: true, task: "refresher", nextChangeOn: "2026-02-15" },
    ],
    ["grace holds through its last day", done, "2026-02-14", { state: "refresher-overdue", valid: true }],
    [
      "after grace it has lapsed, and the module is owed",
      done,
      "2026-02-15",
      { state: "lapsed", valid: false, task: "module", nextChangeOn: null },
    ],
    [
      "done before the window, it counts from the new day",
      [...done, completed("2025-11-20")],
      "2025-11-20",
      { state: "current", cycle: 2, dueOn: "2026-11-20" },
    ],
    [
      "done inside the window, it counts from the new day",
      [...done, completed("2026-01-10")],
      "2026-01-10",
      { cycle: 2, opensOn: "2026-12-11", dueOn: "2027-01-10", validUntil: "2027-01-24" },
    ],
    [
      "done in grace, it counts from the new day",
      [...done, completed("2026-02-10")],
      "2026-02-10",
      { state: "current", cycle: 2, dueOn: "2027-02-10" },
    ],
    [
      "done after the lapse, it begins anew",
      [...done, completed("2026-05-05")],
      "2026-05-05",
      { state: "current", valid: true, cycle: 2, dueOn: "2027-05-05" },
    ],
    [
      "done twice on one day, it is one cycle and one piece of evidence more",
      [...done, completed("2025-01-31")],
      "2025-02-01",
      { cycle: 1, dueOn: "2026-01-31" },
    ],
    [
      "done before it was ever required, it counts",
      [completed("2025-01-31"), assigned("2025-03-01")],
      "2025-03-01",
      { state: "current", cycle: 1, dueOn: "2026-01-31" },
    ],
    [
      "done while it was not required, it counts",
      [...done, unassigned("2025-02-01"), completed("2025-12-01"), assigned("2026-01-15")],
      "2026-01-15",
      { state: "current", cycle: 2, dueOn: "2026-12-01" },
    ],
  ]);
  told({ refresh: { every: "P1Y", afterLapse: "refresher" } }, [
    [
      "after the lapse the refresher is enough, if the policy says so",
      done,
      "2026-02-15",
      { state: "lapsed", task: "refresher" },
    ],
  ]);
  told({ refresh: { every: "P1Y", grace: "P0D" } }, [
    [
      "without grace, validity ends with the due day",
      done,
      "2026-02-01",
      { state: "lapsed", validUntil: "2026-01-31" },
    ],
  ]);
  told({}, [
    [
      "without refreshers it is valid for ever",
      done,
      "2076-01-01",
      {
        state: "current",
        valid: true,
        task: "none",
        cycle: 1,
        opensOn: null,
        dueOn: null,
        validUntil: null,
        nextChangeOn: null,
      },
    ],
    [
      "and doing it again is evidence only",
      [...done, completed("2026-01-01")],
      "2026-01-01",
      { cycle: 1, dueOn: null },
    ],
  ]);
});

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

describe("facts of one day", () => {
  const weak = { refresh: { every: "P1Y", weak: { below: 0.8, every: "P6M" } } };
  const start = assigned("2026-01-01");
  told(weak, [
    [
      "completions apply by revision first: the newer, weaker one is evidence",
      [start, completed("2026-01-31", { revision: 2, score: 0.5 }), completed("2026-01-31")],
      "2026-01-31",
      { cycle: 1, dueOn: "2027-01-31" },
    ],
    [
      "then by score: the weak one gives a cycle, and the good one another",
      [start, completed("2026-01-31"), completed("2026-01-31", { score: 0.5 })],
      "2026-01-31",
      { cycle: 2, dueOn: "2027-01-31" },
    ],
    [
      "then by expiry, none before any: what expires is evidence",
      [start, completed("2026-01-31", { expires: "2026-12-01" }), completed("2026-01-31")],
      "2026-01-31",
      { cycle: 1, dueOn: "2027-01-31" },
    ],
    [
      "the completion comes after the assignment",
      [completed("2026-01-31"), assigned("2026-01-31")],
      "2026-01-31",
      { state: "current", cycle: 1, dueOn: "2027-01-31" },
    ],
    [
      "the extension comes before the completion, and so ends with the old cycle",
      [start, completed("2026-01-20"), extended("2026-01-20", "2026-03-01")],
      "2026-01-20",
      { cycle: 1, dueOn: "2027-01-20" },
    ],
    [
      "the revision comes before the completion that settles it",
      [start, completed("2026-01-20", { revision: 2 }), revised("2026-01-20", 2, "major")],
      "2026-01-20",
      { state: "current", dueOn: "2027-01-20" },
    ],
    [
      "the policy comes before the completion, which is counted by it",
      [start, completed("2026-01-20"), edited("2026-01-20", { refresh: { every: "P2Y" } })],
      "2026-01-20",
      { dueOn: "2028-01-20" },
    ],
  ]);
  const [first, second] = [
    edited("2026-01-05", { due: "P5D", runway: "P0D" }),
    edited("2026-01-05", { due: "P60D", runway: "P0D" }),
  ];
  told({ due: "P10D", runway: "P0D" }, [
    [
      "two policies apply in the order given: short, then long",
      [start, first, second],
      "2026-01-05",
      { dueOn: "2026-03-02" },
    ],
    ["or long, then short", [start, second, first], "2026-01-05", { dueOn: "2026-01-06" }],
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
