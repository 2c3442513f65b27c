/** Whom one can sign in as in a demonstration: the sign-in page and the command show them. */

/** What an account is there to show. */
export type KnownAccountRole =
  | "employee"
  | "manager"
  | "department-manager"
  | "trainer"
  | "second-trainer"
  | "auditor"
  | "administrator";

export interface KnownAccount {
  readonly email: string;
  readonly role: KnownAccountRole;
}

/** The password of every known account. */
export const demonstrationPassword = "repris-demo";

export const emailDomain = "fjallnas.example";

const account = (name: string, role: KnownAccountRole): KnownAccount => ({ email: `${name}@${emailDomain}`, role });

export const knownAccounts: readonly KnownAccount[] = [
  account("employee", "employee"),
  account("manager", "manager"),
  account("manager.butik", "department-manager"),
  account("trainer", "trainer"),
  account("trainer2", "second-trainer"),
  account("auditor", "auditor"),
  account("admin", "administrator"),
];
