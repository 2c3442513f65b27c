import { describe, expect, it } from "vitest";
import { type CodeReceiver, mayGiveCode } from "#app/domain/code-giving";
import type { Grant } from "#app/domain/permissions";

const actor = (role: Grant["role"], departmentId: string | null = null) => ({
  personId: "giver",
  grants: [{ role, departmentId, courseId: null }],
});
const employee: CodeReceiver = { personId: "receiver", departments: ["shops-north", "shops"], grants: [] };
const with_ = (role: Grant["role"], departments: readonly string[] | null = null): CodeReceiver => ({
  ...employee,
  grants: [{ role, departments }],
});

describe("a code is given", () => {
  it("by administrators to everybody else", () => {
    for (const role of ["manager", "trainer", "hr", "administrator", "auditor"] as const) {
      expect(mayGiveCode(actor("administrator"), with_(role))).toBe(true);
    }
    expect(mayGiveCode(actor("administrator"), employee)).toBe(true);
  });

  it("by HR to everybody but administrators", () => {
    expect(mayGiveCode(actor("hr"), with_("hr"))).toBe(true);
    expect(mayGiveCode(actor("hr"), with_("auditor"))).toBe(true);
    expect(mayGiveCode(actor("hr"), with_("administrator"))).toBe(false);
  });

  it("by a manager to those of their departments, and to managers within them", () => {
    const manager = actor("manager", "shops");
    expect(mayGiveCode(manager, employee)).toBe(true);
    expect(mayGiveCode(manager, with_("manager", ["shops-north", "shops"]))).toBe(true);
    expect(mayGiveCode(manager, { ...employee, departments: ["office"] })).toBe(false);
  });

  it("by a manager to nobody whose role reaches further than their own", () => {
    const manager = actor("manager", "shops");
    for (const role of ["trainer", "hr", "administrator", "auditor"] as const) {
      expect(mayGiveCode(manager, with_(role))).toBe(false);
    }
    expect(mayGiveCode(manager, with_("manager", ["office"]))).toBe(false);
    expect(mayGiveCode(manager, with_("manager", null))).toBe(false);
  });

  it("by nobody to themselves, and by nobody without a role", () => {
    expect(mayGiveCode(actor("administrator"), { ...employee, personId: "giver" })).toBe(false);
    expect(mayGiveCode({ personId: "giver", grants: [] }, employee)).toBe(false);
    expect(mayGiveCode(actor("auditor"), employee)).toBe(false);
    expect(mayGiveCode(actor("trainer"), employee)).toBe(false);
  });
});
