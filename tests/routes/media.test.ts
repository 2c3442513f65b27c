import { once } from "node:events";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unusedDays } from "#app/authoring/media/collect-media.server";
import { putMedia } from "#db/queries/content-writes";
import { pdf, png } from "#tests/support/documents";
import { mp4, vtt } from "#tests/support/media-files";
import { type Product, startProduct } from "#tests/support/product";
import { Visitor } from "#tests/support/visitor";

let product: Product;
let trainer: Visitor;
let employee: Visitor;
const module = "svara-kunder";
const film = mp4({ size: 700_000 });

beforeAll(async () => {
  product = await startProduct();
  trainer = new Visitor(product.origin);
  await trainer.signIn("trainer");
  employee = new Visitor(product.origin);
  await employee.signIn("employee");
}, 300_000);
afterAll(async () => {
  await product?.stop(100);
});

const cookiesOf = (visitor: Visitor) => [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");

/** Sends a file as the editor does, or (to the page) as a form without script. */
async function send(
  visitor: Visitor,
  name: string,
  bytes: Uint8Array | string,
  to = `/studio/${module}/media/upload`,
  headers: Record<string, string> = {},
) {
  const form = new FormData();
  form.append("file", new Blob([typeof bytes === "string" ? bytes : new Uint8Array(bytes)]), name);
  return await fetch(product.origin + to, {
    method: "POST",
    redirect: "manual",
    headers: { Accept: "application/json", Origin: product.origin, Cookie: cookiesOf(visitor), ...headers },
    body: form,
  });
}

/** Sends so many bytes as a form, and hears the answer only when they are all sent, as a browser does; gives its status. */
async function sendAll(visitor: Visitor, to: string, bytes: number): Promise<number> {
  const body = Buffer.concat([
    Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a.mp4"\r\n\r\n'),
    Buffer.alloc(bytes),
    Buffer.from("\r\n--x--\r\n"),
  ]);
  const request = httpRequest(product.origin + to, {
    method: "POST",
    agent: false,
    headers: {
      Origin: product.origin,
      Cookie: cookiesOf(visitor),
      "Content-Type": "multipart/form-data; boundary=x",
      "Content-Length": body.length,
    },
  });
  request.end(body);
  let status = 0;
  request.once("response", (response: IncomingMessage) => {
    status = response.statusCode ?? 0;
    response.resume();
  });
  // Whoever is not let send to the end is told so by an error of the connection.
  await once(request, "close");
  return status;
}

const page = () => `/studio/${module}/media`;

async function addressOf(name: string): Promise<string> {
  const html = await (await trainer.get(page())).text();
  const found = new RegExp(`href="(/media/[^"]+)"[^>]*>(?:<b>)?${name}`).exec(html);
  return found?.[1] ?? "none";
}

describe("a file that is dropped into the editor", () => {
  it("is answered with the line that shows it", async () => {
    const response = await send(trainer, "Min bild.png", png());
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toMatchObject({
      name: "media/min-bild.png",
      markdown: '<Figure src="media/min-bild.png" alt="" />',
    });
    // What came in pieces is kept once, as the draft's file.
    const left = await product.deps.db.read.selectFrom("stored_file").select("id").execute();
    expect(left).toEqual([]);
  });
  it("and is not what it says is refused with the reason, in the reader's language", async () => {
    for (const [bytes, says] of [
      ["<html></html>", "whatever it is called"],
      [png().subarray(0, 30), "broken or cut off"],
      [png(11_000, 11_000), "too many pixels"],
      ["", "is empty"],
      ["WEBVTT\n\nHej.", "See line 4."],
    ] as const) {
      const response = await send(trainer, "bild.png", bytes);
      expect(response.status).toBe(422);
      expect(((await response.json()) as { message: string }).message).toContain(says);
    }
  });
  it("and is larger than any file may be is not kept", async () => {
    const response = await send(trainer, "film.mp4", Buffer.alloc(60_500_000));
    expect(await response.json()).toMatchObject({ code: "too-large" });
  });
  it("is taken in to its end before anybody is told that they may not, however large it is", async () => {
    for (const [to, visitor, status] of [
      [`${page()}/upload`, new Visitor(product.origin), 401],
      [`${page()}/upload`, employee, 403],
      [page(), new Visitor(product.origin), 302],
      [page(), employee, 403],
    ] as const) {
      expect(await sendAll(visitor, to, 40_000_000), `${to} ${status}`).toBe(status);
    }
  });
  it("is refused from whoever may not write there, and from elsewhere", async () => {
    expect((await send(employee, "a.png", png())).status).toBe(403);
    expect((await send(new Visitor(product.origin), "a.png", png())).status).toBe(401);
    expect((await send(trainer, "a.png", png(), undefined, { Origin: "https://evil.example" })).status).toBe(403);
    expect((await employee.get(page())).status).toBe(403);
  });
});

describe("the page of a module's files", () => {
  it("takes a file without script, shows it, and says so", async () => {
    const sent = await send(trainer, "Svar.mp4", film, page(), { Accept: "text/html" });
    expect([sent.status, sent.headers.get("location")]).toEqual([302, `${page()}?added=media%2Fsvar.mp4`]);
    const html = await (await trainer.get(`${page()}?added=media%2Fsvar.mp4`)).text();
    expect(html).toContain("media/svar.mp4 is added");
    expect(html).toContain("Shown nowhere");
    expect(html).toContain(`is deleted after ${unusedDays} days`);
    expect(html).toContain("1 min 30 s");
    expect(html).not.toMatch(/<[a-z][^>]*\s(style|on[a-z]+)=/i);
  });
  it("shows why a file was refused", async () => {
    const sent = await send(trainer, "a.pdf", "%PDF-1.7\nx", page(), { Accept: "text/html" });
    expect(sent.status).toBe(422);
    expect(await sent.text()).toContain("The file is broken or cut off.");
  });
  it("puts nothing into a lesson without words, and takes nothing out that is shown", async () => {
    await send(trainer, "Visad.png", png(4, 3));
    const fields = { intent: "insert", name: "media/visad.png", said: "" };
    const html = await (await trainer.get(page())).text();
    const path = /<option value="(\d\d-[^"]+)"/.exec(html)?.[1] ?? "none";
    const without = await trainer.post(page(), { ...fields, path });
    expect(without.status).toBe(422);
    expect(await without.text()).toContain("Say what the picture shows.");
    const written = await trainer.post(page(), { ...fields, path, said: "En tråd" });
    expect(written.headers.get("location")).toBe(`${page()}?inserted=${encodeURIComponent(path)}`);
    const kept = await trainer.post(page(), { intent: "remove", name: "media/visad.png" });
    expect(kept.status).toBe(422);
    expect(await kept.text()).toContain("media/visad.png is used, and stays.");
    const gone = await trainer.post(page(), { intent: "remove", name: "media/min-bild.png" });
    expect(gone.headers.get("location")).toBe(`${page()}?removed=media%2Fmin-bild.png`);
    expect((await trainer.post(page(), { intent: "explode" })).status).toBe(400);
  });
});

describe("a file that is sent", () => {
  it("is of the type that it is, is nobody's page, and may be kept for ever", async () => {
    await send(trainer, "lista.pdf", pdf());
    await send(trainer, "svar.vtt", vtt);
    for (const [name, type, disposition] of [
      ["media/svar.mp4", "video/mp4", null],
      ["media/svar.vtt", "text/vtt", null],
      ["media/lista.pdf", "application/pdf", "attachment"],
    ] as const) {
      const response = await employee.get(await addressOf(name));
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe(type);
      expect(response.headers.get("content-disposition")).toBe(disposition);
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect(response.headers.get("content-security-policy")).toBe(
        "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
      );
      expect(response.headers.get("cache-control")).toBe("private, max-age=31536000, immutable");
    }
  });
  it("is sent in the part that is asked for, across its pieces", async () => {
    const address = await addressOf("media/svar.mp4");
    for (const [range, from, to] of [
      ["bytes=0-", 0, film.length],
      ["bytes=0-0", 0, 1],
      ["bytes=262140-262150", 262_140, 262_151],
      ["bytes=200000-600000", 200_000, 600_001],
      ["bytes=-5", film.length - 5, film.length],
      [`bytes=${film.length - 1}-${film.length + 50}`, film.length - 1, film.length],
    ] as const) {
      const response = await employee.get(address, { Range: range, "Accept-Encoding": "gzip" });
      expect(response.status, range).toBe(206);
      expect(response.headers.get("content-range")).toBe(`bytes ${from}-${to - 1}/${film.length}`);
      expect(response.headers.get("content-encoding")).toBeNull();
      expect(Buffer.from(await response.arrayBuffer()).equals(film.subarray(from, to)), range).toBe(true);
    }
  });
  it("is sent whole where the part is not understood, or of a file that has changed", async () => {
    const address = await addressOf("media/svar.mp4");
    const etag = (await employee.get(address)).headers.get("etag") ?? "";
    for (const headers of [
      { Range: "bytes=5-2" },
      { Range: "bytes=0-1,4-5" },
      { Range: "lines=0-1" },
      { Range: "bytes=-" },
      { Range: "bytes=0-9", "If-Range": '"another"' },
    ] as Record<string, string>[]) {
      const response = await employee.get(address, headers);
      expect(response.status, JSON.stringify(headers)).toBe(200);
      expect((await response.arrayBuffer()).byteLength).toBe(film.length);
    }
    expect((await employee.get(address, { Range: "bytes=0-9", "If-Range": etag })).status).toBe(206);
  });
  it("has no part behind its end", async () => {
    const response = await employee.get(await addressOf("media/svar.mp4"), { Range: `bytes=${film.length}-` });
    expect(response.status).toBe(416);
    expect(response.headers.get("content-range")).toBe(`bytes */${film.length}`);
    expect((await response.arrayBuffer()).byteLength).toBe(0);
  });
  it("is told about without being sent", async () => {
    const address = await addressOf("media/svar.mp4");
    const told = await new Promise<{ status: number; length: string | undefined; bytes: number }>((done, fail) => {
      const asked = httpRequest(
        product.origin + address,
        { method: "HEAD", headers: { Cookie: cookiesOf(employee) } },
        (response) => {
          let bytes = 0;
          response.on("data", (some: Buffer) => {
            bytes += some.length;
          });
          response.on("end", () =>
            done({ status: response.statusCode ?? 0, length: response.headers["content-length"], bytes }),
          );
        },
      );
      asked.once("error", fail);
      asked.end();
    });
    expect(told).toEqual({ status: 200, length: String(film.length), bytes: 0 });
  });
  it("may be played on the pages of the product", async () => {
    const response = await employee.get("/");
    expect(response.headers.get("content-security-policy")).toContain("media-src 'self'");
  });
});

describe("what nothing has any more", () => {
  it("is taken away by the product itself", async () => {
    const has = async (type: string) => {
      const row = await product.deps.db.read.selectFrom("media").select("hash").where("type", "=", type).execute();
      return row.length;
    };
    const before = await has("application/pdf");
    await product.deps.db.write.transaction().execute(async (tx) => {
      const created_at = product.clock.now().toISOString();
      const row = {
        hash: "f".repeat(64),
        type: "application/pdf",
        width: null,
        height: null,
        seconds: null,
        created_at,
      };
      await putMedia(tx, { ...row, content: Buffer.alloc(10) });
    });
    product.clock.passSeconds(3_600);
    await product.runner.round();
    expect(await has("application/pdf")).toBe(before + 1);
    product.clock.passDays(30);
    await product.runner.round();
    expect(await has("application/pdf")).toBe(before);
    expect(await has("video/mp4")).toBe(1);
  });
});
