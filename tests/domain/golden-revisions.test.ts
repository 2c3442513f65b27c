/** Rule 6: what a new revision asks of people. */
import { describe } from "vitest";
import { assigned, completed, edited, extended, leave, revised, told, unassigned } from "./told";

const year = { runway: "P14D", refresh: { every: "P1Y", window: "P30D", grace: "P14D" } };
const done = [assigned("2025-01-01"), completed("2025-01-31")];

describe("rule 6: a minor revision", () => {
  told(year, [
    [
      "asks nothing",
      [...done, revised("2025-06-01", 2, "minor")],
      "2025-06-01",
      { state: "current", opensOn: "2026-01-01", dueOn: "2026-01-31" },
    ],
  ]);
});

describe("rule 6: a major revision", () => {
  const changed = [...done, revised("2025-11-03", 2, "major")];
  told(year, [
    [
      "opens the refresher at once and is due within 30 days",
      changed,
      "2025-11-03",
      {
        state: "refresher-open",
        task: "refresher",
        opensOn: "2025-11-03",
        dueOn: "2025-12-03",
        validUntil: "2025-12-17",
      },
    ],
    ["lapses like any other refresher", changed, "2025-12-18", { state: "lapsed", valid: false }],
    [
      "is due within what it says, but never sooner than the runway",
      [...done, revised("2025-11-03", 2, "major", "P7D")],
      "2025-11-03",
      { dueOn: "2025-11-17" },
    ],
    [
      "leaves an earlier due date alone",
      [...done, revised("2026-01-20", 2, "major")],
      "2026-01-20",
      { opensOn: "2026-01-01", dueOn: "2026-01-31" },
    ],
    [
      "is settled by completing it, and a new cycle begins",
      [...changed, completed("2025-11-10", { revision: 2 })],
      "2025-11-10",
      { state: "current", cycle: 2, dueOn: "2026-11-10" },
    ],
    [
      "is settled by completing a still newer one",
      [...changed, completed("2025-11-10", { revision: 3 })],
      "2025-11-10",
      { state: "current", dueOn: "2026-11-10" },
    ],
    [
      "is not settled by the old one: a new cycle, and the same day",
      [...changed, completed("2025-11-10", { revision: 1 })],
      "2025-11-10",
      { state: "refresher-open", cycle: 2, opensOn: "2025-11-03", dueOn: "2025-12-03" },
    ],
    [
      "leaves nothing valid to whoever lapsed by it and does the old one again",
      [...changed, completed("2025-12-20", { revision: 1 })],
      "2025-12-20",
      { state: "lapsed", cycle: 2, dueOn: "2025-12-03", validUntil: "2025-12-17" },
    ],
    [
      "keeps its day when another follows",
      [...changed, revised("2025-11-20", 3, "major")],
      "2025-11-20",
      { opensOn: "2025-11-03", dueOn: "2025-12-03" },
    ],
    [
      "which is settled only by the newest",
      [...changed, revised("2025-11-20", 3, "major"), completed("2025-11-21", { revision: 2 })],
      "2025-11-21",
      { cycle: 2, opensOn: "2025-11-20", dueOn: "2025-12-20" },
    ],
    [
      "published before the completion of the old one counts from the completion",
      [assigned("2025-01-01"), revised("2025-01-15", 2, "major"), completed("2025-01-31")],
      "2025-01-31",
      { state: "refresher-open", cycle: 1, opensOn: "2025-01-31", dueOn: "2025-03-02" },
    ],
    [
      "does not move a first due date",
      [assigned("2025-01-01"), revised("2025-01-15", 2, "major", "P0D")],
      "2025-01-15",
      { state: "assigned", opensOn: "2025-01-01", dueOn: "2025-01-31" },
    ],
    [
      "published after the lapse waits until something valid is held",
      [...done, revised("2026-03-01", 2, "major"), completed("2026-04-01")],
      "2026-04-01",
      { state: "refresher-open", cycle: 2, opensOn: "2026-04-01", dueOn: "2026-05-01" },
    ],
    [
      "published during leave is due after the leave, by the runway",
      [...done, leave("2025-10-20", "2025-12-20"), revised("2025-11-03", 2, "major")],
      "2025-12-21",
      { state: "refresher-open", dueOn: "2026-01-03", validUntil: "2026-01-17" },
    ],
    [
      "is forgotten by whoever starts over, and counts anew once something is held",
      [...changed, unassigned("2026-01-01"), assigned("2026-03-01"), completed("2026-03-10")],
      "2026-03-10",
      { state: "refresher-open", cycle: 2, opensOn: "2026-03-10", dueOn: "2026-04-09" },
    ],
    [
      "brings forward a due date that was extended before",
      [...done, extended("2025-10-01", "2026-04-01"), revised("2025-11-03", 2, "major")],
      "2025-11-03",
      { dueOn: "2025-12-03" },
    ],
    [
      "can be extended afterwards",
      [...changed, extended("2025-11-05", "2025-12-24")],
      "2025-11-05",
      { opensOn: "2025-11-03", dueOn: "2025-12-24", validUntil: "2026-01-07" },
    ],
    [
      "keeps the runway of its own day when the policy changes later",
      [...done, revised("2025-11-03", 2, "major", "P7D"), edited("2025-11-05", { ...year, runway: "P2M" })],
      "2025-11-05",
      { dueOn: "2025-11-17" },
    ],
    [
      "counts from an edit that makes a lapsed completion valid again",
      [
        ...done,
        revised("2026-03-01", 2, "major"),
        edited("2026-04-01", { ...year, refresh: { ...year.refresh, every: "P2Y" } }),
      ],
      "2026-04-01",
      { state: "refresher-open", valid: true, opensOn: "2026-04-01", dueOn: "2026-05-01" },
    ],
  ]);
  told({ refresh: { anchor: "keep", every: "P1Y", window: "P30D" } }, [
    [
      "done early under a kept day, settles it, and the kept day is back",
      [...changed, completed("2025-11-10", { revision: 2 })],
      "2025-11-10",
      { state: "current", cycle: 1, opensOn: "2026-01-01", dueOn: "2026-01-31", validUntil: "2026-02-14" },
    ],
  ]);
  told({}, [
    [
      "ends even what never refreshes, with the default grace",
      changed,
      "2025-12-04",
      { state: "refresher-overdue", opensOn: "2025-11-03", dueOn: "2025-12-03", validUntil: "2025-12-17" },
    ],
    [
      "until it is done",
      [...changed, completed("2025-12-04", { revision: 2 })],
      "2025-12-04",
      { state: "current", cycle: 1, opensOn: null, dueOn: null, validUntil: null },
    ],
  ]);
});

describe("rule 6: a critical revision", () => {
  const wrong = [...done, revised("2025-06-10", 2, "critical", "P7D")];
  told({ ...year, refresh: { ...year.refresh, afterLapse: "refresher" } }, [
    [
      "ends validity the day before, and the module is owed by the runway",
      wrong,
      "2025-06-10",
      {
        state: "lapsed",
        valid: false,
        task: "module",
        opensOn: "2025-06-10",
        dueOn: "2025-06-24",
        validUntil: "2025-06-09",
        nextChangeOn: null,
      },
    ],
    [
      "is due within what it says where that is longer",
      [...done, revised("2025-06-10", 2, "critical")],
      "2025-06-10",
      { dueOn: "2025-07-10" },
    ],
    [
      "leaves the day before as it was",
      wrong,
      "2025-06-09",
      { state: "current", valid: true, validUntil: "2026-02-14" },
    ],
    [
      "is not answered by the old revision, which begins no cycle",
      [...wrong, completed("2025-06-12")],
      "2025-06-12",
      { state: "lapsed", cycle: 1, task: "module" },
    ],
    [
      "is not answered by one in between either, which does not settle the major one that it would",
      [
        ...done,
        revised("2025-05-20", 2, "major"),
        revised("2025-06-10", 3, "critical", "P7D"),
        completed("2025-06-12", { revision: 2 }),
      ],
      "2025-06-12",
      { state: "lapsed", cycle: 1, task: "module", opensOn: "2025-05-20", dueOn: "2025-06-24" },
    ],
    [
      "is answered by the new one",
      [...wrong, completed("2025-06-12", { revision: 2 })],
      "2025-06-12",
      { state: "current", valid: true, cycle: 2, dueOn: "2026-06-12" },
    ],
    [
      "asks nothing of whoever has done it already",
      [...done, completed("2025-06-01", { revision: 2 }), revised("2025-06-10", 2, "critical")],
      "2025-06-10",
      { state: "current", valid: true },
    ],
    [
      "drops what was given earlier in the cycle",
      [...done, extended("2025-06-01", "2026-06-01"), revised("2025-06-10", 2, "critical", "P7D")],
      "2025-06-10",
      { dueOn: "2025-06-24" },
    ],
    [
      "can be extended, which brings nothing back",
      [...wrong, extended("2025-06-11", "2025-08-01")],
      "2025-06-11",
      { state: "lapsed", valid: false, dueOn: "2025-08-01", validUntil: "2025-06-09" },
    ],
    [
      "makes the module the task of whoever had lapsed already, and moves no date of theirs",
      [...done, revised("2026-03-10", 2, "critical")],
      "2026-03-10",
      { state: "lapsed", task: "module", opensOn: "2026-01-01", dueOn: "2026-01-31", validUntil: "2026-02-14" },
    ],
    [
      "is not undone by an edit of the policy",
      [...wrong, edited("2025-06-12", { refresh: { every: "P5Y" } })],
      "2025-06-12",
      { state: "lapsed", valid: false, validUntil: "2025-06-09" },
    ],
    [
      "is not moved by a major one that follows",
      [...wrong, revised("2025-06-11", 3, "major", "P0D")],
      "2025-06-11",
      { opensOn: "2025-06-10", dueOn: "2025-06-24" },
    ],
    [
      "gives whoever has not begun at least the runway",
      [assigned("2025-06-01"), revised("2025-06-25", 2, "critical")],
      "2025-06-25",
      { state: "assigned", opensOn: "2025-06-01", dueOn: "2025-07-09" },
    ],
    [
      "and moves no first due date that is later",
      [assigned("2025-06-01"), revised("2025-06-10", 2, "critical")],
      "2025-06-10",
      { dueOn: "2025-07-01" },
    ],
    [
      "must be the one that a beginner completes",
      [assigned("2025-06-01"), revised("2025-06-10", 2, "critical"), completed("2025-06-20")],
      "2025-06-20",
      { state: "assigned", cycle: 0 },
    ],
    [
      "published during leave is due after it",
      [...done, leave("2025-06-01", "2025-08-31"), revised("2025-06-10", 2, "critical")],
      "2025-09-01",
      { state: "lapsed", dueOn: "2025-09-14", validUntil: "2025-06-09" },
    ],
  ]);
});
