import type { CompanyChoices } from "#app/platform/company-form";
import type { AdministratorFault } from "../create-administrator.server";

/** The part of the first run before anybody is signed in: the company, then its first administrator. */
export interface SetupView {
  readonly step: "company" | "account";
  readonly company: {
    readonly name: string;
    readonly zone: string;
    readonly country: string;
    readonly language: string;
  };
  readonly choices: CompanyChoices;
}

/** What was typed, and what is wrong with it. */
export type SetupAgain =
  | {
      readonly step: "company";
      readonly company: SetupView["company"];
      readonly faults: readonly ("nameMissing" | "zoneUnknown")[];
    }
  | {
      readonly step: "account";
      readonly account: { readonly name: string; readonly email: string; readonly number: string };
      readonly faults: readonly (AdministratorFault | "notTheSame")[];
    };
