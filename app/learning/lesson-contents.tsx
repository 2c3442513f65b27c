import { kept } from "#app/ui/kept";
import { Toc } from "#app/ui/reading";
import { useWords } from "#app/words/context";

/** The lesson's headings, which are read, and where the reader is. */
export const LessonContents = kept(
  "lesson-contents",
  function LessonContents(props: {
    /** `text` null: the module's value for the department, in words of the page and not of the lesson. */
    entries: readonly {
      readonly id: string;
      readonly text: string | null;
      readonly read: boolean;
      readonly current: boolean;
    }[];
    /** The language of the lesson. */
    lang: string;
  }) {
    const words = useWords().lessonPage;
    return (
      <Toc
        id="toc"
        title={words.contents}
        entries={props.entries.map(({ text, ...entry }) => ({
          ...entry,
          label: text === null ? words.whyShort : <span lang={props.lang}>{text}</span>,
        }))}
      />
    );
  },
);
