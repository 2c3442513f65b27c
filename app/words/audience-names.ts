import type { AudienceNames } from "./audience-sentence";
import type { Language } from "./language";
import { inLanguage, type Localised } from "./localised";

/** Names as they are stored. */
interface StoredNames {
  readonly departments: ReadonlyMap<string, Localised>;
  readonly sites: ReadonlyMap<string, string>;
  readonly entities: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly responsibilities: ReadonlyMap<string, Localised>;
}

/** Names as sentences about audiences take them. */
export function audienceNamesIn(stored: StoredNames, language: Language): AudienceNames {
  const localised = (names: ReadonlyMap<string, Localised>) =>
    Object.fromEntries([...names].map(([id, name]) => [id, inLanguage(name, language)]));
  return {
    departments: localised(stored.departments),
    sites: Object.fromEntries(stored.sites),
    entities: Object.fromEntries(stored.entities),
    people: Object.fromEntries(stored.people),
    responsibilities: localised(stored.responsibilities),
  };
}
