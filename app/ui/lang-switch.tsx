import { Form, useLocation } from "@remix-run/react";
import { kept } from "./kept";

export interface LanguageChoice {
  /** BCP 47, also the value sent. */
  readonly code: string;
  readonly short: string;
  readonly name: string;
}

/**
 * Chooses the language: posts `language` and `returnTo` to `action`. The document is loaded anew, since every word of
 * it changes.
 */
export const LangSwitch = kept(
  "lang-switch",
  function LangSwitch(props: { label: string; action: string; current: string; languages: readonly LanguageChoice[] }) {
    const { pathname, search } = useLocation();
    return (
      <Form method="post" action={props.action} reloadDocument>
        <input type="hidden" name="returnTo" value={pathname + search} />
        <fieldset className="LangSwitch">
          <legend className="VisuallyHidden">{props.label}</legend>
          {props.languages.map((language) => (
            <button
              key={language.code}
              type="submit"
              name="language"
              value={language.code}
              lang={language.code}
              aria-label={language.name}
              aria-current={language.code === props.current ? "true" : undefined}
            >
              {language.short}
            </button>
          ))}
        </fieldset>
      </Form>
    );
  },
);
