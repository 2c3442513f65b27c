/** Takes over the page of `lesson-module.test.ts` in the browser. */
import { hydrateRoot } from "react-dom/client";
import { sv } from "#app/words/sv";
import { LessonPage, type PageState } from "./lesson-page";

const root = document.getElementById("root");
const state = JSON.parse(document.getElementById("state")?.textContent ?? "null") as PageState;
const faults: string[] = [];
Object.assign(window, { faults });
document.addEventListener("securitypolicyviolation", (event) =>
  faults.push(`policy: ${event.violatedDirective} ${event.blockedURI}`),
);
if (root) {
  hydrateRoot(root, <LessonPage state={state} words={sv} />, {
    onRecoverableError: (error) => faults.push(`hydration: ${String(error)}`),
  });
}
