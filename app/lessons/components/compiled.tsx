/**
 * Phrases of HTML that `markdownHtml` made from checked Markdown, where only phrases may stand: legends and labels.
 */
export function CompiledPhrase(props: { html: string }) {
  const content = { dangerouslySetInnerHTML: { __html: props.html } };
  return <span {...content} />;
}
