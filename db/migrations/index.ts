import type { Migration } from "kysely";
import * as beginning from "./0001-beginning";
import * as movingIn from "./0002-moving-in";
import * as contentGoesOut from "./0003-content-goes-out";
import * as studio from "./0004-studio";
import * as media from "./0005-media";
import * as insights from "./0006-insights";
import * as courses from "./0007-courses";
import * as mediaUnused from "./0008-media-unused";

/** Every migration in order. A released one never changes. */
export const migrations: Record<string, Migration> = {
  "0001-beginning": beginning,
  "0002-moving-in": movingIn,
  "0003-content-goes-out": contentGoesOut,
  "0004-studio": studio,
  "0005-media": media,
  "0006-insights": insights,
  "0007-courses": courses,
  "0008-media-unused": mediaUnused,
};
