/**
 * Who may do what: the one matrix of role, action and scope. Use cases ask it before anything else.
 */
import { DomainError } from "./errors";

/** A role somebody holds, and where: a department with what lies under it, or everywhere (null). */
export interface Grant {
  readonly role: "manager" | "trainer" | "hr" | "administrator" | "auditor";
  readonly departmentId: string | null;
  readonly courseId: string | null;
}

/** The person who acts. Everyone who is signed in is an employee besides what they are granted. */
export interface Actor {
  readonly personId: string;
  readonly grants: readonly Grant[];
}

/** What an action is done to. */
export type Subject =
  /** Somebody's training; `departments` is their department and all above it. */
  | { readonly kind: "person"; readonly personId: string; readonly departments: readonly string[] }
  /** A department with all under it; `departments` is itself and all above it. Null: the whole company. */
  | { readonly kind: "department"; readonly departments: readonly string[] | null }
  | { readonly kind: "module"; readonly courseId: string };

export type Action =
  /** Take, answer, complete, read one's own standing and answers. */
  | "learn"
  /** See counts of standings. */
  | "see-overview"
  /** See one person's standings and timeline; never answers, scores, reading times or kinds of absence. */
  | "see-standings"
  /** Look at a lesson as any department would. */
  | "preview-module"
  /** See who works here, where and as what; no training. */
  | "see-directory"
  /** Change people: employments, departments, managers, languages; bring them in from a file. */
  | "manage-people"
  /** Change departments, entities, sites, holidays, responsibilities and the company's own settings. */
  | "manage-organisation"
  /** Give and take roles. */
  | "manage-roles"
  /** Decide what is required of whom. */
  | "manage-requirements"
  /** Bring in what was completed in another system. */
  | "import-history"
  /** Approve or decline somebody's evidence from elsewhere; never one's own. */
  | "decide-evidence"
  /** Print somebody's slip and their code for setting a PIN. */
  | "print-slips"
  /** Plan sessions in a room, invite, note who was there and sign off. */
  | "hold-session"
  /** Write, review, publish and archive the modules of a course in the studio; a course that is not there yet: any. */
  | "author-module"
  /** See how questions do and what is remembered; never whose answers they are. */
  | "see-insights";

type Scope = "self" | "subtree" | "course" | "everywhere" | "never";

type Scopes = Record<Grant["role"] | "employee", Scope>;

/** A row of the matrix: those not named may never. */
function everyones(some: Partial<Scopes>): Scopes {
  const never: Scopes = {
    employee: "never",
    manager: "never",
    trainer: "never",
    hr: "never",
    administrator: "never",
    auditor: "never",
  };
  return { ...never, ...some };
}

const matrix: Record<Action, Scopes> = {
  learn: {
    employee: "self",
    manager: "never",
    trainer: "never",
    hr: "never",
    administrator: "never",
    auditor: "never",
  },
  "see-overview": {
    employee: "never",
    manager: "subtree",
    trainer: "never",
    hr: "everywhere",
    administrator: "never",
    auditor: "everywhere",
  },
  "see-standings": {
    employee: "self",
    manager: "subtree",
    trainer: "never",
    hr: "everywhere",
    administrator: "never",
    auditor: "everywhere",
  },
  "preview-module": {
    employee: "never",
    manager: "everywhere",
    trainer: "course",
    hr: "never",
    administrator: "never",
    auditor: "everywhere",
  },
  "see-directory": everyones({ hr: "everywhere", administrator: "everywhere", auditor: "everywhere" }),
  "manage-people": everyones({ hr: "everywhere", administrator: "everywhere" }),
  "manage-organisation": everyones({ hr: "everywhere", administrator: "everywhere" }),
  "manage-roles": everyones({ administrator: "everywhere" }),
  "manage-requirements": everyones({ hr: "everywhere", administrator: "everywhere" }),
  "import-history": everyones({ hr: "everywhere", administrator: "everywhere" }),
  "decide-evidence": everyones({ manager: "subtree", hr: "everywhere" }),
  "print-slips": everyones({ manager: "subtree", hr: "everywhere", administrator: "everywhere" }),
  "hold-session": everyones({ trainer: "course", hr: "everywhere", administrator: "everywhere" }),
  "author-module": everyones({ trainer: "course" }),
  "see-insights": everyones({ trainer: "course", auditor: "everywhere" }),
};

function within(scope: Scope, grant: Grant | null, actor: Actor, subject: Subject): boolean {
  switch (scope) {
    case "never":
      return false;
    case "everywhere":
      return true;
    case "self":
      return subject.kind === "person" && subject.personId === actor.personId;
    case "course":
      return subject.kind === "module" && (grant?.courseId === null || grant?.courseId === subject.courseId);
    case "subtree": {
      if (grant === null || subject.kind === "module") return false;
      // A manager without a department manages the company.
      if (grant.departmentId === null) return true;
      return subject.departments?.includes(grant.departmentId) ?? false;
    }
  }
}

/** Whether this actor may do this to this subject. */
export function can(actor: Actor, action: Action, subject: Subject): boolean {
  const row = matrix[action];
  if (within(row.employee, null, actor, subject)) return true;
  return actor.grants.some((grant) => within(row[grant.role], grant, actor, subject));
}

/**
 * The widest scopes in which an actor may do something to departments: `null` is the whole company, an empty list
 * nowhere, otherwise the departments at the top of what they may see.
 */
export function departmentScope(actor: Actor, action: Action): readonly string[] | null {
  const row = matrix[action];
  const tops: string[] = [];
  for (const grant of actor.grants) {
    const scope = row[grant.role];
    if (scope === "everywhere") return null;
    if (scope !== "subtree") continue;
    if (grant.departmentId === null) return null;
    tops.push(grant.departmentId);
  }
  return tops;
}

/** Whether this actor may do this anywhere at all: for what is shown of the navigation. */
export function canSomewhere(actor: Actor, action: Action): boolean {
  return actor.grants.some((grant) => matrix[action][grant.role] !== "never");
}

/**
 * Asserts that this actor may do this.
 *
 * @throws DomainError forbidden otherwise
 */
export function mustBeAble(actor: Actor, action: Action, subject: Subject): void {
  if (!can(actor, action, subject)) throw new DomainError("forbidden", `${actor.personId} may not ${action}`);
}

/** The whole company as a subject. */
export const company: Subject = { kind: "department", departments: null };
