/** Ids of the parts that the page around a lesson adds. No heading can have one: its anchor holds no full stop. */
export const whyAnchor = "lesson.why";
export const nextAnchor = "lesson.next";

/** Names the department that a lesson is looked at as, in its address. */
export const lookingAsField = "as";
