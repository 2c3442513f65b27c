import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadPages } from "#app/commands/pages";
import { en } from "#app/words/areas/studio-en";
import { type Product, startProduct } from "#tests/support/product";
import { Visitor } from "#tests/support/visitor";

const module = "krislage";
const long = "a".repeat(410_000);

/** Every address of the studio that takes a form, with a form that is none, and what its writer is answered. */
const pages = [
  ["/studio", { approvals: "many" }, 400],
  ["/studio/new", {}, 422],
  ["/studio/courses/:course", { intent: "explode" }, 400],
  ["/studio/:module", { intent: "explode" }, 400],
  ["/studio/:module/contents", { intent: "explode" }, 400],
  ["/studio/:module/settings", { intent: "explode" }, 422],
  ["/studio/:module/history", { intent: "explode" }, 400],
  ["/studio/:module/review", { intent: "explode" }, 400],
  ["/studio/:module/gift", { intent: "explode" }, 422],
  ["/studio/:module/media", { intent: "explode" }, 400],
] as const;

/** Those that only the studio's own script sends to: they have no page. */
const scripts = [
  ["/studio/paste", { html: "a".repeat(910_000) }, 400],
  ["/studio/:module/save", { path: "../x", text: "x" }, 400],
  ["/studio/:module/preview", { path: "01-x.sv.mdx", text: long }, 400],
  ["/studio/:module/here", { takeOver: "perhaps" }, 200],
  ["/studio/:module/media/upload", {}, 422],
] as const;

/** Forms that name something which is not there. */
const intents = [
  ["/studio/courses/:course", ["save", "add", "remove", "up", "down", "archive", "restore"]],
  ["/studio/:module", ["save", "plan", "publish", "unschedule", "bring-in", "discard"]],
  [
    "/studio/:module/contents",
    ["add", "translate", "up", "down", "rename", "remove", "archive", "restore", "translate xx"],
  ],
  ["/studio/:module/settings", ["try", "save"]],
  ["/studio/:module/history", ["restore-revision", "restore-save", "restore-draft"]],
  ["/studio/:module/review", ["ask", "verdict", "verdict approved", "remark", "settle x", "unsettle x"]],
  ["/studio/:module/gift", ["try", "add"]],
  ["/studio/:module/media", ["insert", "remove"]],
] as const;

const at = (address: string) =>
  address
    .replace(":module", module)
    .replace(":course", "trygg-pa-natet")
    .replace(/^\/studio$/, "/studio?index");

let product: Product;
let trainer: Visitor;
let employee: Visitor;

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

it("the files of the module that is open are a step away in the tree, beside its arrangement", async () => {
  const html = await (await trainer.get(at("/studio/:module"))).text();
  const [tree = ""] = /<nav class="Pane CourseTree"[\s\S]*?<\/nav>/.exec(html) ?? [];
  const ways = [...tree.matchAll(/<a[^>]*\bclass="TreeWay"[^>]*>/g)].map(([way]) => /href="([^"]+)"/.exec(way)?.[1]);
  expect(ways).toEqual(expect.arrayContaining([at("/studio/:module/contents"), at("/studio/:module/media")]));
  expect(ways.filter((href) => href?.startsWith(at("/studio/:module")))).toHaveLength(2);
});

describe("a form of the studio", () => {
  it("has its line in the table of these tests", async () => {
    const { build } = (await loadPages()) as Extract<Awaited<ReturnType<typeof loadPages>>, { kind: "built" }>;
    const { routes } = build;
    const pathOf = (id: string | undefined): string => {
      const route = id === undefined ? undefined : routes[id];
      return route ? `${pathOf(route.parentId)}/${route.path ?? ""}` : "";
    };
    const taking = Object.values(routes).filter(({ module }) => "action" in module && module.action !== undefined);
    const addresses = taking.map(({ id }) =>
      pathOf(id)
        .replaceAll(/\/+/g, "/")
        .replace(/(.)\/$/, "$1"),
    );
    expect(addresses.filter((address) => /^\/studio(\/|$)/.test(address)).sort()).toEqual(
      [...pages, ...scripts].map(([address]) => address).sort(),
    );
  });

  it.each([...pages, ...scripts])("is judged after its sender: %s", async (address, form, status) => {
    expect((await employee.post(at(address), form)).status).toBe(403);
    expect((await trainer.post(at(address), form)).status).toBe(status);
  });

  it.each(intents)("is refused from others, whatever it asks for: %s", async (address, each) => {
    for (const intent of each) {
      expect((await employee.post(at(address), { intent })).status, intent).toBe(403);
    }
    const { read } = product.deps.db;
    expect(await read.selectFrom("draft").select("id").where("module_id", "=", module).execute()).toEqual([]);
  });

  it.each(scripts)("without a page is not one that can be opened: %s", async (address) => {
    for (const visitor of [trainer, new Visitor(product.origin)]) {
      const response = await visitor.get(at(address));
      expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
    }
  });

  it.each(scripts)("from whoever is signed out is said to be, and not led away: %s", async (address, form) => {
    expect((await new Visitor(product.origin).post(at(address), form)).status).toBe(401);
  });
});

it("a remark that quotes what nobody wrote is refused, and what was to be said is shown again", async () => {
  const path = "01-den-forsta-halvtimmen.sv.mdx";
  await trainer.post(at("/studio/:module/save"), { path, text: "---\ntitle: Ny\n---\n\nRing växeln.\n", from: "0" });
  const review = at("/studio/:module/review");
  const remark = { intent: "remark", path, line: "5", text: "Varför <då>?" };
  const refused = await trainer.post(review, { ...remark, quote: "Ring aldrig." });
  expect(refused.status).toBe(422);
  const html = await refused.text();
  expect(html).toContain(en.review.notQuoted);
  expect(html).toContain("Varför &lt;då&gt;?");
  expect(html).not.toContain("Ring aldrig.");
  const taken = await trainer.post(review, { ...remark, quote: "Ring växeln." });
  expect(taken.headers.get("location")).toContain("#remarks");
});
