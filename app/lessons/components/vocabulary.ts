import { Confirm } from "./confirm";
import { Attachment, Figure, Video } from "./figure";
import { Check } from "./knowledge-check";
import { ProseTable, TaskMark } from "./markdown";
import { Changed, ChangedText, ForDepartment, Why } from "./passages";
import { Reflection } from "./reflect";
import { Bad, Callout, Compare, Good, Step, Steps } from "./remarks";
import { Term } from "./term";

/** What a compiled lesson is given for the components of its vocabulary, and for Markdown that needs more than a tag. */
export const vocabularyComponents = {
  Attachment,
  Bad,
  Callout,
  Changed,
  ChangedText,
  Check,
  Compare,
  Confirm,
  Figure,
  ForDepartment,
  Good,
  Reflect: Reflection,
  Step,
  Steps,
  Term,
  Video,
  Why,
  input: TaskMark,
  table: ProseTable,
} as const;
