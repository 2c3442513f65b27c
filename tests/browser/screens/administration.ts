/** Where administration begins. */
import type { Area } from "#tests/support/screens";

export const screens: Area = (stage) => [{ name: "administration", who: stage.account("admin"), path: "/admin" }];
