import type { Migration } from "kysely";
import * as beginning from "./0001-beginning";

/** Every migration in order. A released one never changes. */
export const migrations: Record<string, Migration> = {
  "0001-beginning": beginning,
};
