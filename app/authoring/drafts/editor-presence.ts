/** Who writes in a draft now. */

/** Whoever has not been heard of for so long is gone: a closed lid, a lost connection. */
export const presentMs = 120_000;

/** Whether the editor of a draft was heard of lately. */
export function isPresent(
  draft: { readonly editor_id: string | null; readonly editor_seen_at: string | null },
  now: Date,
): boolean {
  if (draft.editor_id === null || draft.editor_seen_at === null) return false;
  return now.getTime() - Date.parse(draft.editor_seen_at) < presentMs;
}
