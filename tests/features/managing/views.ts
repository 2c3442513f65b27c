/** Views of an invented company, small enough to read beside the tests that use them. */
import { civilDate } from "#app/domain/calendar";
import type { ManagedStanding } from "#app/managing/managed-standing";
import { everyNudge } from "#app/managing/nudge-query";
import type { OverviewView } from "#app/managing/overview-view";
import type { PersonModule, PersonView } from "#app/managing/person-view";

export const today = civilDate("2026-11-24");

export const current: ManagedStanding = {
  state: "current",
  valid: true,
  task: "none",
  cycle: 1,
  opensOn: civilDate("2027-04-16"),
  dueOn: civilDate("2027-05-16"),
  validUntil: civilDate("2027-05-30"),
  nextChangeOn: civilDate("2027-04-16"),
  because: [{ code: "refresh-due", on: civilDate("2026-05-16"), due: civilDate("2027-05-16"), every: null }],
};

export const overdue: ManagedStanding = {
  state: "overdue",
  valid: false,
  task: "module",
  cycle: 0,
  opensOn: civilDate("2026-09-27"),
  dueOn: civilDate("2026-10-27"),
  validUntil: null,
  nextChangeOn: null,
  because: [{ code: "assigned", on: civilDate("2026-09-27"), due: civilDate("2026-10-27") }],
};

export const open: ManagedStanding = {
  ...current,
  state: "refresher-open",
  task: "refresher",
  opensOn: civilDate("2026-11-01"),
  dueOn: civilDate("2026-12-01"),
  validUntil: civilDate("2026-12-15"),
};

export const onLeave: ManagedStanding = {
  ...current,
  state: "on-leave",
  because: [{ code: "on-leave", on: civilDate("2026-09-01"), until: null }],
};

export const exempt: ManagedStanding = {
  ...overdue,
  state: "exempt",
  task: "none",
  because: [{ code: "exempt", on: civilDate("2026-02-15"), until: civilDate("2026-12-31") }],
};

export function overview(given: Partial<OverviewView> = {}): OverviewView {
  return {
    today,
    scope: { name: "Prov AB", isCompany: true, departmentId: null, headcount: 50, choices: [] },
    printsSlips: true,
    evidenceWaiting: 0,
    counts: {
      required: 60,
      valid: 53,
      overdue: 6,
      exempt: 2,
      onLeave: 3,
      dueWithin7: 4,
      dueWithin30: 9,
    },
    matrix: {
      modules: [
        { id: "kris", short: "Krisläge", title: "Krisläge" },
        { id: "svara", short: "Svara", title: "Svara kunder" },
      ],
      rows: [
        {
          department: { id: "butik", name: "Butik", headcount: 40 },
          cells: [{ required: 40, valid: 29, overdue: 5 }, null],
          total: { required: 40, valid: 29, overdue: 5 },
        },
        {
          department: { id: "hr", name: "HR", headcount: 10 },
          cells: [
            { required: 10, valid: 10, overdue: 0 },
            { required: 10, valid: 9, overdue: 1 },
          ],
          total: { required: 20, valid: 19, overdue: 1 },
        },
      ],
      total: {
        cells: [
          { required: 50, valid: 39, overdue: 5 },
          { required: 10, valid: 9, overdue: 1 },
        ],
        total: { required: 60, valid: 48, overdue: 6 },
      },
    },
    trend: [
      { month: "2026-10", share: 0.8, completed: 12 },
      { month: "2026-11", share: 0.88, completed: 9 },
    ],
    ahead: [
      { month: "2026-11", due: 2 },
      { month: "2026-12", due: 14 },
      { month: "2027-01", due: 31 },
    ],
    nextMonth: { month: "2026-12", refreshers: 14, minutes: 56 },
    nudges: {
      query: everyNudge,
      rows: [
        {
          person: { id: "p1", name: "Björn Åkesson", department: "Butik" },
          module: { id: "kris", title: "Krisläge" },
          standing: overdue,
        },
        {
          person: { id: "p2", name: "Leila Haddad", department: "HR" },
          module: { id: "svara", title: "Svara kunder" },
          standing: open,
        },
      ],
      total: 7,
      isMore: false,
      reach: 7,
      pageSize: 2,
      printable: false,
      departments: [
        { id: "butik", name: "Butik" },
        { id: "hr", name: "HR" },
      ],
      modules: [
        { id: "kris", title: "Krisläge" },
        { id: "svara", title: "Svara kunder" },
      ],
    },
    ...given,
  };
}

export function module(title: string, standing: ManagedStanding, given: Partial<PersonModule> = {}): PersonModule {
  return { id: title, title, requiredFor: ["Butik"], minutes: null, standing, spans: [], completedOn: [], ...given };
}

export function person(given: Partial<PersonView> = {}): PersonView {
  return {
    today,
    organisation: "Prov AB",
    person: {
      id: "p1",
      name: "Björn Åkesson",
      employeeNumber: "2047",
      title: "Butikssäljare",
      department: { id: "butik", name: "Butik" },
      site: "Sundsvall",
      employedFrom: civilDate("2019-08-12"),
      leftOn: null,
      manager: "Mikko Lehtonen",
    },
    modules: [
      module("Krisläge", overdue, { minutes: 5 }),
      module("Svara kunder", open, {
        minutes: 4,
        spans: [{ from: civilDate("2026-11-01"), to: null, state: "refresher-open" }],
        completedOn: [civilDate("2025-12-01"), civilDate("2026-01-04")],
      }),
      module("Strategin", current),
      module("Social försäljning", exempt),
    ],
    evidence: [],
    events: [
      { id: "1", type: "overdue", on: civilDate("2026-10-28"), module: "Krisläge" },
      { id: "2", type: "lapsed", on: civilDate("2026-10-20"), module: "Svara kunder" },
      { id: "3", type: "revised", on: civilDate("2026-10-12"), module: "Svara kunder", change: "major", note: null },
      { id: "4", type: "revised", on: civilDate("2026-10-11"), module: "Strategin", change: "critical", note: "Nytt." },
      { id: "5", type: "completed", on: civilDate("2026-05-16"), module: "Strategin", task: "refresher", revision: 3 },
      { id: "6", type: "completed", on: civilDate("2026-05-15"), module: "Krisläge", task: "module", revision: null },
      { id: "7", type: "extended", on: civilDate("2026-05-10"), module: "Krisläge", due: today, decidedBy: null },
      { id: "8", type: "absent", on: civilDate("2026-03-01"), until: civilDate("2026-06-30") },
      { id: "9", type: "absent", on: civilDate("2026-02-20"), until: null },
      {
        id: "10",
        type: "exempted",
        on: civilDate("2026-02-15"),
        until: null,
        module: "Social försäljning",
        decidedBy: "Ingrid Sandström",
      },
      { id: "11", type: "assigned", on: civilDate("2026-02-01"), module: "Svara kunder", requiredFor: ["Butik"] },
      { id: "12", type: "unassigned", on: civilDate("2026-01-31"), module: "Svara kunder" },
    ],
    printsSlip: true,
    hasEarlierEvents: true,
    ...given,
  };
}
