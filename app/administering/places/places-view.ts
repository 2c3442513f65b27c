/** What the pages of legal entities and sites show. Plain data, fit for JSON. */
import type { HistoryEvent } from "../directory-view";
import type { Option } from "../fields";

export const placesPath = "/admin/places";
export const entityPath = (id: string) => `${placesPath}/entities/${id}`;
export const sitePath = (id: string) => `${placesPath}/sites/${id}`;

export interface ListedSite {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  /** Name of the country in the reader's language. */
  readonly country: string;
  readonly people: number;
  readonly closedOn: string | null;
}

export interface PlacesView {
  readonly entities: readonly {
    readonly id: string;
    readonly name: string;
    readonly country: string;
    readonly closedOn: string | null;
    readonly sites: readonly ListedSite[];
  }[];
  readonly choices: readonly Option[];
  readonly zones: readonly string[];
  readonly zone: string;
  readonly canChange: boolean;
}

export interface EntityView {
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly closedOn: string | null;
  readonly sites: readonly ListedSite[];
  readonly history: readonly HistoryEvent[];
  readonly today: string;
  readonly canChange: boolean;
}

export interface SiteView {
  readonly id: string;
  readonly name: string;
  readonly entityId: string;
  readonly entity: string;
  readonly zone: string;
  /** ISO 3166-1 alpha-2; empty: that of its entity. */
  readonly country: string;
  readonly countryName: string;
  readonly people: number;
  readonly closedOn: string | null;
  readonly year: number;
  readonly holidays: readonly { readonly on: string; readonly name: string }[];
  /** Whether the year before has any to copy. */
  readonly hasLastYear: boolean;
  readonly choices: readonly Option[];
  readonly zones: readonly string[];
  readonly history: readonly HistoryEvent[];
  readonly today: string;
  readonly canChange: boolean;
}
