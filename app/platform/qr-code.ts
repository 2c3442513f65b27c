import { encode } from "uqr";

/** A QR code as one path on a grid of `size` by `size` squares, its quiet edge of four squares included. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

/** The QR code of a text. A quarter of it may be dirty or torn and it can still be read. */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: "Q", border: 4 });
  let path = "";
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x += 1;
      path += `M${from} ${y}h${x - from + 1}v1h${from - x - 1}z`;
    }
  }
  return { size, path };
}
