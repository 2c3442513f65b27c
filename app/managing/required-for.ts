/** Names of audiences one after another; those that have commas of their own are kept apart by more. */
export function listedAudiences(audiences: readonly string[]): string {
  return audiences.join(audiences.some((each) => each.includes(",")) ? "; " : ", ");
}
