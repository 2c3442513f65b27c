import { DomainError } from "#app/domain/errors";

/** @throws DomainError forbidden, always: for whoever has nothing to do here */
export async function refuse(): Promise<never> {
  throw new DomainError("forbidden", "Administration is for those who administer");
}
