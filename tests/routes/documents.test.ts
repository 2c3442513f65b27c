import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handOver } from "#app/platform/hand-over";
import { type Product, startProduct } from "#tests/support/product";
import { Visitor } from "#tests/support/visitor";

let product: Product;
let employee: Visitor;
const lesson = "/modules/svara-kunder/01-publiken-och-klockan";

beforeAll(async () => {
  product = await startProduct();
  employee = new Visitor(product.origin);
  await employee.signIn("employee");
}, 300_000);
afterAll(async () => {
  await product?.stop(100);
});

function scriptsOf(html: string): string[] {
  return [...html.matchAll(/<script\b[\s\S]*?<\/script>/g)].map(([script]) => script);
}

describe("a document", () => {
  it("is sent in one piece, with its length", async () => {
    const response = await employee.get(lesson, { "Accept-Encoding": "identity" });
    const bytes = await response.arrayBuffer();
    expect(response.headers.get("transfer-encoding")).toBeNull();
    expect(Number(response.headers.get("content-length"))).toBe(bytes.byteLength);
    expect(new TextDecoder().decode(bytes)).toMatch(/^<!DOCTYPE html><html/);
  });

  it("is followed by data that is sent in one piece too", async () => {
    const response = await employee.get(`${lesson}.data`, { "Accept-Encoding": "identity" });
    const bytes = await response.arrayBuffer();
    expect(response.headers.get("content-type")).toBe("text/x-script");
    expect(response.headers.get("transfer-encoding")).toBeNull();
    expect(Number(response.headers.get("content-length"))).toBe(bytes.byteLength);
    expect(new TextDecoder().decode(bytes)).toContain("Publiken och klockan");
  });

  it("has the same scripts at every visit, but for the nonce and what belongs to the reader", async () => {
    const visits = [];
    for (let visit = 0; visit < 3; visit += 1) {
      const response = await employee.get(lesson);
      const nonce = /'nonce-([\w-]+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1] ?? "";
      const scripts = scriptsOf(await response.text());
      expect(scripts.length).toBeGreaterThan(3);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
      visits.push(scripts.filter((script) => !script.includes(".enqueue(")).map((script) => script.replace(nonce, "")));
    }
    expect(visits[1]).toEqual(visits[0]);
    expect(visits[2]).toEqual(visits[0]);
  });

  it("is the same at every visit, whatever of it was rendered before", async () => {
    const own = (html: string) => html.replaceAll(/nonce="[^"]*"/g, "").replace(/requestId\\",\\"\w+/, "");
    for (const path of ["/", lesson, "/modules/svara-kunder/02-orden-i-svaret"]) {
      const visits = [];
      for (let visit = 0; visit < 3; visit += 1) visits.push(own(await (await employee.get(path)).text()));
      expect(visits[0]).not.toContain("<kept-");
      expect(visits[1]).toBe(visits[0]);
      expect(visits[2]).toBe(visits[0]);
    }
  });

  it("holds nothing of whoever read such a page before", async () => {
    const manager = new Visitor(product.origin);
    await manager.signIn("manager");
    const visitors = [employee, manager, employee];
    const pages = [];
    for (const visitor of visitors) pages.push(await (await visitor.get(lesson)).text());
    const names = pages.map((html) => /<summary aria-label="([^,"]+)/.exec(html)?.[1] ?? "");
    expect(names[0]).not.toBe("");
    expect(names[0]).not.toBe(names[1]);
    expect(names[2]).toBe(names[0]);
    expect(pages[1]).not.toContain(names[0]);
    expect(pages[2]).not.toContain(names[1]);
    expect(pages[1]).toContain('href="/overview"');
    expect(pages[2]).not.toContain('href="/overview"');
    const ids = pages.map((html) => /requestId\\",\\"(\w+)/.exec(html)?.[1]);
    expect(new Set(ids).size).toBe(3);
  });

  it("has the scripts of its own routes", async () => {
    const pages = [lesson, "/", lesson, "/modules/svara-kunder/refresher", "/"];
    const modules = [];
    for (const path of pages) {
      const html = await (await employee.get(path)).text();
      modules.push([...html.matchAll(/import \* as \w+ from "([^"]+)"/g)].map(([, address]) => address).join(" "));
    }
    expect(modules[2]).toBe(modules[0]);
    expect(modules[4]).toBe(modules[1]);
    expect(new Set(modules).size).toBe(3);
  });

  it("has no body where only its headers are asked for", async () => {
    const response = await fetch(`${product.origin}/sign-in`, { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
  });

  it("is read by our own address, whatever host a client names", async () => {
    const response = await employee.get(lesson, { "X-Forwarded-Host": "elsewhere.example", Host: "elsewhere.example" });
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain("elsewhere");
  });
});

describe("what loaders give to the page's script", () => {
  async function handedOver(text: string): Promise<string> {
    const data = new ReadableStream<Uint8Array>({
      start(controller) {
        const bytes = new TextEncoder().encode(text);
        // Cut anywhere, also inside a character.
        for (let at = 0; at < bytes.length; at += 5) controller.enqueue(bytes.slice(at, at + 5));
        controller.close();
      },
    });
    return await handOver(data, "n0nce");
  }

  it("cannot end the script it stands in, and arrives as it was", async () => {
    const text = `</script><!-- <script> ' " \\ & å 你 \u2028\u2029\n`;
    const html = await handedOver(text);
    expect(html.match(/<\/?script/g)).toEqual(["<script", "</script", "<script", "</script"]);
    expect(html).not.toContain("<!--");
    const literal = /enqueue\((.*)\);<\/script><script/.exec(html)?.[1] ?? "";
    expect(JSON.parse(literal)).toBe(text);
  });
});
