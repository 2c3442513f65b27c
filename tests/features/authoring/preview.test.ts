import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { previewFile } from "#app/authoring/studio/preview.server";
import { createBundler } from "#app/lessons/bundler";
import { lessonPath, moduleId, type StudioCompany, studioCompany } from "./studio-company";

let company: StudioCompany;
beforeAll(async () => {
  company = await studioCompany();
});
afterAll(async () => {
  await company?.close();
});

const wanted = {
  moduleId,
  path: lessonPath,
  text: "---\ntitle: Hej\n---\n\nText.\n",
  as: null,
  language: "sv",
} as const;

describe("a preview that takes too long", () => {
  it("says so", async () => {
    const bundler = createBundler({ timeoutMs: 1 });
    const preview = await previewFile(company.deps, bundler, company.tomasz, wanted).finally(() => bundler.close());
    expect(preview).toMatchObject({ html: null, stopped: "timeout" });
  });

  it("says so where the bundler is the server's and the page is built, each with a copy of the code", async () => {
    vi.resetModules();
    const { createBundler: ofServer } = await import("#app/lessons/bundler");
    const bundler = ofServer({ timeoutMs: 1 });
    const preview = await previewFile(company.deps, bundler, company.tomasz, wanted).finally(() => bundler.close());
    expect(preview).toMatchObject({ html: null, stopped: "timeout" });
  });
});
