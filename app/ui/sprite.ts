/**
 * The one sprite with every icon and status shape. Its name carries the hash of its content, so that it is cached for
 * ever; being a plain address, it is the same wherever components are rendered, inside Vite or not.
 */
export const spriteHref = "/assets/sprite-2a92cbdd8b.svg";

/** Icons on a 20 px grid, drawn in lines: `i-` in the sprite. */
export const iconNames = [
  "alert",
  "bell",
  "book",
  "branch",
  "bulb",
  "calendar",
  "chart",
  "chat",
  "check",
  "clock",
  "down",
  "download",
  "file",
  "flag",
  "folder",
  "grid",
  "home",
  "info",
  "left",
  "lock",
  "mail",
  "offline",
  "pen",
  "plus",
  "print",
  "right",
  "scale",
  "search",
  "send",
  "sort",
  "undo",
  "up",
  "user",
  "users",
  "x",
] as const;
export type IconName = (typeof iconNames)[number];

/** Solid shapes on a 14 px grid, one for each thing a status can say: `s-` in the sprite. */
export const shapeNames = [
  "changed",
  "current",
  "due",
  "exempt",
  "leave",
  "overdue",
  "planned",
  "soon",
  "wrong",
] as const;
export type ShapeName = (typeof shapeNames)[number];
