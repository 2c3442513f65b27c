import { mediaPath } from "./links";
import { extensionOf, kindOf, type Media } from "./media";

/** The widths in which pictures are kept besides their own: a telephone, a tablet, and a screen with fine pixels. */
export const variantWidths = [480, 960, 1440] as const;

/** A column of text, or the whole of a telephone. */
const sizes = "(min-width: 40rem) 38rem, 100vw";

/** The smaller widths of a picture. A drawing has none, and nothing is made larger than it is. */
export function widthsOf(picture: Pick<Media, "type" | "width">): number[] {
  if (kindOf(picture) !== "picture" || picture.type === "image/svg+xml") return [];
  return variantWidths.filter((width) => width < (picture.width ?? 0));
}

/** Address of a smaller picture: it is named by the content of the one that it was made from. */
export function variantPath(hash: string, width: number): string {
  return `/media/${hash}-${width}.webp`;
}

export function addressOfMedia({ hash, type }: Pick<Media, "hash" | "type">): string {
  return mediaPath(hash, extensionOf(type));
}

/** What an `<img>` says of its picture; the same picture always says the same, whatever was made of it by then. */
export function pictureAttributes(picture: Media): Readonly<Record<string, string>> {
  const src = addressOfMedia(picture);
  const widths = widthsOf(picture);
  const own = { src, width: String(picture.width ?? 0), height: String(picture.height ?? 0) };
  if (widths.length === 0) return own;
  const set = [...widths.map((width) => `${variantPath(picture.hash, width)} ${width}w`), `${src} ${picture.width}w`];
  return { ...own, srcSet: set.join(", "), sizes };
}
