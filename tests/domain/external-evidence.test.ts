import { describe, expect, it } from "vitest";
import { addDays, civilDate } from "#app/domain/calendar";
import { foretellingOn, isEnding, readCertificate } from "#app/domain/external-evidence";

const today = civilDate("2026-11-24");
const typed = { issuer: " Röda Korset ", number: "HLR-1", completedOn: "2026-05-02", expiresOn: "2028-05-02" };

describe("a certificate as it was typed", () => {
  it("is read, spaces left out", () => {
    expect(readCertificate(typed, today)).toEqual({
      ok: true,
      value: { issuer: "Röda Korset", number: "HLR-1", completedOn: "2026-05-02", expiresOn: "2028-05-02" },
    });
    expect(readCertificate({ ...typed, number: "", expiresOn: "" }, today)).toMatchObject({
      ok: true,
      value: { number: "", expiresOn: null },
    });
  });

  it.each([
    [{ issuer: "  " }, "issuer missing"],
    [{ issuer: "x".repeat(201) }, "issuer too-long"],
    [{ number: "x".repeat(101) }, "number too-long"],
    [{ completedOn: "" }, "completedOn missing"],
    [{ completedOn: "2026-02-31" }, "completedOn no-date"],
    [{ completedOn: "i våras" }, "completedOn no-date"],
    [{ completedOn: "2026-11-25" }, "completedOn ahead"],
    [{ completedOn: "1949-12-31" }, "completedOn too-old"],
    [{ expiresOn: "2027-02-29" }, "expiresOn no-date"],
    [{ expiresOn: "2026-05-01" }, "expiresOn before-completed"],
    [{ expiresOn: "2026-11-23" }, "expiresOn passed"],
  ])("is refused: %j", (change, fault) => {
    const read = readCertificate({ ...typed, ...change }, today);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.faults.map(({ field, code }) => `${field} ${code}`)).toEqual([fault]);
  });

  it("is refused with every fault at once", () => {
    const read = readCertificate({ issuer: "", number: "", completedOn: "", expiresOn: "31/2" }, today);
    expect(read.ok ? [] : read.faults.map(({ field }) => field)).toEqual(["issuer", "completedOn", "expiresOn"]);
  });

  it("is taken on its own day and on its last", () => {
    expect(readCertificate({ ...typed, completedOn: today, expiresOn: today }, today).ok).toBe(true);
  });
});

describe("its end", () => {
  const expiresOn = civilDate("2027-01-31");
  it("is foretold sixty days before, and fourteen, the nearest that has come", () => {
    const on = (before: number) => foretellingOn(expiresOn, addDays(expiresOn, -before));
    expect([61, 60, 15, 14, 0, -1].map(on)).toEqual([null, 60, 60, 14, 14, null]);
  });

  it("is shown from sixty days before to the day itself", () => {
    const on = (before: number) => isEnding(expiresOn, addDays(expiresOn, -before));
    expect([61, 60, 0, -1].map(on)).toEqual([false, true, true, false]);
  });
});
