/**
 * Repeats the last id until the list has one of few lengths, so that a query over it has one of few texts and stays
 * prepared.
 */
export function padded(ids: readonly string[]): string[] {
  const last = ids.at(-1);
  if (last === undefined) return [];
  let length = 1;
  while (length < ids.length) length *= 4;
  return [...ids, ...Array<string>(length - ids.length).fill(last)];
}
