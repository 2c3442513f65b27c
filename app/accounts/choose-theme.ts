import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { DomainError } from "#app/domain/errors";
import { answering } from "#app/platform/http-error";
import { isOwnPath, isShared, lendChoice, rememberChoice, themes } from "#app/platform/visit";

/** Chooses light or dark, or what the system says, on this device. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const theme = themes.find((each) => each === form.get("theme"));
  const back = form.get("returnTo");
  const remember = isShared(context.visit) ? lendChoice : rememberChoice;
  return await answering(async () => {
    if (!theme) throw new DomainError("invalid", "The theme is not one that Repris has");
    throw redirect(typeof back === "string" && isOwnPath(back) ? back : "/", {
      headers: { "Set-Cookie": remember("repris_theme", theme) },
    });
  });
}

export function loader() {
  throw redirect("/");
}
