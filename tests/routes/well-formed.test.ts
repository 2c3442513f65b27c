import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodyProblem } from "#app/platform/well-formed";
import { type Product, startProduct } from "#tests/support/product";
import { Visitor } from "#tests/support/visitor";

let product: Product;

beforeAll(async () => {
  product = await startProduct();
}, 300_000);
afterAll(async () => {
  await product?.stop(100);
});

const form = "application/x-www-form-urlencoded";

/** Says that it will send much, and sends nothing: only an answer that does not wait for it can come. */
function announced(path: string, headers: Record<string, string>, method = "POST"): Promise<number | undefined> {
  return new Promise((done, fail) => {
    const own = { Origin: product.origin, "Sec-Fetch-Site": "same-origin" };
    const sending = request(new URL(path, product.origin), { method, headers: { ...own, ...headers } }, (response) => {
      response.resume();
      done(response.statusCode);
      sending.destroy();
    });
    sending.once("error", fail);
    sending.flushHeaders();
  });
}

describe("what no page of ours would send", () => {
  it("is answered before its body is read", async () => {
    const much = { "Content-Type": form, "Content-Length": "300000000" };
    for (const path of ["/sign-in", "/settings/language", "/nowhere"]) {
      expect(await announced(path, much), path).toBe(413);
    }
    expect(await announced("/sign-in", { "Content-Type": form, "Transfer-Encoding": "chunked" })).toBe(400);
    const files = { "Content-Type": "multipart/form-data; boundary=x", "Content-Length": "5000" };
    expect(await announced("/sign-in", files)).toBe(400);
    expect(await announced("/sign-in", { "Content-Type": "application/json", "Content-Length": "2" })).toBe(400);
    expect(await announced("/sign-in", { "Content-Length": "2" })).toBe(400);
    expect(await announced("/sign-in", { "Content-Type": form, "Content-Length": "2" }, "DELETE")).toBe(400);
  });

  it("is answered by a page in the reader's language", async () => {
    const employee = new Visitor(product.origin);
    await employee.signIn("employee");
    for (const path of ["/%", "/modules/%E0%A4%A", "/people/%ff"]) {
      const response = await employee.get(path);
      expect(response.status, path).toBe(400);
      const html = await response.text();
      expect(html).toContain("Det gick inte att förstå");
      expect(html).toContain("Leila");
    }
    const refused = await employee.post("/settings/theme", {}, { Origin: "https://evil.example" });
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain("Den här sidan är inte för dig");
  });

  it("is not what browsers send", () => {
    const ask = (path: string, type: string, length: number, method = "POST") =>
      bodyProblem({ method, path, type, length: String(length) });
    expect(ask("/sign-out", form, 0)).toBeNull();
    expect(bodyProblem({ method: "POST", path: "/still-here", type: undefined, length: "0" })).toBeNull();
    expect(ask("/modules/x/y.data", `${form};charset=UTF-8`, 900_000)).toBeNull();
    expect(ask("/modules/x/evidence", "multipart/form-data; boundary=-", 9_000_000)).toBeNull();
    expect(ask("/admin/imports/people.data", "multipart/form-data; boundary=-", 300_000_000)).toBeNull();
    expect(ask("/admin/imports/people", "multipart/form-data; boundary=-", 3_000_000_000)).toBe(413);
    expect(ask("/", form, 0, "GET")).toBeNull();
  });
});
