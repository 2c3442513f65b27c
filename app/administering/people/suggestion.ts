/** Where people are suggested while a name is typed. */
export const suggestPath = "/admin/people/suggest";

export interface Suggestion {
  readonly employeeNumber: string;
  /** Name and department. */
  readonly label: string;
}
