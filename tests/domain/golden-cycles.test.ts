/** Rules 1 and 2: the first due date, what begins a cycle, and the order of what happens on one day. */
import { describe } from "vitest";
import { assigned, completed, edited, extended, revised, told, unassigned } from "./told";

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
