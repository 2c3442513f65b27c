/** What `module.yaml` says of a module, changed in the studio: held to the same rules, tried on the company, and saved. */

import type { Actor } from "#app/domain/permissions";
import { type Policy, parsePolicy } from "#app/domain/policy";
import { recordPolicy } from "#app/ledger/record";
import { moduleSchema } from "#app/lessons/course-schema";
import { schemaText } from "#app/lessons/schema-message";
import { instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import type { Language } from "#app/words/language";
import { enqueue } from "#app/work/queue";
import { insertAuditEvent } from "#db/queries/audit";
import { updateDraft } from "#db/queries/drafts";
import { updateModuleSettings } from "#db/queries/modules";
import { companyDay } from "../company-day.server";
import { readOrganisationSource } from "../drafts/check-draft.server";
import { type DraftState, type Fields, openModule } from "../drafts/draft-state.server";
import type { EffectView } from "../studio/effect-view";
import { effectView, trialInTurn } from "../studio/read-effect.server";
import { settingsFrom } from "./settings-form";

/** What is wrong with a field; `path` as in `module.yaml`: `why[0].points[1].figure`. */
export interface SettingsFault {
  readonly path: string;
  readonly message: string;
}

type Read =
  | { readonly ok: true; readonly fields: Fields }
  | { readonly ok: false; readonly faults: readonly SettingsFault[] };

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : index ? `.${String(key)}` : String(key)))
    .join("");
}

/** Holds what was typed to the rules of `module.yaml`. */
export function readSettings(
  form: FormData,
  before: Fields,
  language: Language,
  organisation: { readonly languages: readonly string[]; readonly departments: readonly { readonly id: string }[] },
): Read {
  const typed = settingsFrom(form, before, organisation.languages);
  const audience = "everyone" in before.audience ? "everyone" : before.audience;
  // The list of revisions is the studio's own to keep; a module that is new has none yet.
  const whole = {
    ...typed,
    audience,
    revisions: [{ number: 1, change: "minor", note: placeholder(organisation.languages) }],
  };
  const checked = moduleSchema(organisation.languages).safeParse(whole);
  const faults: SettingsFault[] = checked.success
    ? []
    : checked.error.issues.map((issue) => ({
        path: pathText(issue.path),
        message: schemaText(issue.message, language),
      }));
  const policy = parsePolicy(typed.policy);
  if (!policy.ok) faults.push(...policy.faults.map(({ path, message }) => ({ path, message })));
  if (!checked.success || !policy.ok) return { ok: false, faults };
  const known = new Set(organisation.departments.map(({ id }) => id));
  for (const [place, { department }] of checked.data.why.entries()) {
    if (!known.has(department)) faults.push({ path: `why[${place}].department`, message: department });
  }
  if (faults.length > 0) return { ok: false, faults };
  const { audience: _audience, revisions: _revisions, policy: _policy, ...fields } = checked.data;
  const kept = { audience: before.audience, revisions: before.revisions, policy: policy.value };
  return { ok: true, fields: { ...fields, ...kept } };
}

function placeholder([first = "sv"]: readonly string[]): Record<string, string> {
  return { [first]: "-" };
}

function isSamePolicy(a: Policy, b: Policy): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What came of the form: saved, or tried, or refused with its faults. */
export type SettingsOutcome =
  | { readonly kind: "saved" }
  | { readonly kind: "tried"; readonly effect: EffectView | null }
  | { readonly kind: "refused"; readonly faults: readonly SettingsFault[] };

/**
 * Tries other settings on the company, or saves them. They hold at once; of a module that was never published, when it is.
 *
 * @throws DomainError forbidden, not-found
 */
export async function saveSettings(
  deps: Pick<Deps, "db" | "clock" | "wake">,
  actor: Actor,
  wanted: {
    readonly moduleId: string;
    readonly form: FormData;
    readonly tries: boolean;
    readonly language: Language;
  },
): Promise<SettingsOutcome> {
  const db = deps.db.read;
  const state = await openModule(db, actor, wanted.moduleId);
  const organisation = await readOrganisationSource(db);
  const read = readSettings(wanted.form, state.fields, wanted.language, organisation);
  if (!read.ok) return { kind: "refused", faults: read.faults };
  const now = deps.clock.now();
  if (wanted.tries) {
    if (!state.module || isSamePolicy(read.fields.policy, state.fields.policy)) return { kind: "tried", effect: null };
    const change = { kind: "policy", policy: read.fields.policy } as const;
    const trial = await trialInTurn(db, wanted.moduleId, change, now, null);
    return { kind: "tried", effect: await effectView(db, { fields: read.fields }, trial, wanted.language) };
  }
  await store(deps, actor, state, read.fields, now);
  deps.wake();
  return { kind: "saved" };
}

async function store(
  deps: Pick<Deps, "db">,
  actor: Actor,
  state: DraftState,
  fields: Fields,
  now: Date,
): Promise<void> {
  const at = instantText(now);
  await deps.db.write.transaction().execute(async (tx) => {
    if (!state.module) {
      if (state.draft) await updateDraft(tx, state.draft.id, { fields: JSON.stringify(fields) });
      return;
    }
    const on = await companyDay(tx, now);
    await updateModuleSettings(tx, state.moduleId, {
      title: JSON.stringify(fields.title),
      short: JSON.stringify(fields.short),
      summary: JSON.stringify(fields.summary),
      minutes: fields.minutes,
      refresher_minutes: fields.refresherMinutes,
      pass_mark: fields.passMark,
      review_by: fields.reviewBy,
      why: JSON.stringify(fields.why),
      settled_in: "studio",
    });
    const isNewPolicy = !isSamePolicy(fields.policy, state.fields.policy);
    if (isNewPolicy) {
      const recording = { at: now, by: actor.personId };
      await recordPolicy(tx, recording, { moduleId: state.moduleId, on, policy: fields.policy });
      await enqueue(tx, now, {
        key: `refresh ${state.moduleId} policy ${at}`,
        name: "refresh-module",
        payload: { moduleId: state.moduleId },
      });
    }
    await insertAuditEvent(tx, {
      at,
      actorId: actor.personId,
      action: "changed-module",
      subjectId: state.moduleId,
      detail: { policy: isNewPolicy },
    });
  });
}
