import { compiledMarkdown, type LessonNode } from "./tree";
import { vocabulary } from "./vocabulary";

/** Components that compiling makes out of those that people write. */
export const compiledComponents = ["ChangedText"] as const;

/** Thrown when something that is not of the dialect is about to be compiled: a fault of ours, not of an author's. */
export class OutsideDialect extends Error {
  override readonly name = "OutsideDialect";
}

/**
 * The dialect as a remark plugin, first in line: whatever source the bundler was given, what is compiled is this tree,
 * and every node of it is Markdown or a component of the vocabulary with plain text for attributes. Anything else
 * stops the run, so that nothing the checker overlooked could ever become code.
 *
 * @param tree as prepared by `prepareLesson`
 * @param uses names of the course's own components
 */
export function dialect(tree: LessonNode, uses: readonly string[]): () => () => LessonNode {
  const names = new Set<string>([...vocabulary.keys(), ...compiledComponents, ...uses]);
  hold(tree, names);
  return () => () => ({ ...tree, children: [...uses.map(importOf), ...(tree.children ?? [])] });
}

function hold(node: LessonNode, names: ReadonlySet<string>): void {
  if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") {
    if (!node.name || !names.has(node.name)) throw new OutsideDialect(`component ${node.name ?? "<>"}`);
    for (const attribute of node.attributes ?? []) {
      const plain = attribute.value === null || typeof attribute.value === "string";
      if (attribute.type !== "mdxJsxAttribute" || !plain)
        throw new OutsideDialect(`attribute ${attribute.name ?? "{...}"}`);
    }
  } else if (!compiledMarkdown.has(node.type)) throw new OutsideDialect(node.type);
  for (const child of node.children ?? []) hold(child, names);
}

/** `import { Name } from "./components/Name.tsx"`, as the syntax tree that MDX compiles. */
function importOf(name: string): LessonNode {
  const identifier = { type: "Identifier", name };
  const path = `./components/${name}.tsx`;
  const program = {
    type: "Program",
    sourceType: "module",
    body: [
      {
        type: "ImportDeclaration",
        specifiers: [{ type: "ImportSpecifier", imported: identifier, local: identifier }],
        source: { type: "Literal", value: path, raw: JSON.stringify(path) },
      },
    ],
  };
  return { type: "mdxjsEsm", value: "", data: { estree: program } };
}
