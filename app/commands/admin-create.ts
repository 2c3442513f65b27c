/** Makes the first administrator (and, on an empty database, the organisation). Asks for what is not given. */
import { stdin, stdout } from "node:process";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { createAdministrator } from "#app/accounts/create-administrator.server";
import { systemClock } from "#app/platform/clock";
import { command, ForPeople, openDatabase, readEnv } from "./serve";

const usage =
  "Usage: npm run admin:create -- --organisation NAME --name 'Given Family' --email ADDRESS (the password is asked for, or read from REPRIS_PASSWORD)";

await command(async () => {
  const { values } = parseArgs({
    options: {
      organisation: { type: "string" },
      name: { type: "string" },
      email: { type: "string" },
      zone: { type: "string", default: "Europe/Stockholm" },
    },
  });
  const lines = stdin.isTTY ? createInterface({ input: stdin, output: stdout }) : null;
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
        { organisation, name, email, password, zone: values.zone },
      );
      if (result !== "created") throw new ForPeople(result);
      console.log(`${email} can sign in as administrator.`);
    } finally {
      await db.close();
    }
  } finally {
    lines?.close();
  }
});
