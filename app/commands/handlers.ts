import { checkHistory } from "#app/administering/history/check-history.job";
import { weighUndo } from "#app/administering/history/weigh-undo.job";
import { applyPeople } from "#app/administering/imports/apply-people.job";
import { checkPeople } from "#app/administering/imports/check-people.job";
import { forgetUnreadJob } from "#app/administering/imports/forget-unread.job";
import { readImport } from "#app/administering/imports/read-import.job";
import { takeBackPeopleJob } from "#app/administering/imports/take-back-people.job";
import { publishDraft } from "#app/authoring/drafts/publish-draft.job";
import { makeVariants } from "#app/authoring/media/make-variants.job";
import { assignDepartments } from "#app/ledger/assign-departments.job";
import { assignEveryone } from "#app/ledger/assign-everyone.job";
import { assignSites } from "#app/ledger/assign-sites.job";
import { employAtSite } from "#app/ledger/employ-at-site.job";
import { mergeDepartmentJob } from "#app/ledger/merge-department.job";
import { refreshModuleJob } from "#app/ledger/refresh-module.job";
import type { Bundler } from "#app/lessons/bundler";
import type { Deps } from "#app/platform/deps";
import type { JobHandler } from "#app/work/queue";
import { largeHandlers } from "./handlers-large";

/** Every job that the product knows. */
export function handlers(deps: Deps, bundler: Bundler): JobHandler[] {
  return [
    readImport(deps),
    checkPeople(deps),
    applyPeople(deps),
    takeBackPeopleJob,
    forgetUnreadJob,
    checkHistory(deps),
    weighUndo(deps),
    publishDraft(deps, bundler),
    refreshModuleJob,
    assignEveryone,
    assignDepartments,
    assignSites,
    employAtSite,
    mergeDepartmentJob,
    makeVariants(deps),
    ...largeHandlers(deps),
  ];
}
