/** What the demonstration needs of the company's courses, and how one revision of them is brought in. */
import type { ContentAudience } from "#app/domain/audience";
import type { CivilDate, Period } from "#app/domain/calendar";
import type { Change } from "#app/domain/facts";
import type { Policy } from "#app/domain/policy";
import type { Recording } from "#app/ledger/record";
import { isMeant, type PassageAudience } from "#app/lessons/passage-audience";
import type { QuestionKey } from "#app/lessons/question";
import type { Writer } from "#db/connect";

/** A department of `organisation.yaml`. */
export interface DemoDepartment {
  readonly id: string;
  readonly parent?: string | undefined;
  /** By language. */
  readonly name: Readonly<Record<string, string>>;
}

export interface DemoModule {
  readonly id: string;
  readonly audience: ContentAudience;
  readonly policy: Policy;
  /** 0 to 1. */
  readonly passMark: number;
  readonly minutes: number;
  readonly refresherMinutes: number;
  /** Numbered from 1. */
  readonly revisions: readonly {
    readonly number: number;
    readonly change: Change;
    readonly within?: Period | null | undefined;
  }[];
}

/** A statement that readers confirm. */
export interface Statement {
  readonly id: string;
  readonly text: string;
  readonly audience?: PassageAudience;
}

export interface UnitFile {
  readonly keys: readonly QuestionKey[];
  readonly confirmations: readonly Statement[];
}

/** A lesson, a refresher or a set of further questions. */
export interface Unit {
  readonly name: string;
  /** By language, the fallback first. */
  readonly files: ReadonlyMap<string, UnitFile>;
}

/** A revision as it is in the database, and what it asks. */
export interface PublishedRevision {
  readonly revisionId: string;
  readonly contentHash: string;
  readonly lessons: readonly Unit[];
  /** Taken in turn; none: drawn from all its questions. */
  readonly refreshers: readonly Unit[];
  readonly questions: readonly Unit[];
}

/** One revision to bring in. */
export interface Publication {
  readonly moduleId: string;
  readonly number: number;
  readonly on: CivilDate;
}

export interface ContentForDemo {
  /** The fallback first. */
  readonly languages: readonly string[];
  readonly departments: readonly DemoDepartment[];
  readonly modules: readonly DemoModule[];
  /**
   * Brings one revision in through the ledger's `recordRevision`, with its sources and bundles. With number 1 also the
   * course (if it is not there yet), the module, its policy (`recordPolicy`) and its first requirement, from that day.
   * Assignments and standings are brought up to date by the caller.
   */
  publish(tx: Writer, recording: Recording, publication: Publication): Promise<PublishedRevision>;
}

/** A question with the unit it stands in. */
export interface Placed {
  readonly unit: string;
  readonly key: QuestionKey;
}

function fileIn(unit: Unit, language: string): UnitFile {
  const file = unit.files.get(language) ?? unit.files.values().next().value;
  if (!file) throw new Error(`The unit ${unit.name} is in no language`);
  return file;
}

/** What some units ask of people in these departments, in order. */
export function questionsFor(units: readonly Unit[], language: string, departments: readonly string[]): Placed[] {
  return units.flatMap((unit) =>
    fileIn(unit, language)
      .keys.filter((key) => isMeant(key.audience, departments))
      .map((key) => ({ unit: unit.name, key })),
  );
}

/** What people in these departments are asked to confirm. */
export function statementsFor(units: readonly Unit[], language: string, departments: readonly string[]): Statement[] {
  return units.flatMap((unit) =>
    fileIn(unit, language).confirmations.filter((statement) => isMeant(statement.audience, departments)),
  );
}
