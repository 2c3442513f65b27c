import { describe, expect, it } from "vitest";
import { readDocument } from "#app/platform/file-content";
import { jpeg, pdf, png } from "#tests/support/documents";

const documents = [
  ["application/pdf", pdf()],
  ["image/png", png()],
  ["image/jpeg", jpeg()],
] as const;

const html = Buffer.from("<!doctype html><script>alert(1)</script>");
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04, ...Array<number>(40).fill(0)]);

describe("a document by its content", () => {
  it.each(documents)("is known: %s", (type, content) => {
    expect(readDocument(content)).toEqual({ ok: true, type, content });
  });

  it.each([
    ["HTML", html],
    ["SVG", svg],
    ["ZIP", zip],
    ["GIF", Buffer.from("GIF89a\x01\x00\x01\x00")],
    ["a text", Buffer.from("Intyg")],
    ["HTML in front of a PDF", Buffer.concat([html, pdf()])],
    ["white space in front of a PDF", Buffer.concat([Buffer.from("\n"), pdf()])],
  ])("is not: %s, whatever it is called", (_, content) => {
    expect(readDocument(content)).toEqual({ ok: false, why: "unknown" });
  });

  it("is not: nothing", () => {
    expect(readDocument(new Uint8Array())).toEqual({ ok: false, why: "empty" });
  });

  it.each(documents)("is broken wherever it is cut off: %s", (_, content) => {
    for (let length = 12; length < content.length - 2; length += 1) {
      expect(readDocument(content.subarray(0, length)).ok, `${length} of ${content.length}`).toBe(false);
    }
  });

  it("is broken when only its first bytes are right", () => {
    for (const [, content] of documents) {
      const disguised = Buffer.concat([content.subarray(0, 10), html]);
      expect(readDocument(disguised)).toEqual({ ok: false, why: "broken" });
    }
  });

  it.each(documents)("is kept without what hangs on behind it: %s", (type, content) => {
    for (const behind of [zip, html, Buffer.alloc(100, 0x20)]) {
      const read = readDocument(Buffer.concat([content, behind]));
      expect(read).toMatchObject({ ok: true, type });
      if (read.ok) expect(Buffer.from(read.content).equals(content)).toBe(true);
    }
  });

  it("is broken when a picture states no size, or a size that fells whoever opens it", () => {
    expect(readDocument(png(0, 2))).toEqual({ ok: false, why: "broken" });
    expect(readDocument(png(2 ** 30, 2))).toEqual({ ok: false, why: "broken" });
    expect(readDocument(jpeg(0))).toEqual({ ok: false, why: "broken" });
    expect(readDocument(jpeg(65_535))).toEqual({ ok: false, why: "broken" });
  });

  it("is broken when a checksum of a PNG is wrong", () => {
    const spoilt = png();
    spoilt[20] = (spoilt[20] ?? 0) ^ 1;
    expect(readDocument(spoilt)).toEqual({ ok: false, why: "broken" });
  });

  it("is broken when a PDF says that its contents are where they are not", () => {
    const text = pdf().toString("latin1");
    expect(readDocument(Buffer.from(text.replace(/startxref\n\d+/, "startxref\n5"), "latin1")).ok).toBe(false);
    expect(readDocument(Buffer.from(text.replace(/startxref\n\d+/, "startxref\n99999"), "latin1")).ok).toBe(false);
  });

  it("is not misled by markup inside", () => {
    expect(readDocument(pdf("%<script>alert(1)</script>\n"))).toMatchObject({ ok: true, type: "application/pdf" });
    expect(readDocument(jpeg(8, "<script>alert(1)</script>"))).toMatchObject({ ok: true, type: "image/jpeg" });
  });
});
