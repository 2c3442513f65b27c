/** The files of a module in the studio, as its trainer sees them. */
import { insertMedia } from "#app/authoring/media/change-media.server";
import { uploadMedia } from "#app/authoring/media/upload-media.server";
import { findSignedIn } from "#db/queries/people";
import { pdf } from "#tests/support/documents";
import { mp4, photograph, vtt } from "#tests/support/media-files";
import { personOf } from "#tests/support/people";
import type { Area } from "#tests/support/screens";

const moduleId = "krislage";
const path = `/studio/${moduleId}/media`;
const route = "/studio/:module/media";
const insertion = 'details:has(input[name="said"])';

export const screens: Area = (stage) => {
  const trainer = stage.account("trainer");
  let filled: Promise<void> | undefined;
  const fill = async () => {
    const { deps } = stage.product;
    const actor = await findSignedIn(deps.db.read, await personOf(deps.db, "trainer"), "2026-11-24");
    if (!actor) throw new Error("There is no trainer");
    const bring = (name: string, bytes: Uint8Array) => uploadMedia(deps, actor, { moduleId, name, bytes });
    await bring("Ett svar på två minuter, inspelat i butiken i Umeå.vtt", Buffer.from(vtt));
    await bring("Ett svar på två minuter, inspelat i butiken i Umeå.mp4", mp4());
    await bring("Checklistan vid kassan.pdf", pdf());
    await bring("Disken.jpg", await photograph("jpeg", { width: 900, height: 600 }));
    const shown = { moduleId, name: "media/disken.jpg", path: "01-den-forsta-halvtimmen.sv.mdx", captions: null };
    await insertMedia(deps, actor, { ...shown, said: "Disken i butiken" });
  };
  const before = async () => {
    filled ??= fill();
    await filled;
  };
  return [
    {
      name: "the files of a module",
      who: trainer,
      path,
      route,
      before,
      reach: async (page) => {
        for (const each of await page.locator(`${insertion} > summary`).all()) await each.click();
      },
    },
    { name: "a file that was added", who: trainer, path: `${path}?added=media%2Fdisken.jpg`, route, before },
    {
      name: "a file that was refused",
      who: trainer,
      path,
      route,
      before,
      reach: async (page) => {
        const file = { name: "bild.png", mimeType: "image/png", buffer: Buffer.from("<html></html>") };
        await page.locator('input[type="file"]').setInputFiles(file);
        await page.locator(".MediaForm .Button").first().click();
        await page.locator(".FileDrop .Error").waitFor();
      },
      fault: /status of 422/,
    },
    {
      name: "a file that was to be shown without words",
      who: trainer,
      path,
      route,
      before,
      reach: async (page) => {
        const first = page.locator(insertion).first();
        await first.locator("summary").click();
        await first.locator('input[name="said"]').fill(" ");
        await first.locator(".Button").click();
        await page.locator(".Field .Error").waitFor();
      },
      fault: /status of 422/,
    },
  ];
};
