import { folded } from "#app/domain/folded";
import type { Reader } from "#db/connect";
import { countTodo, findPeopleByWords, type SearchedWord, type TodoFilter } from "#db/queries/todo";

/** A list as it is after a search. */
export interface Searched {
  readonly filter: TodoFilter;
  readonly total: number;
  /** Whether there are more rows than `total`. */
  readonly isMore: boolean;
  /** Whether there is too much of it to be read as a whole. */
  readonly isLong: boolean;
}

/** A list with no more rows than this may be read, and sorted, as a whole. */
const shortList = 10_000;
/** A name that more people have than this is looked for row by row, in the order of the list. */
const commonName = 1000;
/** Rows with such a name are counted no further than this. */
const mostCounted = 500;
const mostWords = 8;

/**
 * Narrows a list of `size` rows to those in which every word is found, in the person's name or employee number or in the
 * module's title, in any order and without regard to case and accents.
 */
export async function searchTodo(
  db: Reader,
  plain: TodoFilter,
  size: number,
  search: string,
  modules: readonly { readonly id: string; readonly title: string }[],
): Promise<Searched> {
  const isLong = size > shortList;
  const words = wordsOf(search, modules);
  if (words.length === 0) return { filter: plain, total: size, isMore: false, isLong };
  if (!isLong) return await counted(db, { ...plain, words });

  // What no module is called has to be somebody's name: if few have it, theirs are all the rows there are.
  const names = words.filter(({ modules: titled }) => titled.length === 0).map(({ word }) => word);
  if (names.length > 0) {
    const people = await findPeopleByWords(db, names, commonName + 1);
    if (people.length <= commonName) {
      const rest = words.filter(({ modules: titled }) => titled.length > 0);
      // An empty id is nobody's.
      return await counted(db, { ...plain, words: rest, people: people.length > 0 ? people : [""] });
    }
  }
  const known: SearchedWord[] = [];
  for (const each of words) {
    const people = each.modules.length > 0 ? await findPeopleByWords(db, [each.word], commonName + 1) : null;
    known.push({ ...each, people: people !== null && people.length <= commonName ? people : null });
  }
  const filter = { ...plain, words: known };
  const total = await countTodo(db, filter, mostCounted + 1);
  return { filter, total: Math.min(total, mostCounted), isMore: total > mostCounted, isLong };
}

async function counted(db: Reader, filter: TodoFilter): Promise<Searched> {
  return { filter, total: await countTodo(db, filter), isMore: false, isLong: false };
}

function wordsOf(search: string, modules: readonly { readonly id: string; readonly title: string }[]): SearchedWord[] {
  const titles = modules.map(({ id, title }) => ({ id, title: folded(title) }));
  const words = [...new Set(folded(search).split(/\s+/).filter(Boolean))].slice(0, mostWords);
  return words.map((word) => ({
    word,
    modules: titles.filter(({ title }) => title.includes(word)).map(({ id }) => id),
    people: null,
  }));
}
