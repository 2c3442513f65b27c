import type { LessonAttribute } from "./tree";

/** An attribute as plain text, or true where only its name is written; undefined when it is an expression. */
export function literalAttribute(attribute: LessonAttribute): string | true | undefined {
  const value = attribute.value;
  if (value === null || value === undefined) return true;
  if (typeof value === "string") return value;
  const literal = literalOf(value.data);
  return literal === undefined ? undefined : literal === true ? true : String(literal);
}

/** The value of an expression that is a single literal: text, a number, true or false. Undefined for anything else. */
export function literalOf(data: Record<string, unknown> | undefined): string | number | boolean | undefined {
  const program = data?.estree;
  if (!isRecord(program) || !Array.isArray(program.body) || program.body.length !== 1) return undefined;
  const statement: unknown = program.body[0];
  if (!isRecord(statement) || statement.type !== "ExpressionStatement") return undefined;
  const expression = statement.expression;
  if (!isRecord(expression) || expression.type !== "Literal" || "regex" in expression || "bigint" in expression)
    return undefined;
  const value = expression.value;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
