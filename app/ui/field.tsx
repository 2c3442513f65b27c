import { type ComponentPropsWithoutRef, createContext, type ReactNode, useContext, useId } from "react";
import { Icon } from "./icon";

interface FieldIds {
  readonly input: string;
  readonly described: string | undefined;
  readonly invalid: boolean;
}

const FieldContext = createContext<FieldIds | null>(null);

/**
 * A label, what is typed, a hint and an error that says what to do. The `Input`, `Select` or `TextArea` inside takes
 * its id and descriptions from here.
 */
export function Field(props: {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  id?: string | undefined;
  children: ReactNode;
}) {
  const made = useId();
  const input = props.id ?? made;
  const hint = props.hint ? `${input}-hint` : undefined;
  const error = props.error ? `${input}-error` : undefined;
  const described = [error, hint].filter(Boolean).join(" ") || undefined;
  return (
    <div className="Field">
      <label htmlFor={input}>{props.label}</label>
      <FieldContext.Provider value={{ input, described, invalid: Boolean(props.error) }}>
        {props.children}
      </FieldContext.Provider>
      {props.error ? <FieldError id={error}>{props.error}</FieldError> : null}
      {props.hint ? (
        <span className="Hint" id={hint}>
          {props.hint}
        </span>
      ) : null}
    </div>
  );
}

/** An error beside what caused it: icon and sentence. */
export function FieldError(props: { id?: string | undefined; children: ReactNode }) {
  return (
    <span className="Error" id={props.id}>
      <Icon name="alert" />
      {props.children}
    </span>
  );
}

function useFieldProps() {
  const field = useContext(FieldContext);
  if (!field) return {};
  return { id: field.input, "aria-describedby": field.described, "aria-invalid": field.invalid || undefined };
}

interface Size {
  dense?: boolean | undefined;
}

export function Input({ dense, ...rest }: ComponentPropsWithoutRef<"input"> & Size) {
  return <input {...useFieldProps()} {...rest} className="Input" data-size={dense ? "dense" : undefined} />;
}

export function Select({ dense, ...rest }: ComponentPropsWithoutRef<"select"> & Size) {
  return <select {...useFieldProps()} {...rest} className="Input" data-size={dense ? "dense" : undefined} />;
}

export function TextArea(props: ComponentPropsWithoutRef<"textarea">) {
  return <textarea {...useFieldProps()} {...props} className="Input" />;
}
