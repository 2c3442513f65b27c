import { recountAnswers } from "#app/authoring/insights/count-answers.server";
import { systemClock } from "#app/platform/clock";
import { command, openDatabase, readEnv } from "./serve";

await command(async () => {
  const db = await openDatabase(readEnv(process.env));
  try {
    const attempts = await recountAnswers(db, systemClock.now());
    console.log(`The answers of ${attempts} attempts were counted again.`);
  } finally {
    await db.close();
  }
});
