/** Rule 10: what an edit of the policy does to dates that exist. */
import { describe } from "vitest";
import { assigned, completed, edited, leave, told } from "./told";

const year = { runway: "P14D", refresh: { every: "P1Y", window: "P30D", grace: "P14D" } };
const done = [assigned("2025-01-01"), completed("2025-01-31")];

describe("rule 10: an edit of the policy", () => {
  const edit = (on: string, changes: object, more: object = {}) =>
    edited(on, { ...year, ...more, refresh: { ...year.refresh, ...changes } });
  told(year, [
    [
      "to a longer interval moves the due date",
      [...done, edit("2025-06-01", { every: "P2Y" })],
      "2025-06-01",
      { dueOn: "2027-01-31", opensOn: "2027-01-01" },
    ],
    [
      "to a shorter one moves it too, where it is far enough ahead",
      [...done, edit("2025-06-01", { every: "P6M" })],
      "2025-06-01",
      { state: "current", opensOn: "2025-07-01", dueOn: "2025-07-31", validUntil: "2025-08-14" },
    ],
    [
      "to one that has passed leaves the runway",
      [...done, edit("2025-10-01", { every: "P6M" })],
      "2025-10-01",
      { state: "refresher-open", opensOn: "2025-07-01", dueOn: "2025-10-15", validUntil: "2025-10-29" },
    ],
    [
      "in the middle of the window does not bring the due date nearer than the runway",
      [...done, edit("2026-01-20", { every: "P11M" })],
      "2026-01-20",
      { dueOn: "2026-01-31", validUntil: "2026-02-14" },
    ],
    [
      "in the middle of the window to a shorter window leaves the due date",
      [...done, edit("2026-01-10", { window: "P7D" })],
      "2026-01-10",
      { state: "current", opensOn: "2026-01-24", dueOn: "2026-01-31" },
    ],
    [
      "that takes grace away leaves it to whoever is in it, up to the runway",
      [...done, edit("2026-02-05", { grace: "P0D" })],
      "2026-02-05",
      { state: "refresher-overdue", dueOn: "2026-01-31", validUntil: "2026-02-14" },
    ],
    [
      "that takes grace away early takes it",
      [...done, edit("2025-06-05", { grace: "P0D" })],
      "2025-06-05",
      { dueOn: "2026-01-31", validUntil: "2026-01-31" },
    ],
    [
      "gives the runway of the policy before it",
      [...done, edit("2025-10-01", { every: "P6M" }, { runway: "P0D" })],
      "2025-10-01",
      { dueOn: "2025-10-15" },
    ],
    [
      "that makes a lapsed completion young enough makes it valid again",
      [...done, edit("2026-03-01", { every: "P2Y" })],
      "2026-03-01",
      { state: "current", valid: true, cycle: 1, dueOn: "2027-01-31" },
    ],
    [
      "that lets it be valid through this very day makes it valid for this day",
      [...done, edit("2026-03-01", { grace: "P29D" })],
      "2026-03-01",
      { state: "refresher-overdue", valid: true, validUntil: "2026-03-01", nextChangeOn: "2026-03-02" },
    ],
    [
      "that falls short of this day by one does not",
      [...done, edit("2026-03-01", { grace: "P28D" })],
      "2026-03-01",
      { state: "lapsed", valid: false, validUntil: "2026-02-14" },
    ],
    [
      "by a longer grace does so too",
      [...done, edit("2026-03-01", { grace: "P2M" })],
      "2026-03-01",
      { state: "refresher-overdue", valid: true, validUntil: "2026-03-31" },
    ],
    [
      "that leaves it too old leaves the end of validity as it was",
      [...done, edit("2026-03-01", { every: "P54W" })],
      "2026-03-01",
      { state: "lapsed", dueOn: "2026-02-13", validUntil: "2026-02-14" },
    ],
    [
      "that takes refreshers away makes it valid for ever",
      [...done, edited("2026-03-01", {})],
      "2026-03-01",
      { state: "current", valid: true, dueOn: null, validUntil: null },
    ],
    [
      "to a kept day keeps the day of the completion that began the cycle",
      [...done, completed("2025-12-20"), edit("2026-01-05", { anchor: "keep", every: "P6M" }), completed("2026-06-10")],
      "2026-06-10",
      { cycle: 3, dueOn: "2026-12-20" },
    ],
    [
      "to fixed days takes the next that is far enough from the completion",
      [...done, edited("2025-06-01", { refresh: { anchor: "calendar", on: ["09-30"] } })],
      "2025-06-01",
      { dueOn: "2025-09-30" },
    ],
    [
      "to a weak rule counts for results of the past",
      [
        assigned("2025-01-01"),
        completed("2025-01-31", { score: 0.5 }),
        edit("2025-06-01", { weak: { below: 0.8, every: "P9M" } }),
      ],
      "2025-06-01",
      { dueOn: "2025-10-31" },
    ],
    [
      "ends with its cycle",
      [...done, edit("2025-10-01", { every: "P6M" }), completed("2025-10-10")],
      "2025-10-10",
      { cycle: 2, dueOn: "2026-04-10" },
    ],
    [
      "to a shorter first period leaves the runway",
      [assigned("2025-01-01"), edited("2025-01-20", { due: "P10D" })],
      "2025-01-20",
      { dueOn: "2025-01-31" },
    ],
    [
      "to a shorter first period, early, holds from the assignment",
      [assigned("2025-01-01"), edited("2025-01-02", { due: "P20D" })],
      "2025-01-02",
      { dueOn: "2025-01-21" },
    ],
    [
      "to a longer first period holds from the assignment",
      [assigned("2025-01-01"), edited("2025-01-20", { due: "P2M" })],
      "2025-01-20",
      { dueOn: "2025-03-01" },
    ],
    [
      "is followed through by the absence that is on",
      [...done, leave("2026-01-05", "2026-02-28"), edit("2026-01-20", {}, { runway: "P5D" })],
      "2026-03-01",
      { state: "refresher-open", dueOn: "2026-03-05" },
    ],
  ]);
  told({}, [
    [
      "that adds refreshers gives the runway to whoever did it long ago",
      [...done, edit("2026-06-01", {})],
      "2026-06-01",
      { state: "refresher-open", opensOn: "2026-01-01", dueOn: "2026-06-15", validUntil: "2026-06-29" },
    ],
  ]);
});
