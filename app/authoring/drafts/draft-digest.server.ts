import { createHash } from "node:crypto";
import type { DraftState } from "./draft-state.server";

/** SHA-256 in hex of what a draft says now: an approval is of exactly this. */
export function draftDigest(state: Pick<DraftState, "files" | "media">): string {
  const said = [state.files.map(({ path, text }) => [path, text]), state.media.map(({ name, hash }) => [name, hash])];
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}

/** The files whose text is another than in the revision that the draft began from. */
export function changedPaths(state: Pick<DraftState, "files" | "baseTexts">): string[] {
  const now = new Map(state.files.map(({ path, text }) => [path, text]));
  const paths = new Set([...now.keys(), ...state.baseTexts.keys()]);
  return [...paths].filter((path) => now.get(path) !== state.baseTexts.get(path)).sort();
}
