import { afterAll, beforeAll, expect, it } from "vitest";
import { sv } from "#app/words/areas/studio-sv";
import { sv as words } from "#app/words/sv";
import { personOf, standingOf } from "#tests/support/people";
import { demonstrationDay, type Product, startProduct } from "#tests/support/product";
import { enterAs, hydrated, patience, type WatchedPage, watchedBrowser } from "#tests/support/watched-browser";

const browser = watchedBrowser();
const moduleId = "social-forsaljning";
const lesson = "01-hjalp-forst.sv.mdx";
const lost = /Failed to load resource: net::ERR_(INTERNET_DISCONNECTED|FAILED)/;

let product: Product;
const people: Record<"tomasz" | "second" | "first" | "other" | "learner", string> = {
  tomasz: "",
  second: "",
  first: "",
  other: "",
  learner: "",
};

beforeAll(async () => {
  product = await startProduct({ timer: true });
  const { db } = product.deps;
  await db.write.updateTable("person").set({ language: "sv" }).execute();
  people.tomasz = await personOf(db, "trainer");
  people.second = await personOf(db, "trainer2");
  // A board of two who only learn otherwise: the demonstration's own has the second trainer on it.
  const board = await db.read
    .selectFrom("person")
    .leftJoin("credential", "credential.person_id", "person.id")
    .innerJoin("employment", "employment.person_id", "person.id")
    .select(["person.id", "email"])
    .where("email", "is not", null)
    .where("credential.person_id", "is", null)
    .where("employment.to_on", "is", null)
    .where("employment.from_on", "<", "2026-01-01")
    .distinct()
    .orderBy("person.id")
    .limit(2)
    .execute();
  [people.first = "", people.other = ""] = board.map(({ id }) => id);
  await db.write
    .updateTable("course")
    .set({ reviewers: JSON.stringify(board.map(({ email }) => email)) })
    .execute();
  const learner = await db.read
    .selectFrom("standing")
    .leftJoin("credential", "credential.person_id", "standing.person_id")
    .select("standing.person_id")
    .where("module_id", "=", moduleId)
    .where("state", "=", "current")
    .where("voluntary", "=", 0)
    .where("task", "=", "none")
    .where("credential.person_id", "is", null)
    .where("standing.person_id", "not in", Object.values(people))
    .orderBy("standing.person_id")
    .executeTakeFirstOrThrow();
  people.learner = learner.person_id;
});
afterAll(async () => {
  await product?.stop(100);
});

const at = (path: string) => `${product.origin}${path}`;
/** A module in which nobody else writes. */
const otherModule = "krislage";
const otherPath = `/studio/${otherModule}?${new URLSearchParams({ file: "01-den-forsta-halvtimmen.sv.mdx" })}`;
const editorPath = `/studio/${moduleId}?${new URLSearchParams({ file: lesson })}`;

async function openAs(person: string, path: string): Promise<WatchedPage> {
  const opened = await browser.open({ locale: "sv-SE", viewport: { width: 1440, height: 1000 } });
  await enterAs(product, opened, person);
  await opened.page.goto(at(path));
  await hydrated(opened.page);
  return opened;
}

const source = ({ page }: WatchedPage) => page.locator(".SourceEditor .cm-content");
const status = ({ page }: WatchedPage) => page.locator(".EditorStatus");
const preview = ({ page }: WatchedPage) => page.frameLocator(".PreviewFrame").locator("article");

/** Writes at the end of the open file. */
async function writeAtEnd(opened: WatchedPage, text: string): Promise<void> {
  await source(opened).click();
  await opened.page.keyboard.press("Control+End");
  await opened.page.keyboard.insertText(text);
}

async function saved(opened: WatchedPage): Promise<void> {
  await status(opened).getByText(sv.editor.status.saved).waitFor();
}

const draftText = async (module = moduleId) => {
  const row = await product.deps.db.read
    .selectFrom("draft_version")
    .innerJoin("draft", "draft.id", "draft_version.draft_id")
    .select("text")
    .where("draft.module_id", "=", module)
    .where("draft.state", "=", "open")
    .where("path", "like", "01-%.sv.mdx")
    .where("aside", "=", 0)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.text ?? "";
};

it("two trainers write, two reviewers read, and those concerned are asked to refresh", async () => {
  const tomasz = await openAs(people.tomasz, editorPath);
  await source(tomasz).waitFor();

  // What is wrong is told where it stands, and repaired by one press.
  await writeAtEnd(
    tomasz,
    '\n\n<ForDepartment only="butikk">\n\nSvara aldrig från privat konto.\n\n</ForDepartment>\n',
  );
  const problems = tomasz.page.locator(".Problems");
  await problems.getByRole("button", { name: sv.problems.use("butik") }).click();
  await tomasz.page.getByText(sv.problems.none).waitFor();
  await saved(tomasz);
  expect(await draftText()).toContain('only="butik"');

  // A department sees what is for it, and another does not.
  await tomasz.page.getByLabel(sv.preview.department).selectOption("butik");
  await preview(tomasz).getByText("Svara aldrig från privat konto.").waitFor();
  await tomasz.page.getByLabel(sv.preview.department).selectOption("hr");
  await expect.poll(() => preview(tomasz).getByText("Svara aldrig från privat konto.").count()).toBe(0);

  // The second trainer is told who writes, takes over, and the first one's text is not lost.
  const second = await openAs(people.second, editorPath);
  await second.page.getByText(/skriver här sedan/).waitFor();
  await second.page.getByRole("button", { name: sv.editor.takeOver }).click();
  await second.page.getByRole("button", { name: sv.editor.takeOver }).waitFor({ state: "hidden" });
  await tomasz.context.setOffline(true);
  tomasz.expectFault(lost);
  await writeAtEnd(tomasz, "\nSkrivet utan förbindelse.\n");
  await status(tomasz).getByText(sv.editor.status.offline).waitFor();
  await source(second).locator(".cm-line").getByText("## Tre steg").click();
  await second.page.keyboard.press("End");
  await second.page.keyboard.insertText(" som räcker");
  await expect.poll(() => draftText(), { timeout: patience }).toContain("Tre steg som räcker");
  await tomasz.context.setOffline(false);
  await expect.poll(() => draftText(), { timeout: patience }).toContain("Skrivet utan förbindelse.");
  expect(await draftText()).toContain("Tre steg som räcker");

  // Not to be published yet, and the button says why.
  await second.page.reload();
  await hydrated(second.page);
  const publish = second.page.getByRole("button", { name: sv.publish.submit(2) });
  expect(await publish.isDisabled()).toBe(true);
  await second.page.getByText(/Väntar på ett godkännande/).waitFor();

  // The editorial board is asked.
  await second.page.goto(at(`/studio/${moduleId}/review`));
  await hydrated(second.page);
  await second.page.getByRole("button", { name: sv.review.submitAsk }).click();
  await second.page.getByText(sv.review.askedDone).waitFor();

  // One asks for changes at a passage; the other approves.
  const first = await openAs(people.first, "/notices");
  await first.page.locator(`a[href="/studio/${moduleId}/review"]`).first().click();
  const remark = first.page.locator(".Remark").first();
  await remark.locator("summary").click();
  await remark.getByLabel(sv.review.remarkText).fill("Säg vilket konto.");
  await remark.getByRole("button", { name: sv.review.submitRemark }).click();
  await first.page.locator(".RemarkQuote").waitFor();
  await first.page.locator('textarea[name="said"]').fill("Se anmärkningen.");
  await first.page.getByRole("button", { name: sv.review.askChanges }).click();
  await first.page.getByText(sv.review.given).waitFor();
  const other = await openAs(people.other, `/studio/${moduleId}/review`);
  await other.page.getByText("Säg vilket konto.").waitFor();

  // The passage is put right; what was said of the earlier text does not count for this one.
  await tomasz.page.goto(at(editorPath));
  await source(tomasz).waitFor();
  await tomasz.page.getByRole("button", { name: sv.editor.takeOver }).click();
  await tomasz.page.getByRole("button", { name: sv.editor.takeOver }).waitFor({ state: "hidden" });
  await writeAtEnd(tomasz, "\nDet gäller alla konton som inte är företagets.\n");
  await expect.poll(() => draftText(), { timeout: patience }).toContain("som inte är företagets");
  await other.page.getByRole("button", { name: sv.review.approve }).click();
  other.expectFault(/status of 422/);
  await other.page.getByText(sv.review.changedSince).waitFor();
  await other.page.reload();
  await hydrated(other.page);
  await other.page.getByRole("button", { name: sv.review.approve }).click();
  await other.page.getByText(sv.review.given).waitFor();

  // Published by keyboard alone, as a major change, with everybody who is asked told beforehand.
  const { page } = tomasz;
  await page.reload();
  await hydrated(page);
  await page.locator('input[name="change"][value="minor"]').focus();
  await page.keyboard.press("ArrowDown");
  expect(await page.locator('input[name="change"][value="major"]').isChecked()).toBe(true);
  await page.locator(".Publish .BigNumber").waitFor();
  const foretold = Number.parseInt((await page.locator(".Publish .BigNumber").textContent()) ?? "", 10);
  expect(foretold).toBeGreaterThan(0);
  await page.locator('textarea[name="note.sv"]').focus();
  await page.keyboard.insertText("Svara aldrig kunder från ett privat konto.");
  await page.getByRole("button", { name: sv.publish.submit(2) }).focus();
  await page.keyboard.press("Enter");
  await page.getByText(sv.bar.live(2)).waitFor();

  // A learner who knew version 1 reads why, and what is new.
  await expect
    .poll(async () => (await standingOf(product.deps.db, people.learner, moduleId, demonstrationDay))?.task, {
      timeout: patience,
    })
    .toBe("refresher");
  const learner = await openAs(people.learner, "/");
  await learner.page.getByText("Svara aldrig kunder från ett privat konto.").first().waitFor();
  await learner.page.goto(at(`/modules/${moduleId}/01-hjalp-forst`));
  await learner.page.getByText("Det gäller alla konton som inte är företagets.").waitFor();
  expect(words.product.name).toBe("Repris");
});

it("what was typed outlives an ended session and a closed browser", async () => {
  const tomasz = await openAs(people.tomasz, otherPath);
  await source(tomasz).waitFor();
  await product.deps.db.write.updateTable("session").set({ expires_at: "2026-01-01T00:00:00.000Z" }).execute();
  tomasz.expectFault(/status of 401/);
  await writeAtEnd(tomasz, "\nSkrivet efter att sessionen tog slut.\n");
  await status(tomasz).getByText(sv.editor.status.signedOut).waitFor();
  expect(await draftText(otherModule)).not.toContain("sessionen tog slut");
  // The page goes without a chance to save; then the same person signs in on the same device.
  const again = await browser.tab(tomasz);
  tomasz.page.on("dialog", (dialog) => void dialog.accept());
  await tomasz.page.close({ runBeforeUnload: false });
  await enterAs(product, again, people.tomasz);
  await again.page.goto(at(otherPath));
  await again.page.getByText(sv.editor.status.restored).waitFor();
  await expect.poll(() => draftText(otherModule), { timeout: patience }).toContain("sessionen tog slut");
});
