import {
  type ClientActionFunctionArgs,
  isRouteErrorResponse,
  type ShouldRevalidateFunctionArgs,
} from "@remix-run/react";

/** Sends a form; what does not get through stays on the page with everything that was typed and chosen. */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs): Promise<unknown> {
  try {
    return await serverAction();
  } catch (error) {
    const isLost = error instanceof TypeError && !isRouteErrorResponse(error) && !request.signal.aborted;
    if (isLost) return { kind: "not-sent" } as const;
    throw error;
  }
}

/** Without a network there is nothing to load anew. */
export function shouldRevalidate({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  const isLost = (actionResult as { readonly kind?: string } | undefined)?.kind === "not-sent";
  return isLost ? false : defaultShouldRevalidate;
}
