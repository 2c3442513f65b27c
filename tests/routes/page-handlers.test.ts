import { matchRoutes } from "@remix-run/react";
import { beforeAll, describe, expect, it } from "vitest";
import { loadPages } from "#app/commands/pages";
import { routeFinder } from "#app/page-handlers";

let find: ReturnType<typeof routeFinder>;
let addresses: string[];

beforeAll(async () => {
  const pages = await loadPages();
  if (pages.kind !== "built") throw new Error("The pages are not built");
  const { routes } = pages.build;
  find = routeFinder(routes);
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id];
    return route ? `${pathOf(route.parentId)}/${route.path ?? ""}` : "";
  };
  addresses = Object.keys(routes).map((id) =>
    pathOf(id)
      .replaceAll(/:\w+\??/g, "some-id")
      .replaceAll("*", "nowhere/at/all")
      .replaceAll(/\/+/g, "/")
      .replace(/(.)\/$/, "$1"),
  );
});

describe("the routes that an address can concern", () => {
  it("are few, and those of the page and of what stands above it", () => {
    const ids = find("/modules/some-module/some-lesson") ?? new Set();
    expect([...ids]).toEqual(expect.arrayContaining(["root", "frame", "learning/lesson-page", "learning/home-page"]));
    expect(ids.size).toBeLessThan(7);
    expect([...(find("/") ?? [])].sort()).toEqual(["frame", "learning/home-page", "root"]);
  });

  it("are the ones that are found among all, at every address there is", async () => {
    const pages = await loadPages();
    if (pages.kind !== "built") throw new Error("The pages are not built");
    const { routes } = pages.build;
    const treeOf = (ids: ReadonlySet<string>, parentId?: string): { id: string }[] =>
      Object.values(routes)
        .filter((route) => route.parentId === parentId && ids.has(route.id))
        .map((route) => ({ ...route, ...(route.index ? {} : { children: treeOf(ids, route.id) }) }));
    const matched = (ids: ReadonlySet<string>, address: string) =>
      matchRoutes(treeOf(ids) as never, address)?.map(({ params, route }) => [route.id, params]);
    const all = new Set(Object.keys(routes));
    expect(addresses.length).toBeGreaterThan(10);
    for (const address of [...addresses, "/nowhere", "/modules", "/modules/å%20ä/x%2Fy"]) {
      const own = find(address);
      if (own === null) expect(matched(all, address), address).toBeUndefined();
      else expect(matched(own, address), address).toEqual(matched(all, address));
    }
  });
});
