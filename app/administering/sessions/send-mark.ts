import type { Mark, MarkReply, PostMark } from "./attendance-marks";
import { isMark } from "./attendance-marks";

/** Sends marks of attendance to an address of the product. What is no answer of the product's counts as lost. */
export function markSender(path: string): PostMark {
  return async (personId: string, mark: Mark, seen: readonly Mark[]): Promise<MarkReply> => {
    const body = new URLSearchParams({ person: personId, mark });
    for (const one of seen) body.append("seen", one);
    try {
      const response = await fetch(path, { method: "POST", body, redirect: "manual" });
      // Whoever is not signed in is sent to sign in.
      if (response.type === "opaqueredirect") return { kind: "signed-out" };
      if (response.status >= 400 && response.status < 500 && response.status !== 429) return { kind: "closed" };
      if (!response.ok) return { kind: "lost" };
      const reply: unknown = await response.json();
      return isReply(reply) ? reply : { kind: "lost" };
    } catch {
      // No network: it is sent again.
      return { kind: "lost" };
    }
  };
}

function isReply(value: unknown): value is MarkReply & { readonly kind: "noted" | "otherwise" } {
  if (typeof value !== "object" || value === null) return false;
  const { kind, mark } = value as Record<string, unknown>;
  return (kind === "noted" || kind === "otherwise") && isMark(mark);
}
