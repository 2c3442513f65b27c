import { index, layout, type RouteConfig, route } from "@remix-run/route-config";

/** Every URL of the product, one line each. */
export default [
  layout("frame.tsx", [
    index("learning/home-page.tsx"),
    route("modules/:module", "learning/module-page.tsx"),
    route("modules/:module/:lesson", "learning/lesson-page.tsx"),
    route("overview", "managing/overview-page.tsx"),
    route("people/:personId", "managing/person-page.tsx"),
  ]),
  route("modules/:module/refresher", "learning/refresher-intro-page.tsx"),
  route("modules/:module/refresher/question", "learning/refresher-question-page.tsx"),
  route("modules/:module/refresher/result", "learning/refresher-result-page.tsx"),
  route("lessons/:file", "learning/lesson-module.ts"),
  route("media/:file", "learning/media.ts"),
  route("sign-in", "accounts/sign-in-page.tsx"),
  route("sign-out", "accounts/sign-out.ts"),
  route("resume", "accounts/resume-page.tsx"),
  route("settings/language", "accounts/choose-language.ts"),
  route("settings/theme", "accounts/choose-theme.ts"),
  route("*", "unknown.tsx"),
] satisfies RouteConfig;
