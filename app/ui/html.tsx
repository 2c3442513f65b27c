/**
 * The one place where text becomes elements: HTML that we compiled ourselves from checked content, never anything that
 * came in with a request.
 */
export function CompiledHtml(props: { html: string; className?: string }) {
  const content = { dangerouslySetInnerHTML: { __html: props.html } };
  return <div className={props.className ?? "CompiledHtml"} {...content} />;
}
