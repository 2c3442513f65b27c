import { describe, expect, it } from "vitest";
import { parseFacts } from "#app/domain/facts";

function faults(written: unknown): string[] {
  const parsed = parseFacts(written);
  return parsed.ok ? [] : parsed.faults.map(({ path, message }) => `${path}: ${message}`);
}

describe("facts", () => {
  it("are read as they are written", () => {
    const written = [
      { type: "assigned", on: "2026-01-01" },
      { type: "unassigned", on: "2026-01-02" },
      { type: "completed", on: "2026-01-03", revision: 0, score: 1, expires: "2027-01-01" },
      { type: "completed", on: "2026-01-03", revision: 2 },
      { type: "revised", on: "2026-01-04", revision: 3, change: "critical", within: "P2W" },
      { type: "revised", on: "2026-01-04", revision: 4, change: "minor" },
      { type: "leave", from: "2026-01-05", until: "2026-01-05" },
      { type: "leave", from: "2026-01-05", until: null },
      { type: "exempted", from: "2026-01-05", until: "2026-02-05", reason: "pilot" },
      { type: "exempted", from: "2026-01-05", until: null },
      { type: "extended", on: "2026-01-06", due: "2026-03-01" },
      { type: "policy", on: "2026-01-07", policy: { due: "P7D" } },
    ];
    expect(parseFacts(written)).toEqual({ ok: true, value: written });
  });

  it.each<[unknown, string]>([
    [{ type: "assigned", on: "2026-02-30" }, "facts[1].on: 2026-02-30 is not a date"],
    [{ type: "assigned", on: 5 }, "facts[1].on: 5 is not a date"],
    [{ type: "assigned" }, "facts[1].on: is missing"],
    [{ type: "assigned", on: "2026-01-01", at: 1 }, "facts[1].at: is not known here (known: type, on)"],
    [
      { type: "hired", on: "2026-01-01" },
      "facts[1].type: hired is not assigned, unassigned, completed, revised, leave, exempted, extended or policy",
    ],
    [{ on: "2026-01-01" }, "facts[1].type: is missing"],
    ["assigned", "facts[1]: assigned is not an object"],
    [null, "facts[1]: null is not an object"],
    [{ type: "completed", on: "2026-01-01" }, "facts[1].revision: is missing"],
    [{ type: "completed", on: "2026-01-01", revision: -1 }, "facts[1].revision: -1 is not a whole number from 0"],
    [{ type: "completed", on: "2026-01-01", revision: 1.5 }, "facts[1].revision: 1.5 is not a whole number from 0"],
    [{ type: "completed", on: "2026-01-01", revision: "1" }, "facts[1].revision: 1 is not a whole number from 0"],
    [
      { type: "completed", on: "2026-01-01", revision: 1, score: 1.01 },
      "facts[1].score: 1.01 is not a number from 0 to 1",
    ],
    [
      { type: "completed", on: "2026-01-01", revision: 1, score: null },
      "facts[1].score: null is not a number from 0 to 1",
    ],
    [{ type: "completed", on: "2026-01-01", revision: 1, expires: "never" }, "facts[1].expires: never is not a date"],
    [
      { type: "revised", on: "2026-01-01", revision: 1, change: "huge" },
      "facts[1].change: huge is not minor, major or critical",
    ],
    [
      { type: "revised", on: "2026-01-01", revision: 1, change: "major", within: "PT5H" },
      "facts[1].within: PT5H has time units",
    ],
    [
      { type: "leave", from: "2026-01-05", until: "2026-01-04" },
      "facts[1].until: 2026-01-04 is before from (2026-01-05)",
    ],
    [{ type: "leave", from: "2026-01-05" }, "facts[1].until: is missing"],
    [{ type: "exempted", from: "2026-01-05", until: null, reason: 3 }, "facts[1].reason: 3 is not a text"],
    [{ type: "extended", on: "2026-01-05", due: "soon" }, "facts[1].due: soon is not a date"],
    [{ type: "policy", on: "2026-01-05", policy: { due: "-P1D" } }, "facts[1].policy.due: -P1D is negative"],
    [{ type: "policy", on: "2026-01-05" }, "facts[1].policy: is missing"],
  ])("may not be %j", (written, fault) => {
    expect(faults([{ type: "assigned", on: "2026-01-01" }, written])).toEqual([fault]);
  });

  it("are a list", () => {
    expect(faults(undefined)).toEqual(["facts: is missing"]);
    expect(faults({})).toEqual(["facts: an object is not a list"]);
  });
});
