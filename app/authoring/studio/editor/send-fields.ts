/** What the studio's page sends by itself while somebody writes. */

export type Sent<Answer> =
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "offline" }
  | { readonly kind: "signed-out" }
  | { readonly kind: "refused"; readonly status: number };

/** What is sent: text, numbers and flags by name; null is left out. */
export type SentFields = Readonly<Record<string, string | number | boolean | null>>;

/** Posts fields to this site as a form does. Nothing is thrown: what went wrong is in what is given. */
export async function sendFields<Answer>(
  path: string,
  fields: SentFields,
  signal?: AbortSignal,
): Promise<Sent<Answer>> {
  let response: Response;
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== null && value !== false) body.set(name, value === true ? "yes" : String(value));
  }
  try {
    response = await fetch(path, {
      method: "POST",
      headers: { Accept: "application/json" },
      body,
      // Whoever is signed out is sent to sign in: that is no answer.
      redirect: "manual",
      ...(signal ? { signal } : {}),
    });
  } catch {
    return { kind: "offline" };
  }
  if (response.type === "opaqueredirect") return { kind: "signed-out" };
  if (response.status === 401) return { kind: "signed-out" };
  if (response.status === 502 || response.status === 503 || response.status === 504) return { kind: "offline" };
  if (!response.ok) return { kind: "refused", status: response.status };
  try {
    return { kind: "answer", answer: (await response.json()) as Answer };
  } catch {
    return { kind: "offline" };
  }
}
