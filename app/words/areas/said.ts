/** What can be sent and stored as it is. */
type Plain = string | number | boolean | null | undefined | readonly Plain[] | { readonly [name: string]: Plain };

/** Something said by its key, so that each reader gets it in their own language. Plain data: it can be sent and stored. */
export type Said<Key extends string = string> = {
  readonly key: Key;
  /** What the message needs to say; absent where it needs nothing. */
  readonly parameters?: Readonly<Record<string, Plain>> | undefined;
};

/** A part of a message that is a message itself: said by its key, and read in the language of the whole. */
export type Inner = string & { readonly inner: true };

/** A catalogue of messages: texts, or functions of what they need to say. */
type Messages = Readonly<Record<string, string | ((parameters: never) => string)>>;

/** What a message of a catalogue takes: nothing, or one object. */
export type ParametersOf<Catalogue extends Messages, Key extends keyof Catalogue> = Catalogue[Key] extends (
  parameters: infer Needed,
) => string
  ? [{ readonly [Name in keyof Needed]: Needed[Name] extends Inner ? Said<keyof Catalogue & string> : Needed[Name] }]
  : [];

function isSaid(value: unknown): value is Said {
  return typeof value === "object" && value !== null && "key" in value && typeof value.key === "string";
}

/** The text of what was said, in the words of a catalogue. */
export function saidIn(catalogue: Messages, said: Said): string {
  const message = catalogue[said.key];
  if (typeof message !== "function") return message ?? said.key;
  const parameters = Object.entries(said.parameters ?? {}).map(([name, value]) => [
    name,
    isSaid(value) ? saidIn(catalogue, value) : value,
  ]);
  return message(Object.fromEntries(parameters) as never);
}
