/**
 * Makes an administrator (and, on an empty database, the organisation), or makes one of whoever has the address. Asks for
 * what is not given. The way in where nobody can sign in as administrator.
 */
import { stdin, stdout } from "node:process";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { type AdministratorFault, createAdministrator } from "#app/accounts/create-administrator.server";
import { systemClock } from "#app/platform/clock";
import { shortestPassword } from "#app/platform/passwords";
import { argumentsOf, command, ForPeople, openDatabase, readEnv } from "./serve";

const usage =
  "Usage: npm run admin:create -- --organisation NAME --name 'Given Family' --email ADDRESS (the password is asked for, or read from REPRIS_PASSWORD)";

await command(async () => {
  const { values } = argumentsOf(() =>
    parseArgs({
      options: {
        organisation: { type: "string" },
        name: { type: "string" },
        email: { type: "string" },
        zone: { type: "string", default: "Europe/Stockholm" },
      },
    }),
  );
  const lines = stdin.isTTY ? createInterface({ input: stdin, output: stdout }) : null;
  const said: Record<AdministratorFault, string> = {
    nameMissing: "Give both given name and family name.",
    emailInvalid: "That is not an e-mail address.",
    emailTaken: "That e-mail address belongs to somebody already.",
    numberTaken: "That employee number belongs to somebody already.",
    passwordShort: `The password is too short: take at least ${shortestPassword} characters.`,
    zoneUnknown: `${values.zone} is not a time zone: give one such as Europe/Stockholm.`,
  };
  const ask = async (given: string | undefined, question: string) => {
    const answer = given ?? (lines ? await lines.question(`${question}: `) : undefined);
    if (!answer?.trim()) throw new ForPeople(usage);
    return answer.trim();
  };
  try {
    const organisation = await ask(values.organisation, "Name of the organisation");
    const name = await ask(values.name, "Your name");
    const email = await ask(values.email, "Your e-mail address at work");
    const password = await ask(process.env.REPRIS_PASSWORD, "A password, at least ten characters");
    const db = await openDatabase(readEnv(process.env));
    try {
      const result = await createAdministrator(
        { db, clock: systemClock },
        { organisation, name, email, password, zone: values.zone, number: null, language: null },
        { promote: true },
      );
      if ("faults" in result) throw new ForPeople(result.faults.map((fault) => said[fault]).join(" "));
      console.log(`${email} can sign in as administrator.`);
    } finally {
      await db.close();
    }
  } finally {
    lines?.close();
  }
});
