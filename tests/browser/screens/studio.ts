/** The studio of a trainer and of somebody who only reviews. */

import { commentPassage } from "#app/authoring/drafts/comment-passage.server";
import { draftDigest } from "#app/authoring/drafts/draft-digest.server";
import { readDraftState } from "#app/authoring/drafts/draft-state.server";
import { choosePlan } from "#app/authoring/drafts/publication.server";
import { askReviewers, giveVerdict } from "#app/authoring/drafts/review-draft.server";
import { discardDraft, saveFile } from "#app/authoring/drafts/write-draft.server";
import { parsePeriod } from "#app/domain/calendar";
import { findSignedIn } from "#db/queries/people";
import { personOf } from "#tests/support/people";
import type { Area } from "#tests/support/screens";

const moduleId = "social-forsaljning";
const lesson = "01-hjalp-forst.sv.mdx";
const editor = `/studio/${moduleId}?${new URLSearchParams({ file: lesson })}`;
const course = "sociala-medier-i-arbetet";
const parked = "krislage";

export const screens: Area = (stage) => {
  const trainer = stage.account("trainer");
  const actorOf = async (account: string) => {
    const { db } = stage.product.deps;
    const actor = await findSignedIn(db.read, await personOf(db, account), "2026-11-24");
    if (!actor) throw new Error(`There is no ${account}`);
    return actor;
  };
  let written: Promise<void> | undefined;
  const write = async () => {
    const { deps } = stage.product;
    const actor = await actorOf("trainer");
    const state = await readDraftState(deps.db.read, moduleId);
    const text = state.baseTexts.get(lesson) ?? "";
    const changed = `${text.replace("## Tre steg", "## Tre steg som räcker")}\n<ForDepartment only="butikk">\n\nNytt.\n\n</ForDepartment>\n`;
    await saveFile(deps, actor, { moduleId, path: lesson, text: changed, from: 0 });
    const note = { sv: "Vi svarar även på kvällen.", en: "We answer in the evening too." };
    await choosePlan(deps, actor, moduleId, { change: "major", within: parsePeriod("P30D"), note });
    const reviewer = await actorOf("trainer2");
    await askReviewers(deps, actor, moduleId, [reviewer.personId]);
    await commentPassage(deps, reviewer, { moduleId, path: lesson, line: 16, quote: "Tre steg", text: "Räcker det?" });
    const digest = draftDigest(await readDraftState(deps.db.read, moduleId));
    await giveVerdict(deps, reviewer, { moduleId, verdict: "changes", said: "Se anmärkningen.", digest });
    // Another that was given up, for the history.
    const other = await readDraftState(deps.db.read, parked);
    const [file] = other.files;
    if (!file) throw new Error(`${parked} has no file`);
    const given = { moduleId: parked, path: file.path, text: `${file.text}\nOavslutat.\n`, from: 0 };
    await saveFile(deps, actor, given);
    await discardDraft(deps, actor, parked);
  };
  const before = async () => {
    written ??= write();
    await written;
  };
  const own = `/studio/${moduleId}`;
  return [
    { name: "the studio", who: trainer, path: "/studio", before },
    {
      name: "the editor of a module",
      who: trainer,
      path: editor,
      route: "/studio/:module",
      before,
      // The preview's frame runs no scripts, not even those that look for faults.
      fault: /Blocked script execution in 'about:srcdoc'/,
      reach: async (page) => {
        await page.locator(".SourceEditor .cm-content").waitFor();
        await page.frameLocator(".PreviewFrame").locator("article p").first().waitFor();
        await page.locator(".Publish .BigNumber").waitFor();
      },
    },
    {
      name: "the editor of a module in which somebody else writes",
      who: stage.account("trainer2"),
      path: editor,
      route: "/studio/:module",
      before,
      // The preview's frame runs no scripts, not even those that look for faults.
      fault: /Blocked script execution in 'about:srcdoc'/,
      reach: async (page) => {
        await page.locator(".SourceEditor .Notice").waitFor();
        await page.frameLocator(".PreviewFrame").locator("article p").first().waitFor();
      },
    },
    { name: "a course", who: trainer, path: `/studio/courses/${course}`, route: "/studio/courses/:course", before },
    {
      name: "a course that cannot be archived yet, with a reviewer who is not here",
      who: trainer,
      path: `/studio/courses/${course}`,
      route: "/studio/courses/:course",
      before,
      fault: /status of 422/,
      reach: async (page) => {
        await page.locator("#archive > summary").click();
        await page.locator('button[value="archive"]').click();
        await page.locator("#archive .Notice").waitFor();
        await page.locator('form:has(button[value="add"]) input[name="email"]').fill("who@elsewhere.example");
        await page.locator('button[value="add"]').click();
        await page.locator(".Field .Error").waitFor();
      },
    },
    {
      name: "the contents of a module",
      who: trainer,
      path: `${own}/contents`,
      route: "/studio/:module/contents",
      before,
    },
    {
      name: "a file that cannot be added",
      who: trainer,
      path: `${own}/contents`,
      route: "/studio/:module/contents",
      before,
      fault: /status of 422/,
      reach: async (page) => {
        for (const each of await page.locator(".ContentsList .Foldout > summary").all()) await each.click();
        await page
          .locator('#add ~ form input[name="title"], form:has(select[name="language"]) input[name="title"]')
          .fill("—");
        await page.locator('button[value="add"]').click();
        await page.locator(".Field .Error").waitFor();
      },
    },
    { name: "the history of a module", who: trainer, path: `${own}/history`, route: "/studio/:module/history", before },
    {
      name: "the history of a module whose draft was given up",
      who: trainer,
      path: `/studio/${parked}/history`,
      route: "/studio/:module/history",
      before,
    },
    { name: "a comparison", who: trainer, path: `${own}/compare`, route: "/studio/:module/compare", before },
    {
      name: "the review of a module, for whoever writes it",
      who: trainer,
      path: `${own}/review`,
      route: "/studio/:module/review",
      before,
      reach: async (page) => {
        await page.locator(".Remark > summary").first().click();
      },
    },
    {
      name: "the review of a module, for a reviewer",
      who: stage.account("trainer2"),
      path: `${own}/review`,
      route: "/studio/:module/review",
      before,
    },
    {
      name: "the settings of a module, tried",
      who: trainer,
      path: `${own}/settings`,
      route: "/studio/:module/settings",
      before,
      reach: async (page) => {
        for (const each of await page.locator(".SettingsForm .Foldout > summary").all()) await each.click();
        await page.locator('input[name="due.number"]').fill("60");
        await page.locator('input[name="every.number"]').fill("9");
        await page.locator('button[value="try"]').click();
        await page.locator(".SettingsForm .Notice").waitFor();
      },
    },
  ];
};
