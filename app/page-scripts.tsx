import { Scripts } from "@remix-run/react";
import { createContext, createElement, useContext } from "react";

/**
 * How a page's scripts are rendered on the server: between two marks, so that they can be taken out and kept, or left out
 * because they are put in afterwards. In a browser (null) there is nothing around them.
 */
export const ScriptsContext = createContext<"marked" | "left-out" | null>(null);

const element = "page-scripts";
const mark = `<${element}></${element}>`;

export function PageScripts(props: { nonce: string | undefined }) {
  const scripts = <Scripts nonce={props.nonce} />;
  const how = useContext(ScriptsContext);
  if (how === null) return scripts;
  return (
    <>
      {createElement(element)}
      {how === "left-out" ? null : scripts}
      {createElement(element)}
    </>
  );
}

/** A page's markup before, between and after the marks. */
export function cutAtScripts(html: string): {
  readonly before: string;
  readonly scripts: string;
  readonly after: string;
} {
  const first = html.indexOf(mark);
  const last = html.lastIndexOf(mark);
  if (first < 0) return { before: html, scripts: "", after: "" };
  return {
    before: html.slice(0, first),
    scripts: html.slice(first + mark.length, last),
    after: html.slice(last + mark.length),
  };
}
