/** Those of whom the demonstration tells a story: the known accounts, and some colleagues met on the way. */
import type { Role } from "#db/schema";
import type { KnownAccountRole } from "./known-accounts";
import type { Name } from "./naming";

/** How somebody's time at the company differs from that of most. Days are counted back from the last day. */
export type Course =
  | { readonly type: "stays" }
  | { readonly type: "joined"; readonly ago: number }
  /** On the Monday of the last day's week. */
  | { readonly type: "joined-this-week" }
  /** On the day that makes their first modules due on the last day. */
  | { readonly type: "joined-due-today" }
  | { readonly type: "moved"; readonly ago: number; readonly fromUnit: string }
  | { readonly type: "left"; readonly ago: number }
  | { readonly type: "leaves"; readonly ahead: number }
  | { readonly type: "joins"; readonly ahead: number }
  /** Left, and was away from `ago` until `backAgo`. */
  | { readonly type: "came-back"; readonly ago: number; readonly backAgo: number };

export interface CastMember extends Name {
  readonly key: string;
  readonly unit: string;
  readonly title?: string;
  readonly account?: KnownAccountRole;
  readonly role?: Role;
  /** Leads the unit. */
  readonly leads?: true;
  readonly course?: Course;
  readonly language?: string;
}

export const cast: readonly CastMember[] = [
  {
    key: "employee",
    given: "Leila",
    family: "Haddad",
    unit: "kundservice-umea",
    title: "Kundrådgivare",
    account: "employee",
  },
  {
    key: "manager",
    given: "Ingrid",
    family: "Sandström",
    unit: "ledning",
    title: "Vd",
    account: "manager",
    leads: true,
  },
  {
    key: "manager-butik",
    given: "Mikko",
    family: "Lehtonen",
    unit: "butik",
    title: "Butikschef",
    account: "department-manager",
    leads: true,
  },
  {
    key: "trainer",
    given: "Tomasz",
    family: "Wiśniewski",
    unit: "marknad",
    title: "Utbildningsansvarig",
    account: "trainer",
    role: "trainer",
    language: "en",
  },
  {
    key: "trainer2",
    given: "Zeynep",
    family: "Demir",
    unit: "kundservice",
    title: "Ansvarig för sociala medier",
    account: "second-trainer",
    role: "trainer",
  },
  {
    key: "auditor",
    given: "Birgitta",
    family: "Norén",
    unit: "ledning",
    title: "Internrevisor",
    account: "auditor",
    role: "auditor",
  },
  {
    key: "admin",
    given: "Dragan",
    family: "Petrović",
    unit: "ledning",
    title: "Systemförvaltare",
    account: "administrator",
    role: "administrator",
  },
  { key: "bjorn", given: "Björn", family: "Åkesson", unit: "butik-sundsvall" },
  { key: "elif", given: "Elif", family: "Yıldız", unit: "butik-goteborg" },
  { key: "katarzyna", given: "Katarzyna", family: "Nowak", unit: "butik-umea" },
  { key: "saga", given: "Saga", family: "Lindqvist", unit: "hr" },
  { key: "abdirahman", given: "Abdirahman", family: "Warsame", unit: "salj-foretag" },
  { key: "maja", given: "Maja", family: "Öhrn", unit: "salj-ehandel" },
  { key: "priya", given: "Priya", family: "Raman", unit: "marknad-innehall", language: "en" },
  { key: "mai", given: "Mai", family: "Nguyen", unit: "kundservice-umea" },
  { key: "asa", given: "Åsa", family: "Wallin", unit: "marknad-kampanj" },
  { key: "nour", given: "Nour", family: "Khalil", unit: "butik-stockholm", course: { type: "joined-this-week" } },
  { key: "ebba", given: "Ebba", family: "Lund", unit: "salj-ehandel", course: { type: "joined-due-today" } },
  {
    key: "emil",
    given: "Emil",
    family: "Sjögren",
    unit: "kundservice-umea",
    course: { type: "moved", ago: 52, fromUnit: "butik-umea" },
  },
  {
    key: "viktor",
    given: "Viktor",
    family: "Hägg",
    unit: "butik-ostersund",
    course: { type: "came-back", ago: 330, backAgo: 150 },
  },
  { key: "tilde", given: "Tilde", family: "Hägglund", unit: "butik-stockholm", course: { type: "joined", ago: 44 } },
  { key: "anneli", given: "Anneli", family: "Rantala", unit: "salj-foretag", course: { type: "leaves", ahead: 19 } },
];

/** Those who are not among the 250: one left lately, one is about to begin. */
export const comersAndGoers: readonly CastMember[] = [
  { key: "jonas", given: "Jonas", family: "Ek", unit: "marknad-kampanj", course: { type: "left", ago: 24 } },
  { key: "hevin", given: "Hevin", family: "Polat", unit: "butik-goteborg", course: { type: "joins", ahead: 12 } },
];
