/** The loader of an address that the studio's own script sends to: there is nothing to open. */
export function onlyPost(): Response {
  return new Response(null, { status: 405, headers: { Allow: "POST" } });
}
