import { catalogues } from "#app/words/catalogues";
import { fallbackLanguage, isLanguage } from "#app/words/language";
import type { Words } from "#app/words/words";
import type { LessonContext } from "./lesson-context";
import { lessonPath } from "./links";
import { audienceOf, type PassageAudience } from "./passage-audience";
import { addressOfMedia, pictureAttributes } from "./picture-sizes";
import { readUrl } from "./read-url";
import { isComponent, isNamed, type LessonAttribute, type LessonNode, textOf } from "./tree";

/** The words that belong to a lesson's own text, in its language; the fallback's where the product does not speak it. */
export function lessonWords(language: string): Words["lesson"] {
  return catalogues[isLanguage(language) ? language : fallbackLanguage].lesson;
}

/**
 * Turns a checked tree into the one that is compiled: addresses of this product, sizes of pictures, names of
 * departments. Of a question nothing but its place is left, so that neither answers nor the order of choices can be
 * read out of what is compiled.
 *
 * @param scope begins the ids of what the tree holds, which must be unique on a page
 */
export function prepareLesson(tree: LessonNode, context: LessonContext, scope = "term"): LessonNode {
  let terms = 0;
  const prepare = (node: LessonNode): LessonNode => {
    if (isNamed(node, "Check")) {
      return {
        type: "mdxJsxFlowElement",
        name: "Check",
        attributes: [attribute("id", textOf(node, "id") ?? "")],
        children: [],
      };
    }
    const bare = withoutPlaces(node);
    if (node.children) bare.children = node.children.map(prepare);
    switch (node.type) {
      case "link":
        return { ...bare, url: addressOf(node.url ?? "", context), ...properties(node, relationOf(node.url ?? "")) };
      case "image": {
        const picture = context.media.get(node.url ?? "");
        if (!picture) return bare;
        const { src, width, height, ...rest } = pictureAttributes(picture);
        return {
          ...bare,
          url: src ?? "",
          ...properties(node, {
            width: Number(width),
            height: Number(height),
            ...rest,
            loading: "lazy",
            decoding: "async",
          }),
        };
      }
      case "table":
        return withAlignment(bare);
    }
    if (!isComponent(node)) return bare;
    bare.attributes = (node.attributes ?? []).map(({ name, value }) => ({
      type: "mdxJsxAttribute",
      name: name ?? "",
      value: value ?? null,
    }));
    const add = (name: string, value: string) => bare.attributes?.push(attribute(name, value));
    const put = (given: Readonly<Record<string, string>>) => {
      bare.attributes = (bare.attributes ?? []).filter(({ name }) => !Object.hasOwn(given, name ?? ""));
      for (const [name, value] of Object.entries(given)) add(name, value);
    };
    if (isNamed(node, "Figure")) {
      const picture = context.media.get(textOf(node, "src") ?? "");
      if (picture) put(pictureAttributes(picture));
    } else if (isNamed(node, "Video")) put(videoAttributes(node, context));
    else if (isNamed(node, "Attachment")) put(attachmentAttributes(node, context));
    else if (isNamed(node, "Term")) {
      terms += 1;
      add("id", `${scope}.${terms}`);
    } else if (isNamed(node, "Changed") && node.type === "mdxJsxTextElement") {
      bare.name = "ChangedText";
    }
    const audience = audienceOf(node);
    if (audience) add("title", titleOf(node, audience, context));
    return bare;
  };
  return prepare(tree);
}

function videoAttributes(node: LessonNode, context: LessonContext): Record<string, string> {
  const words = lessonWords(context.language);
  const fileOf = (name: string) => context.media.get(textOf(node, name) ?? "");
  const [video, captions, poster] = [fileOf("src"), fileOf("captions"), fileOf("poster")];
  return {
    ...(video ? { ...pictureAttributes(video) } : {}),
    ...(poster ? { poster: addressOfMedia(poster) } : {}),
    ...(captions ? { captions: addressOfMedia(captions) } : {}),
    lang: context.language,
    label: words.captions,
    transcript: words.transcript,
  };
}

function attachmentAttributes(node: LessonNode, context: LessonContext): Record<string, string> {
  const path = textOf(node, "src") ?? "";
  const document = context.media.get(path);
  if (!document) return {};
  const about = lessonWords(context.language).document(document.bytes);
  return { src: addressOfMedia(document), file: path.replace("media/", ""), about };
}

function attribute(name: string, value: string): LessonAttribute {
  return { type: "mdxJsxAttribute", name, value };
}

/** A copy without places and parser's notes, keeping what headings were given (`hProperties`). */
function withoutPlaces(node: LessonNode): LessonNode {
  const { position: _, data, ...rest } = node;
  const kept = data?.hProperties;
  return kept === undefined ? rest : { ...rest, data: { hProperties: kept } };
}

function properties(node: LessonNode, added: Record<string, unknown>): { data: Record<string, unknown> } {
  return { data: { hProperties: { ...(node.data?.hProperties as object | undefined), ...added } } };
}

function addressOf(url: string, context: LessonContext): string {
  const target = readUrl(url, context.module);
  if (target.kind === "lesson") return lessonPath(target.module, target.lesson, target.anchor);
  if (target.kind === "anchor") return `#${encodeURIComponent(target.anchor)}`;
  return url;
}

/** Other sites learn nothing about the page that the reader came from. */
function relationOf(url: string): Record<string, unknown> {
  return /^https:/i.test(url) ? { rel: "noopener noreferrer" } : {};
}

/** Alignment as `data-align` on each cell: MDX would write it as a style, which the product's pages refuse. */
function withAlignment(table: LessonNode): LessonNode {
  const align = table.align ?? [];
  const rows = (table.children ?? []).map((row) => ({
    ...row,
    children: (row.children ?? []).map((cell, column) => {
      const side = { right: "end", center: "center" }[align[column] ?? ""];
      return side === undefined ? cell : { ...cell, data: { hProperties: { dataAlign: side } } };
    }),
  }));
  return { ...table, align: null, children: rows };
}

function titleOf(node: LessonNode, audience: PassageAudience, context: LessonContext): string {
  const words = lessonWords(context.language);
  const nameOf = (id: string) => {
    const names = context.departments.find((department) => department.id === id)?.name;
    return names?.[context.language] ?? Object.values(names ?? {})[0] ?? id;
  };
  if (isNamed(node, "Why")) return words.why(words.list(("only" in audience ? audience.only : []).map(nameOf)));
  return "only" in audience
    ? words.forDepartments(words.list(audience.only.map(nameOf)))
    : words.forOthers(words.list(audience.except.map(nameOf)));
}
