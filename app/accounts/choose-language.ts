import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { DomainError } from "#app/domain/errors";
import { answering } from "#app/platform/http-error";
import { isOwnPath, isShared, lendChoice, rememberChoice } from "#app/platform/visit";
import { isLanguage } from "#app/words/language";
import { keepLanguage } from "./keep-language.server";

/** Chooses the language: for the person who is signed in, and on this device. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const language = form.get("language");
  const back = form.get("returnTo");
  return await answering(async () => {
    if (!isLanguage(language)) throw new DomainError("invalid", "The language is not one that Repris speaks");
    const { reader } = context.visit;
    const remember = isShared(context.visit) ? lendChoice : rememberChoice;
    if (reader) await keepLanguage(context.deps, reader.personId, language);
    throw redirect(typeof back === "string" && (isOwnPath(back) || back.startsWith("/sign-in")) ? back : "/", {
      headers: { "Set-Cookie": remember("repris_language", language) },
    });
  });
}

export function loader() {
  throw redirect("/");
}
