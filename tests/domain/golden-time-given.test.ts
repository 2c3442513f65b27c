/** Rules 7 to 9: extensions, absences, leaving and coming back. */
import { describe } from "vitest";
import { assigned, completed, edited, exempted, extended, leave, told, unassigned } from "./told";

const year = { runway: "P14D", refresh: { every: "P1Y", window: "P30D", grace: "P14D" } };
const done = [assigned("2025-01-01"), completed("2025-01-31")];

describe("rule 7: an extension", () => {
  told(year, [
    [
      "moves a first due date",
      [assigned("2025-01-01"), extended("2025-01-20", "2025-02-15")],
      "2025-01-20",
      { state: "assigned", opensOn: "2025-01-01", dueOn: "2025-02-15" },
    ],
    [
      "takes back being overdue",
      [assigned("2025-01-01"), extended("2025-02-05", "2025-02-15")],
      "2025-02-05",
      { state: "assigned", dueOn: "2025-02-15" },
    ],
    [
      "moves a refresher and its validity, not its window",
      [...done, extended("2026-01-20", "2026-03-01")],
      "2026-01-20",
      { state: "refresher-open", opensOn: "2026-01-01", dueOn: "2026-03-01", validUntil: "2026-03-15" },
    ],
    [
      "to an earlier day does nothing",
      [...done, extended("2026-01-20", "2026-01-25")],
      "2026-01-20",
      { dueOn: "2026-01-31" },
    ],
    [
      "after the lapse brings nothing back",
      [...done, extended("2026-02-20", "2026-03-01")],
      "2026-02-20",
      { state: "lapsed", valid: false, dueOn: "2026-03-01", validUntil: "2026-02-14" },
    ],
    [
      "given to somebody not assigned does nothing",
      [...done, unassigned("2025-12-01"), extended("2026-01-01", "2026-06-01"), assigned("2026-01-20")],
      "2026-01-20",
      { dueOn: "2026-02-03" },
    ],
    [
      "ends with its cycle",
      [...done, extended("2026-01-20", "2026-12-01"), completed("2026-01-25")],
      "2026-01-25",
      { cycle: 2, dueOn: "2027-01-25" },
    ],
    [
      "after the lapse brings nothing back by an edit of something else either",
      [
        ...done,
        extended("2026-02-20", "2026-04-01"),
        edited("2026-03-01", { ...year, refresh: { ...year.refresh, afterLapse: "refresher" } }),
      ],
      "2026-03-01",
      { state: "lapsed", valid: false, task: "refresher", dueOn: "2026-04-01", validUntil: "2026-02-14" },
    ],
  ]);
  told({}, [
    [
      "of what is never due does nothing",
      [...done, extended("2025-06-01", "2025-07-01")],
      "2025-06-01",
      { state: "current", dueOn: null },
    ],
  ]);
  told({}, [
    [
      "of what is never due does nothing later either",
      [...done, extended("2025-06-01", "2027-07-01"), edited("2025-12-01", year)],
      "2025-12-01",
      { dueOn: "2026-01-31" },
    ],
  ]);
});

describe("rule 8: an absence", () => {
  const weekOver = leave("2026-01-28", "2026-02-03");
  told(year, [
    [
      "over the due date moves it by its own length where that is shorter than the runway",
      [...done, weekOver],
      "2026-02-04",
      { state: "refresher-open", opensOn: "2026-01-01", dueOn: "2026-02-10", validUntil: "2026-02-24" },
    ],
    [
      "moves it by the runway where the absence is longer",
      [...done, leave("2026-01-05", "2026-06-30")],
      "2026-07-01",
      { state: "refresher-open", dueOn: "2026-07-14", validUntil: "2026-07-28" },
    ],
    [
      "of one day moves what is due that day to the next",
      [...done, leave("2026-01-31", "2026-01-31")],
      "2026-01-31",
      { state: "on-leave", dueOn: "2026-02-01" },
    ],
    [
      "that ends the day before the due date still gives the days back",
      [...done, leave("2026-01-24", "2026-01-30")],
      "2026-01-31",
      { dueOn: "2026-02-06" },
    ],
    [
      "that ended long before the due date moves nothing",
      [...done, leave("2025-06-01", "2025-06-30")],
      "2025-07-01",
      { dueOn: "2026-01-31" },
    ],
    [
      "is known from its first day on, and whole",
      [...done, weekOver],
      "2026-01-28",
      { state: "on-leave", valid: true, task: "none", dueOn: "2026-02-10", nextChangeOn: "2026-02-04" },
    ],
    [
      "is not known the day before",
      [...done, weekOver],
      "2026-01-27",
      { state: "refresher-open", dueOn: "2026-01-31", nextChangeOn: "2026-02-01" },
    ],
    [
      "begun in grace moves the end of validity only",
      [...done, leave("2026-02-05", "2026-03-31")],
      "2026-04-01",
      { state: "refresher-overdue", dueOn: "2026-01-31", validUntil: "2026-04-14" },
    ],
    [
      "begun after the lapse moves nothing",
      [...done, leave("2026-02-15", "2026-03-31")],
      "2026-04-01",
      { state: "lapsed", dueOn: "2026-01-31", validUntil: "2026-02-14" },
    ],
    [
      "over a first due date moves it too",
      [assigned("2025-01-01"), leave("2025-01-10", "2025-02-28")],
      "2025-03-01",
      { state: "assigned", dueOn: "2025-03-14" },
    ],
    [
      "and then another, on the day to which the first one moved it, moves it again",
      [...done, leave("2026-01-28", "2026-02-03"), leave("2026-02-09", "2026-02-13")],
      "2026-02-14",
      { dueOn: "2026-02-18", validUntil: "2026-03-04" },
    ],
    [
      "inside another changes nothing",
      [...done, leave("2026-01-05", "2026-06-30"), leave("2026-03-01", "2026-03-31")],
      "2026-07-01",
      { dueOn: "2026-07-14" },
    ],
    [
      "without end leaves no date to be late for",
      [...done, leave("2026-01-05", null)],
      "2030-01-01",
      { state: "on-leave", valid: true, opensOn: "2026-01-01", dueOn: null, validUntil: null, nextChangeOn: null },
    ],
    [
      "without end does not undo what had passed",
      [...done, leave("2026-02-05", null)],
      "2030-01-01",
      { state: "on-leave", valid: true, dueOn: "2026-01-31", validUntil: null },
    ],
    [
      "by exemption is the same, under another name",
      [...done, exempted("2026-01-28", "2026-02-03")],
      "2026-02-03",
      { state: "exempt", valid: true, task: "none", dueOn: "2026-02-10", nextChangeOn: "2026-02-04" },
    ],
    [
      "by exemption goes before leave",
      [...done, exempted("2026-01-28", "2026-02-03"), leave("2026-01-28", "2026-02-08")],
      "2026-01-30",
      { state: "exempt", nextChangeOn: "2026-02-04" },
    ],
    [
      "does not hide that validity has ended",
      [...done, leave("2026-02-20", "2026-03-31")],
      "2026-03-01",
      { state: "on-leave", valid: false },
    ],
    [
      "does not keep a completion from counting",
      [...done, leave("2026-01-05", "2026-06-30"), completed("2026-02-01")],
      "2026-07-01",
      { state: "current", cycle: 2, dueOn: "2027-02-01" },
    ],
  ]);
  told({ ...year, runway: "P0D" }, [
    [
      "without a runway ends with its last day",
      [...done, weekOver],
      "2026-02-04",
      { state: "refresher-overdue", dueOn: "2026-02-03" },
    ],
  ]);
});

describe("rule 8: absences of all kinds together", () => {
  told(year, [
    [
      "apply in the order of their first days, a short gap among them, whenever they came to be known",
      [...done, unassigned("2026-01-30"), leave("2026-02-01", "2026-02-03"), assigned("2026-02-06")],
      "2026-02-06",
      // The gap of seven days moves 31 January to 12 February, which the leave, back on the 6th, does not reach.
      { state: "refresher-open", dueOn: "2026-02-12" },
    ],
    [
      "carry a date from one to the next, though the later was known first",
      [...done, unassigned("2026-01-30"), leave("2026-02-03", "2026-02-20"), assigned("2026-02-04")],
      "2026-02-21",
      // The gap of five days moves 31 January to 8 February, into the leave, which moves it to 6 March.
      { state: "refresher-open", dueOn: "2026-03-06" },
    ],
  ]);
});

describe("rule 9: leaving and coming back", () => {
  told(year, [
    [
      "within the runway is an absence over the due date",
      [...done, unassigned("2026-01-28"), assigned("2026-02-04")],
      "2026-02-04",
      { state: "refresher-open", dueOn: "2026-02-10" },
    ],
    [
      "within the runway moves nothing where no date fell into it",
      [...done, unassigned("2025-06-01"), assigned("2025-06-10")],
      "2025-06-10",
      { state: "current", dueOn: "2026-01-31" },
    ],
    [
      "does not bring back a validity that ended in the gap",
      [...done, unassigned("2026-02-10"), assigned("2026-02-20")],
      "2026-02-20",
      { state: "lapsed", cycle: 1, validUntil: "2026-02-14" },
    ],
    [
      "meanwhile, nothing is required",
      [...done, unassigned("2026-01-28")],
      "2026-01-30",
      { state: "not-required", valid: false, task: "none", cycle: 1, dueOn: null, validUntil: null },
    ],
    [
      "after a longer gap, with something valid, gives at least the runway",
      [...done, unassigned("2025-12-01"), assigned("2026-02-10")],
      "2026-02-10",
      { state: "refresher-open", cycle: 1, dueOn: "2026-02-24", validUntil: "2026-03-10" },
    ],
    [
      "and moves no later due date",
      [...done, unassigned("2025-03-01"), assigned("2025-06-10")],
      "2025-06-10",
      { state: "current", dueOn: "2026-01-31" },
    ],
    [
      "after a gap of just the runway is a return",
      [...done, unassigned("2026-01-20"), assigned("2026-02-03")],
      "2026-02-03",
      { dueOn: "2026-02-17" },
    ],
    [
      "with nothing valid starts over, and cycles go on counting",
      [...done, unassigned("2026-02-10"), assigned("2026-03-10")],
      "2026-03-10",
      {
        state: "assigned",
        valid: false,
        task: "module",
        cycle: 1,
        opensOn: "2026-03-10",
        dueOn: "2026-04-09",
        validUntil: null,
      },
    ],
    [
      "so that the next completion is the second",
      [...done, unassigned("2026-02-10"), assigned("2026-03-10"), completed("2026-03-20")],
      "2026-03-20",
      { state: "current", cycle: 2, dueOn: "2027-03-20" },
    ],
    [
      "with nothing valid forgets an extension",
      [...done, extended("2026-01-01", "2026-02-20"), unassigned("2026-02-10"), assigned("2026-04-10")],
      "2026-04-10",
      { state: "assigned", dueOn: "2026-05-10" },
    ],
    [
      "for the first time with something valid gives at least the runway",
      [completed("2025-01-31"), assigned("2026-01-30")],
      "2026-01-30",
      { state: "refresher-open", dueOn: "2026-02-13", validUntil: "2026-02-27" },
    ],
    [
      "for the first time with something lapsed starts over",
      [completed("2024-01-31"), assigned("2026-01-30")],
      "2026-01-30",
      { state: "assigned", cycle: 1, dueOn: "2026-03-01" },
    ],
    [
      "from one department to another on one day changes nothing",
      [...done, unassigned("2026-01-31"), assigned("2026-01-31")],
      "2026-01-31",
      { state: "refresher-open", dueOn: "2026-01-31" },
    ],
    [
      "unless there is no runway, when it is a return",
      [
        assigned("2025-01-01"),
        edited("2025-01-02", { ...year, runway: "P0D" }),
        unassigned("2025-01-20"),
        assigned("2025-01-20"),
      ],
      "2025-01-20",
      { opensOn: "2025-01-20", dueOn: "2025-02-19" },
    ],
  ]);
});
