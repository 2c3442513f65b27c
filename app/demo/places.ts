/** Where Fjällnäs Friluft AB is: its legal entities, sites, and how many work in each unit of `organisation.yaml`. */

export const organisationName = "Fjällnäs Friluft AB";
export const organisationZone = "Europe/Stockholm";

export const entities = [
  { key: "ab", name: organisationName, country: "SE" },
  { key: "oy", name: "Fjällnäs Outdoor Oy", country: "FI" },
] as const;

export const sites = [
  { key: "sundsvall", entity: "ab", name: "Sundsvall", zone: "Europe/Stockholm" },
  { key: "umea", entity: "ab", name: "Umeå", zone: "Europe/Stockholm" },
  { key: "ostersund", entity: "ab", name: "Östersund", zone: "Europe/Stockholm" },
  { key: "goteborg", entity: "ab", name: "Göteborg", zone: "Europe/Stockholm" },
  { key: "stockholm", entity: "ab", name: "Stockholm", zone: "Europe/Stockholm" },
  { key: "helsingfors", entity: "oy", name: "Helsingfors", zone: "Europe/Helsinki" },
] as const;

export type SiteKey = (typeof sites)[number]["key"];

/** A unit with so many people on the last day. */
export interface Unit {
  readonly departmentId: string;
  /** The department at the top. */
  readonly top: string;
  readonly size: number;
  readonly site: SiteKey;
  /** Of those who lead it. */
  readonly leads: string;
  readonly titles: readonly string[];
  /** How many of them work in Finland. */
  readonly finnish?: number;
  /** How many of them were hired for the season within the last weeks. */
  readonly seasonal?: number;
}

const shopTitles = ["Butikssäljare", "Butikssäljare", "Butikssäljare", "Kassaansvarig", "Varumottagare"];

export const units: readonly Unit[] = [
  {
    departmentId: "ledning",
    top: "ledning",
    size: 9,
    site: "sundsvall",
    leads: "Vd",
    titles: ["Ekonom", "Controller"],
  },
  {
    departmentId: "hr",
    top: "hr",
    size: 18,
    site: "sundsvall",
    leads: "HR-chef",
    titles: ["HR-partner", "Rekryterare", "Löneadministratör"],
  },
  {
    departmentId: "kundservice",
    top: "kundservice",
    size: 2,
    site: "sundsvall",
    leads: "Kundservicechef",
    titles: ["Processutvecklare"],
  },
  {
    departmentId: "kundservice-umea",
    top: "kundservice",
    size: 23,
    site: "umea",
    leads: "Gruppledare",
    titles: ["Kundrådgivare", "Kundrådgivare", "Reklamationshandläggare"],
  },
  {
    departmentId: "kundservice-sundsvall",
    top: "kundservice",
    size: 17,
    site: "sundsvall",
    leads: "Gruppledare",
    titles: ["Kundrådgivare", "Kundrådgivare", "Orderhandläggare"],
  },
  { departmentId: "salj", top: "salj", size: 3, site: "stockholm", leads: "Säljchef", titles: ["Affärsutvecklare"] },
  {
    departmentId: "salj-foretag",
    top: "salj",
    size: 28,
    site: "stockholm",
    leads: "Försäljningschef",
    titles: ["Företagssäljare", "Säljkoordinator", "Key account manager"],
  },
  {
    departmentId: "salj-ehandel",
    top: "salj",
    size: 30,
    site: "sundsvall",
    leads: "E-handelschef",
    titles: ["E-handelssäljare", "Sortimentsansvarig", "Webbredaktör"],
    finnish: 2,
  },
  {
    departmentId: "marknad",
    top: "marknad",
    size: 2,
    site: "sundsvall",
    leads: "Marknadschef",
    titles: ["Marknadskoordinator"],
  },
  {
    departmentId: "marknad-innehall",
    top: "marknad",
    size: 12,
    site: "sundsvall",
    leads: "Innehållschef",
    titles: ["Innehållsproducent", "Fotograf", "Skribent"],
  },
  {
    departmentId: "marknad-kampanj",
    top: "marknad",
    size: 10,
    site: "stockholm",
    leads: "Kampanjchef",
    titles: ["Kampanjledare", "Mediestrateg", "Formgivare"],
  },
  {
    departmentId: "butik",
    top: "butik",
    size: 3,
    site: "sundsvall",
    leads: "Butikschef",
    titles: ["Butiksutvecklare"],
  },
  {
    departmentId: "butik-sundsvall",
    top: "butik",
    size: 24,
    site: "sundsvall",
    leads: "Butiksansvarig",
    titles: shopTitles,
    seasonal: 2,
  },
  {
    departmentId: "butik-goteborg",
    top: "butik",
    size: 21,
    site: "goteborg",
    leads: "Butiksansvarig",
    titles: shopTitles,
    seasonal: 2,
  },
  {
    departmentId: "butik-umea",
    top: "butik",
    size: 17,
    site: "umea",
    leads: "Butiksansvarig",
    titles: shopTitles,
    seasonal: 1,
  },
  {
    departmentId: "butik-stockholm",
    top: "butik",
    size: 20,
    site: "stockholm",
    leads: "Butiksansvarig",
    titles: shopTitles,
    seasonal: 1,
  },
  {
    departmentId: "butik-ostersund",
    top: "butik",
    size: 11,
    site: "ostersund",
    leads: "Butiksansvarig",
    titles: shopTitles,
  },
];
