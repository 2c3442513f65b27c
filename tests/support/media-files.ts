/** Files that lessons show, made by hand: small, and whole. */
import { readFileSync } from "node:fs";
import sharp from "sharp";

function box(type: string, ...content: readonly Uint8Array[]): Buffer {
  const inside = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(inside.length + 8);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, inside]);
}

function numbers(length: number, places: Readonly<Record<number, number>>): Buffer {
  const bytes = Buffer.alloc(length);
  for (const [place, value] of Object.entries(places)) bytes.writeUInt32BE(value, Number(place));
  return bytes;
}

/** An MP4 of one track. `size` is that of its picture data. */
export function mp4(
  more: { brand?: string; codec?: string; seconds?: number; handler?: string; turned?: boolean; size?: number } = {},
): Buffer {
  const { brand = "isom", codec = "avc1", seconds = 90, handler = "vide", turned = false, size = 64 } = more;
  const description = numbers(16, { 4: 1, 8: 8 });
  description.write(codec, 12, "latin1");
  const handled = numbers(24, {});
  handled.write(handler, 8, "latin1");
  const one = 65_536;
  const head = numbers(
    84,
    turned
      ? { 44: one, 52: -one >>> 0, 76: 1280 * one, 80: 720 * one }
      : { 40: one, 56: one, 76: 1280 * one, 80: 720 * one },
  );
  const track = box(
    "trak",
    box("tkhd", head),
    box("mdia", box("hdlr", handled), box("minf", box("stbl", box("stsd", description)))),
  );
  return Buffer.concat([
    box("ftyp", Buffer.from(`${brand}\0\0\0\0mp41`.replace("mp41", brand === "isom" ? "mp41" : brand), "latin1")),
    box("moov", box("mvhd", numbers(100, { 12: 1000, 16: seconds * 1000 })), track),
    box("mdat", Buffer.alloc(size, 7)),
  ]);
}

/** Two captions. */
export const vtt = `WEBVTT

1
00:01.000 --> 00:04.000
Hello Karin.

00:05.000 --> 00:09.500 align:start
How annoying to get wet on a tour.
`;

/** A photograph of nothing, with noise so that it weighs something. */
export async function photograph(
  type: "png" | "jpeg" | "webp" | "avif",
  size: { readonly width: number; readonly height: number } = { width: 1200, height: 800 },
): Promise<Buffer> {
  const noise = { type: "gaussian" as const, mean: 120, sigma: 30 };
  const picture = sharp({ create: { ...size, channels: 3, background: "#888", noise } });
  return await picture.toFormat(type).toBuffer();
}

/** A WebP or PNG that moves would be refused by how it begins; this says that it does. */
export async function movingWebp(): Promise<Buffer> {
  const frames = await Promise.all(
    ["#f00", "#00f"].map((background) =>
      sharp({ create: { width: 20, height: 20, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  return await sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer();
}

/**
 * A film that browsers play: 160 × 90 pixels, three seconds red and then three blue, VP9, which every browser here can
 * decode, also where H.264 was left out of it. Made with
 * `ffmpeg -f lavfi -i color=red:s=160x90:r=5:d=3 -f lavfi -i color=blue:s=160x90:r=5:d=3 -filter_complex
 * "[0][1]concat=n=2:v=1" -c:v libvpx-vp9 -pix_fmt yuv420p -g 5 -b:v 20k -an -map_metadata -1 -fflags +bitexact film.mp4`,
 * which writes what describes the pictures after them.
 *
 * @param between bytes of nothing before that: to find it, a browser has to ask for a range
 */
export function film(between: number): Buffer {
  const whole = readFileSync(new URL("./film.mp4", import.meta.url));
  const description = whole.lastIndexOf("moov") - 4;
  return Buffer.concat([
    whole.subarray(0, description),
    box("free", Buffer.alloc(between)),
    whole.subarray(description),
  ]);
}
