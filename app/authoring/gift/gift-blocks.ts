/** GIFT text taken apart: a question is what stands between empty lines. */

/** Text of a question without remarks, with the line of the file that each of its own lines stood on. */
export interface GiftBlock {
  readonly text: string;
  /** Line numbers of the file, from 1. */
  readonly lines: readonly number[];
  /** What a remark before it says that its id is. */
  readonly id: string | null;
}

/** Characters of a file, and of one question; longer ones are not read. */
export const longestGift = 150_000;
export const longestQuestion = 8_000;

const idRemark = /^\s*\/\/.{0,200}?\[id:([^\]]{1,200})\]/;

/** The questions of a file, and where each stands. */
export function giftBlocks(gift: string): GiftBlock[] {
  const blocks: GiftBlock[] = [];
  let rows: string[] = [];
  let lines: number[] = [];
  let id: string | null = null;
  const close = () => {
    // Remarks may stand apart from the question that they are about.
    if (rows.length > 0) {
      blocks.push({ text: rows.join("\n"), lines, id });
      id = null;
    }
    rows = [];
    lines = [];
  };
  for (const [index, row] of gift
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (row.trim() === "") close();
    else if (/^\s*\/\//.test(row)) id = idRemark.exec(row.slice(0, 500))?.[1]?.trim() ?? id;
    else {
      rows.push(row);
      lines.push(index + 1);
      // A category is a line of its own, whatever follows.
      if (/^\s*\$CATEGORY:/.test(row)) close();
    }
  }
  close();
  return blocks;
}
