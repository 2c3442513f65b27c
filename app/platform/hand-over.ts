const escapes: Readonly<Record<string, string>> = {
  "&": "\\u0026",
  "<": "\\u003c",
  ">": "\\u003e",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/** A value as a JavaScript literal that cannot end the script it stands in. */
export function literal(value: string): string {
  return JSON.stringify(value).replaceAll(/[&<>\u2028\u2029]/g, (character) => escapes[character] ?? "");
}

/**
 * The scripts that hand what loaders gave to the page's own script, after the document: the calls that Remix makes when
 * it streams.
 */
export async function handOver(data: ReadableStream<Uint8Array>, nonce: string): Promise<string> {
  const decoder = new TextDecoder();
  const reader = data.getReader();
  let text = "";
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    text += decoder.decode(read.value, { stream: true });
  }
  text += decoder.decode();
  const script = (call: string) => `<script nonce="${nonce}">window.__remixContext.streamController.${call}</script>`;
  return script(`enqueue(${literal(text)});`) + script("close();");
}
