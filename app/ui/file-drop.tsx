import { type DragEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Icon } from "./icon";

/** What a file's name is shown with once one is chosen. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: number;
}

/**
 * A field for one file that can also be dropped on it. Without script it is the browser's own field. A file that is too
 * large is said to be so before it is sent.
 */
export function FileDrop(props: {
  name: string;
  label: ReactNode;
  hint: ReactNode;
  /** Endings and types that the browser's list is limited to; what a file is decides its content. */
  accept?: string;
  /** Bytes at most. */
  limit: number;
  chosen: (file: ChosenFile) => ReactNode;
  tooLarge: (file: ChosenFile) => ReactNode;
  error?: ReactNode;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [isOver, setIsOver] = useState(false);
  const isTooLarge = file !== null && file.bytes > props.limit;
  // why: only the browser can refuse to send a form before its file is on the way.
  useEffect(() => {
    input.current?.setCustomValidity(isTooLarge ? " " : "");
  }, [isTooLarge]);
  // A form that is begun anew has no file.
  useEffect(() => {
    const form = input.current?.form;
    const forget = () => setFile(null);
    form?.addEventListener("reset", forget);
    return () => form?.removeEventListener("reset", forget);
  }, []);
  const show = (one: File | undefined) => setFile(one ? { name: one.name, bytes: one.size } : null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    if (!input.current || event.dataTransfer.files.length === 0) return;
    const only = new DataTransfer();
    const [first] = event.dataTransfer.files;
    if (first) only.items.add(first);
    input.current.files = only.files;
    show(first);
  };
  const error = isTooLarge && file ? props.tooLarge(file) : props.error;
  return (
    <fieldset
      aria-labelledby={`${id}-label`}
      className="FileDrop"
      data-over={isOver ? "" : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <Icon name="file" />
      <label id={`${id}-label`} htmlFor={id}>
        {props.label}
      </label>
      <input
        ref={input}
        id={id}
        type="file"
        name={props.name}
        accept={props.accept}
        required
        aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`}
        aria-invalid={error ? true : undefined}
        onChange={(event) => show(event.currentTarget.files?.[0])}
      />
      <p id={`${id}-error`} role="status" className={error ? "Error" : undefined}>
        {error ?? (file ? props.chosen(file) : null)}
      </p>
      <p id={`${id}-hint`} className="Hint">
        {props.hint}
      </p>
    </fieldset>
  );
}
