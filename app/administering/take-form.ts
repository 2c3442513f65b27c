import { data, redirect } from "@remix-run/node";
import { answering } from "#app/platform/http-error";
import type { Taken } from "./form-reader";

/** Runs a use case for a form: goes on where it says, or answers 422 with the form to show again. */
export async function takeForm(work: () => Promise<Taken>) {
  const taken = await answering(work);
  if ("to" in taken) throw redirect(taken.to);
  return data(taken.refused, { status: 422 });
}
