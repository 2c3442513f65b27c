/** Items dealt out to so many lists, one after the other. */
export function dealt<Item>(items: readonly Item[], lists: number): Item[][] {
  const out: Item[][] = Array.from({ length: lists }, () => []);
  for (const [at, item] of items.entries()) out[at % lists]?.push(item);
  return out.filter((list) => list.length > 0);
}
