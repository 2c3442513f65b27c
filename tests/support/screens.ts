/** The screens that are looked at, and where the table of addresses leads. */
import type { RouteConfigEntry } from "@remix-run/route-config";
import type { Page } from "playwright-core";
import { personOf } from "./people";
import type { Product } from "./product";
import type { WatchedPage } from "./watched-browser";

export type Language = "sv" | "en";

export interface Screen {
  readonly name: string;
  /** Who reads it; null: nobody is signed in. */
  readonly who: () => Promise<string | null>;
  readonly path: string | ((person: string | null) => string | Promise<string>);
  /** The address as the table of addresses writes it, such as `/people/:personId`, where `path` is not the same. */
  readonly route?: string;
  /** What happened before, once. */
  readonly before?: (device: WatchedPage, person: string) => Promise<void>;
  /** What happens before each time that the page is opened. */
  readonly beforeEach?: (device: WatchedPage) => Promise<void>;
  /** What is done on the page to come to the state that is meant; ends when it is there. */
  readonly reach?: (page: Page, language: Language) => Promise<void>;
  /** What the browser's console says of a page that is refused. */
  readonly fault?: RegExp;
}

/** What the screens of an area are set up with; nothing of it is there before the tests have begun. */
export interface Stage {
  readonly product: Product;
  at(path: string): string;
  /** A known account of the demonstration, such as `admin`. */
  account(name: string): () => Promise<string>;
  nobody(): Promise<null>;
  /** Somebody who was not used for another screen. */
  another(candidates: Promise<readonly string[]>): Promise<string>;
}

/** The screens of an area: what they need of the product, they ask for when they are looked at. */
export type Area = (stage: Stage) => readonly Screen[];

/** A stage whose product is there once `started` gives it. */
export function stageOf(started: () => Product | undefined): Stage {
  const taken = new Set<string>();
  const stage: Stage = {
    get product() {
      const product = started();
      if (product === undefined) throw new Error("The product has not been started yet");
      return product;
    },
    at: (path) => `${stage.product.origin}${path}`,
    account: (name) => () => personOf(stage.product.deps.db, name),
    nobody: async () => null,
    async another(candidates) {
      const person = (await candidates).find((each) => !taken.has(each));
      if (person === undefined) throw new Error("Nobody is left who stands like that");
      taken.add(person);
      return person;
    },
  };
  return stage;
}

/** The parts of addresses joined to one, such as `/admin/people/:personId`. */
export function joined(parts: readonly (string | undefined)[]): string {
  return `/${parts
    .flatMap((part) => part?.split("/") ?? [])
    .filter((part) => part !== "")
    .join("/")}`;
}

/** Every address that leads to a file, children joined to their parents. */
export function addressesOf(
  entries: readonly RouteConfigEntry[],
  above = "",
): { readonly address: string; readonly file: string }[] {
  return entries.flatMap(({ path, index, file, children }) => {
    const address = joined([above, path]);
    const own = (path !== undefined || index) && !children ? [{ address, file }] : [];
    return [...own, ...addressesOf(children ?? [], address)];
  });
}

/** The address of a screen as the table of addresses writes it. */
export function routeOf({ name, route, path }: Screen): string {
  if (route !== undefined) return route;
  if (typeof path === "string") return path.split("?")[0] ?? path;
  throw new Error(`The screen "${name}" does not say its route`);
}
