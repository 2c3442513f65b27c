import { readdirSync, readFileSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import { join, resolve } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Product, startProduct } from "#tests/support/product";

const folder = resolve("build/client/assets");
let product: Product;

beforeAll(async () => {
  product = await startProduct();
}, 300_000);
afterAll(async () => {
  await product?.stop(100);
});

/** A file as it comes over the wire: nothing is unpacked on the way. */
async function fetched(path: string, encodings: string): Promise<{ response: IncomingMessage; bytes: Buffer }> {
  return await new Promise((done, fail) => {
    get(product.origin + path, { headers: { "accept-encoding": encodings } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => done({ response, bytes: Buffer.concat(chunks) }));
    }).once("error", fail);
  });
}

describe("files of the build", () => {
  const names = readdirSync(folder);
  const kinds = [
    { ending: ".js", type: /^(text|application)\/javascript/ },
    { ending: ".css", type: /^text\/css/ },
  ];

  it.each(kinds)("$ending are packed for whoever can read it, and plain for the others", async ({ ending, type }) => {
    const packed = names.filter((name) => name.endsWith(`${ending}.br`)).map((name) => name.slice(0, -3));
    expect(packed.length).toBeGreaterThan(0);
    for (const name of packed) {
      const plain = readFileSync(join(folder, name));
      for (const encodings of ["gzip, br", "identity"]) {
        const { response, bytes } = await fetched(`/assets/${name}`, encodings);
        expect(response.statusCode).toBe(200);
        expect(response.headers["content-type"]).toMatch(type);
        expect(response.headers["cache-control"]).toContain("immutable");
        expect(response.headers.vary).toMatch(/accept-encoding/i);
        if (encodings === "identity") {
          expect(response.headers["content-encoding"]).toBeUndefined();
          expect(bytes.equals(plain)).toBe(true);
        } else {
          expect(response.headers["content-encoding"]).toBe("br");
          expect(bytes.length).toBeLessThan(plain.length);
          expect(brotliDecompressSync(bytes).equals(plain)).toBe(true);
        }
      }
    }
  });

  it("are not packed twice: what is asked for by its packed name is what lies there", async () => {
    const name = names.find((one) => one.endsWith(".js.br")) ?? "";
    const { bytes } = await fetched(`/assets/${name}`, "identity");
    expect(bytes.equals(readFileSync(join(folder, name)))).toBe(true);
  });

  it("that do not exist are not found", async () => {
    const { response } = await fetched("/assets/nothing.js", "br");
    expect(response.statusCode).toBe(404);
  });
});

describe("the icon", () => {
  it("is there for browsers that ask for it by its old name, whatever page they show", async () => {
    const { response, bytes } = await fetched("/favicon.ico", "identity");
    expect(response.statusCode).toBe(200);
    expect(response.headers["content-type"]).toMatch(/^image\//);
    expect(bytes.readUInt16LE(2)).toBe(1);
  });
});
