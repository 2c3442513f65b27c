/** Names that old systems have for modules: which is meant, and what was decided before. */
import { folded } from "#app/domain/folded";
import type { Recording } from "#app/ledger/record";
import { instantText } from "#app/platform/clock";
import type { Reader, Writer } from "#db/connect";
import { findModuleNames } from "#db/queries/history-imports";
import { findSetting, putSetting } from "#db/queries/settings";
import { type HistoryOptions, leaveOut, type NamedModule } from "./history-options";
import { type KnownModule, likelyModule } from "./likely-module";

const settingName = "history-modules";
/** More names than any file has that somebody decides about. */
const mostRemembered = 5000;

export async function loadModules(db: Reader): Promise<KnownModule[]> {
  const rows = await findModuleNames(db);
  return rows.map(({ id, title, short }) => ({
    id,
    names: [title, short].flatMap((text) => Object.values(JSON.parse(text) as Record<string, string>)),
  }));
}

/** What was chosen for names in files before: a module or `leaveOut`, by the folded name. */
export async function recallNames(db: Reader): Promise<Readonly<Record<string, string>>> {
  const row = await findSetting(db, settingName);
  return row ? (JSON.parse(row.value) as Record<string, string>) : {};
}

/** Remembers what was chosen for names. */
export async function rememberNames(
  tx: Writer,
  recording: Recording,
  chosen: Readonly<Record<string, string>>,
): Promise<void> {
  const before = await recallNames(tx);
  const fresh = Object.entries(chosen).map(([name, module]) => [folded(name), module] as const);
  const all = [...Object.entries(before).filter(([name]) => !fresh.some(([own]) => own === name)), ...fresh];
  await putSetting(tx, {
    name: settingName,
    value: JSON.stringify(Object.fromEntries(all.slice(-mostRemembered))),
    changed_at: instantText(recording.at),
    changed_by: recording.by,
  });
}

/** Decides about names one after another; each once. */
export class ModuleNames {
  readonly #modules: readonly KnownModule[];
  readonly #ids: ReadonlySet<string>;
  readonly #options: HistoryOptions;
  readonly #remembered: Readonly<Record<string, string>>;
  readonly #names = new Map<string, { rows: number; chosen: string | null; isDecided: boolean }>();

  constructor(modules: readonly KnownModule[], options: HistoryOptions, remembered: Readonly<Record<string, string>>) {
    this.#modules = modules;
    this.#ids = new Set(modules.map(({ id }) => id));
    this.#options = options;
    this.#remembered = remembered;
  }

  /** What a name stands for: a module, `leaveOut`, or null where nobody has decided. */
  of(name: string): string | null {
    let known = this.#names.get(name);
    if (!known) {
      known = { rows: 0, ...this.#decide(name) };
      this.#names.set(name, known);
    }
    known.rows += 1;
    return known.isDecided ? known.chosen : null;
  }

  #decide(name: string): { chosen: string | null; isDecided: boolean } {
    const decided = this.#options.modules[name] ?? this.#remembered[folded(name)];
    if (decided !== undefined && (decided === leaveOut || this.#ids.has(decided))) {
      return { chosen: decided, isDecided: true };
    }
    const likely = likelyModule(name, this.#modules);
    return { chosen: likely?.id ?? null, isDecided: likely?.isSure ?? false };
  }

  /** Those to be decided first, then those with the most rows. */
  list(): NamedModule[] {
    return [...this.#names]
      .map(([name, known]) => ({ name, ...known }))
      .sort((a, b) => Number(a.isDecided) - Number(b.isDecided) || b.rows - a.rows || (a.name < b.name ? -1 : 1));
  }
}
