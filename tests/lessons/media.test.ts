import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { cleanSvg } from "#app/lessons/clean-svg";
import type { Media, MediaFault } from "#app/lessons/media";
import { pictureAttributes, widthsOf } from "#app/lessons/picture-sizes";
import { readMedia } from "#app/lessons/read-media";
import { saidText } from "#app/words/areas/problems";
import { pdf, png } from "#tests/support/documents";
import { movingWebp, mp4, photograph, vtt } from "#tests/support/media-files";

const text = (value: string) => new TextEncoder().encode(value);
const codeOf = (bytes: Uint8Array) => {
  const read = readMedia(bytes);
  return "code" in read ? read.code : read.type;
};
const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">${inside}</svg>`;

describe("a file is known by its content", () => {
  it.each(["png", "jpeg", "webp", "avif"] as const)("as a picture: %s", async (type) => {
    const bytes = await photograph(type, { width: 60, height: 40 });
    expect(readMedia(bytes)).toMatchObject({ type: `image/${type}`, width: 60, height: 40, seconds: null });
  });
  it("as a drawing, a video, captions, a document", () => {
    expect(readMedia(text(svg("<path/>")))).toMatchObject({ type: "image/svg+xml", width: 40, height: 20 });
    expect(readMedia(mp4())).toMatchObject({ type: "video/mp4", width: 1280, height: 720, seconds: 90 });
    expect(readMedia(text(vtt))).toMatchObject({ type: "text/vtt", width: null });
    expect(readMedia(pdf())).toMatchObject({ type: "application/pdf", width: null, bytes: pdf().length });
  });
  it("and turned the way it is shown", async () => {
    expect(readMedia(mp4({ turned: true }))).toMatchObject({ width: 720, height: 1280 });
    const upright = await sharp(await photograph("jpeg", { width: 60, height: 40 }))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(readMedia(upright)).toMatchObject({ width: 40, height: 60 });
  });
  it("by its bytes alone: the same has the same hash", () => {
    expect(readMedia(mp4())).toEqual(readMedia(Buffer.from(mp4())));
  });
});

describe("a file is refused", () => {
  it.each([
    ["that is empty", () => new Uint8Array(), "empty"],
    ["that is a program", () => Buffer.from("MZ\x90\0\x03", "latin1"), "unknown"],
    ["that is a page", () => text("<!doctype html><script>1</script>"), "unknown"],
    ["that is a GIF", () => Buffer.from("GIF89a\x01\0\x01\0", "latin1"), "unknown"],
    [
      "that is a photograph as telephones keep it",
      () => Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"),
      "unknown",
    ],
    ["that is a QuickTime film", () => mp4({ brand: "qt  " }), "other-video"],
    ["that is a video for other programs", () => mp4({ codec: "hvc1" }), "other-video"],
    ["that is sound alone", () => mp4({ handler: "soun" }), "other-video"],
    ["that is a video of two hours", () => mp4({ seconds: 7_200 }), "too-large"],
    ["that is a video cut off", () => mp4().subarray(0, -1), "broken"],
    ["that is a video with something behind it", () => Buffer.concat([mp4(), Buffer.from("PK\x03\x04")]), "broken"],
    ["that is a picture cut off", () => png().subarray(0, -1), "broken"],
    ["that is a picture with something behind it", () => Buffer.concat([png(), text("<script>")]), "broken"],
    [
      "that is a picture whose bytes were changed",
      () => Buffer.from(png().map((byte, at) => (at === 45 ? byte ^ 1 : byte))),
      "broken",
    ],
    ["that would be far too many pixels", () => png(11_000, 11_000), "too-many-pixels"],
    ["that would be far too wide", () => png(20_000, 10), "too-many-pixels"],
    ["that is a picture too heavy to send", () => Buffer.concat([png(), Buffer.alloc(8_000_000)]), "too-large"],
    ["that is a document cut off", () => pdf().subarray(0, -20), "broken"],
    ["that says it is a document", () => text("%PDF-1.7\nhello"), "broken"],
    ["that is a drawing that runs", () => text(svg("<script>1</script>")), "unsafe"],
  ] as const)("%s", (_, bytes, code) => expect(codeOf(bytes())).toBe(code));
  it.each(["png", "jpeg", "webp", "avif"] as const)("that is half of a %s", async (type) => {
    const bytes = await photograph(type, { width: 200, height: 200 });
    expect(codeOf(bytes.subarray(0, Math.floor(bytes.length / 2)))).toBe("broken");
  });
  it("that is a picture which moves", async () => expect(codeOf(await movingWebp())).toBe("moves"));
  it("that begins with comments without end, and at once", () => {
    // Were the comments read in every way in which they can be, this would not end.
    expect(codeOf(text(`${"<!---->".repeat(500)}x`))).toBe("unknown");
  });
  it("or taken, whatever stands in it, and never a crash", () => {
    const beginnings = [png(), mp4(), pdf(), text(vtt), text(svg("<path/>"))];
    fc.assert(
      fc.property(
        fc.constantFrom(...beginnings),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (whole, changes, length) => {
          const bytes = Buffer.from(whole).subarray(0, Math.ceil(whole.length * length));
          for (const [at, value] of changes) bytes[Math.floor(at * bytes.length)] = value;
          const read: Media | MediaFault = readMedia(bytes);
          if ("code" in read) expect(saidText(read.said, "sv")).toMatch(/\.$/);
          else expect(read.bytes).toBe(bytes.length);
        },
      ),
    );
  });
});

describe("captions", () => {
  const said = (lines: string) => {
    const read = readMedia(text(`WEBVTT\n\n${lines}`));
    return "code" in read ? `${read.line}: ${saidText(read.said, "en")}` : "taken";
  };
  it.each([
    ["with hours, names and places", "intro\n01:00:01.000 --> 01:00:04.000 position:10% line:0\nHello.\nAgain."],
    ["with notes", "NOTE by Åsa\nnot shown\n\n00:01.000 --> 00:02.000\nHello."],
  ])("are taken %s", (_, lines) => expect(said(lines)).toBe("taken"));
  it.each([
    ["without times", "Hello.\nAgain.", /^4: No times/],
    ["with times that are none", "00:01 --> 00:02\nHello.", /^3: No times/],
    ["with minutes that there are not", "00:61.000 --> 00:62.000\nHello.", /^3: No times/],
    ["that end before they begin", "00:03.000 --> 00:02.000\nHello.", /^3: .*before it begins/],
    ["out of order", "00:05.000 --> 00:06.000\na\n\n00:01.000 --> 00:02.000\nb", /^6: .*in order/],
    ["without words", "00:01.000 --> 00:02.000\n\n", /^3: .*no words/],
    ["with styles", "STYLE\n::cue { background: url(https://example.org) }", /^3: .*STYLE/],
    ["without any caption", "NOTE nothing", /^1: .*no captions/],
  ])("are refused %s", (_, lines, message) => expect(said(lines)).toMatch(message));
  it("are refused when they are not UTF-8", () =>
    expect(readMedia(Buffer.from("WEBVTT\n\n00:01.000 --> 00:02.000\n\xe5", "latin1"))).toMatchObject({
      code: "captions",
    }));
});

describe("the smaller sizes of a picture", () => {
  const picture = (type: Media["type"], width: number): Media => ({
    hash: "a".repeat(64),
    type,
    bytes: 1,
    width,
    height: 100,
    seconds: null,
  });
  it("are never larger than it, and a drawing has none", () => {
    expect(widthsOf(picture("image/png", 480))).toEqual([]);
    expect(widthsOf(picture("image/png", 1000))).toEqual([480, 960]);
    expect(widthsOf(picture("image/avif", 4000))).toEqual([480, 960, 1440]);
    expect(widthsOf(picture("image/svg+xml", 4000))).toEqual([]);
    expect(widthsOf(picture("video/mp4", 4000))).toEqual([]);
  });
  it("are named by the picture that they are made from", () => {
    const hash = "a".repeat(64);
    expect(pictureAttributes(picture("image/jpeg", 1000))).toMatchObject({
      src: `/media/${hash}.jpg`,
      srcSet: `/media/${hash}-480.webp 480w, /media/${hash}-960.webp 960w, /media/${hash}.jpg 1000w`,
    });
    expect(pictureAttributes(picture("image/jpeg", 300))).not.toHaveProperty("srcSet");
  });
});

describe("the size of a drawing", () => {
  const ns = 'xmlns="http://www.w3.org/2000/svg"';
  it.each(['viewBox="0 0 40 20"', 'width="40" height="20"', 'width="100%" height="100%" viewBox="0 0 40 20"'])(
    "is what it says: %s",
    (said) => expect(readMedia(text(`<svg ${ns} ${said}><path/></svg>`))).toMatchObject({ width: 40, height: 20 }),
  );
  it.each(["", 'width="40"', 'width="100%" height="100%"', 'width="auto" height="auto"', 'viewBox="0 0 0 0"'])(
    "is said to be missing where it is: %s",
    (said) =>
      expect(readMedia(text(`<svg ${ns} ${said}><path/></svg>`))).toEqual({
        code: "no-size",
        said: { key: "svgSize" },
      }),
  );
});

describe("a drawing that is cleaned", () => {
  const cleaned = (source: string) => {
    const result = cleanSvg(text(source));
    if ("code" in result) return result.code;
    return new TextDecoder().decode(result.svg);
  };
  it("keeps what it is made of", () => {
    const drawing = svg(
      '<defs><linearGradient id="g"><stop offset="0" stop-color="#f00"></stop></linearGradient></defs><style>.a { fill: url(#g) }</style><path class="a" d="M0 0"></path><text>A &amp; B &lt;</text>',
    );
    expect(cleaned(drawing)).toBe(drawing);
  });
  it.each([
    ["a script", "<script>alert(1)</script>"],
    ["a handler", '<path d="M0 0" onload="alert(1)"/>'],
    [
      "foreign content",
      '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><script>1</script></body></foreignObject>',
    ],
    ["a link that runs", '<a href="javascript:alert(1)"><path d="M0 0"/></a>'],
    ["a picture from elsewhere", '<image href="https://example.org/a.png"/>'],
    ["a drawing used from elsewhere", '<use href="https://example.org/a.svg#b"/>'],
    ["an animation", '<animate attributeName="href" to="javascript:alert(1)"/>'],
    ["a set value", '<set attributeName="onload" to="alert(1)"/>'],
    ["a style from elsewhere", "<style>@import 'https://example.org/a.css';</style>"],
    ["a style spelt in escapes", "<style>.a { fill: \\75rl(https://example.org) }</style>"],
    ["a fill from elsewhere", '<path fill="url(https://example.org/a.svg#b)"/>'],
    ["what a program keeps for itself", '<metadata>x</metadata><path inkscape:label="y"/>'],
  ])("loses %s", (_, inside) => {
    const result = cleaned(svg(`${inside}<circle r="1"></circle>`));
    expect(result).toContain('<circle r="1"></circle>');
    expect(result).not.toMatch(/alert|example\.org|script|metadata|inkscape|animate|import/);
    expect(codeOf(text(result))).toBe("image/svg+xml");
  });
  it("keeps what is drawn in a link, where it was drawn, without the link", () => {
    const link = '<a xlink:href="https://example.org" href="#b" target="_top" transform="translate(1 2)" fill="red">';
    expect(cleaned(svg(`${link}<path d="M0 0"/></a>`))).toBe(
      svg('<g transform="translate(1 2)" fill="red"><path d="M0 0"></path></g>'),
    );
    expect(cleaned(svg('<text>See <a href="https://example.org">the <tspan>page</tspan></a>.</text>'))).toBe(
      svg("<text>See <tspan>the <tspan>page</tspan></tspan>.</text>"),
    );
    expect(cleaned(svg("<a><script>alert(1)</script><path/></a>"))).toBe(svg("<g><path></path></g>"));
    expect(cleaned("<a><svg/></a>")).toBe("broken");
  });
  it("keeps what stands in for what is not taken, as drawing programs write it", () => {
    const inside = '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">HTML</p></foreignObject><text>plain</text>';
    expect(cleaned(svg(`<switch>${inside}</switch>`))).toBe(svg("<g><text>plain</text></g>"));
    expect(cleaned(svg('<switch><text systemLanguage="sv">hej</text><text>hello</text></switch>'))).toBe(
      svg("<g><text>hello</text></g>"),
    );
    expect(cleaned(svg("<switch><g><path/></g><text>not shown</text></switch><text>shown</text>"))).toBe(
      svg("<g><g><path></path></g></g><text>shown</text>"),
    );
  });
  it("says in numbers how large it is, however its program wrote it", () => {
    const ns = 'xmlns="http://www.w3.org/2000/svg"';
    const result = cleaned(`<svg ${ns} viewBox=" 0,0, 40 ,20 "><path/></svg>`);
    expect(result).toBe(svg("<path></path>"));
  });
  it("loses comments, instructions and the type of the document", () => {
    const drawing = `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><!-- drawn -->${svg("<!-- x --><?php 1 ?><path/>")}`;
    expect(cleaned(drawing)).toBe(svg("<path></path>"));
  });
  it.each([
    ["that is not XML", svg("<path>")],
    ["with entities of its own", `<!DOCTYPE svg [<!ENTITY a "b">]>${svg("&a;")}`],
    ["nested without end", svg(`${"<g>".repeat(5_000)}${"</g>".repeat(5_000)}`)],
    ["that is another kind of XML", "<html><svg></svg></html>"],
  ])("is refused where it is one %s", (_, source) => expect(cleaned(source)).toBe("broken"));
  it("is taken afterwards whatever was in it, or refused", () => {
    const name = fc.constantFrom(
      "g",
      "path",
      "script",
      "use",
      "style",
      "a",
      "foreignObject",
      "animate",
      "text",
      "image",
    );
    const attribute = fc.constantFrom(
      ' id="a"',
      ' href="#a"',
      ' href="javascript:alert(1)"',
      ' onclick="alert(1)"',
      ' fill="url(#a)"',
      ' fill="url(//example.org)"',
      ' style="fill:red"',
      ' style="background:url(&#104;ttps://example.org)"',
    );
    const node = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom("text", "&lt;script&gt;", "<![CDATA[<script>]]>", "<!-- -->", "@import 'x'"),
        fc
          .tuple(
            name,
            fc.uniqueArray(attribute, { maxLength: 2, selector: (one) => one.split("=")[0] }),
            fc.array(tie("node"), { maxLength: 3 }),
          )
          .map(([element, given, inside]) => `<${element}${given.join("")}>${inside.join("")}</${element}>`),
      ),
    })).node;
    fc.assert(
      fc.property(fc.array(node, { maxLength: 5 }), (nodes) => {
        const result = cleanSvg(text(svg(nodes.join(""))));
        if ("code" in result) throw new Error("what is XML is never broken");
        const clean = new TextDecoder().decode(result.svg);
        expect(clean).not.toMatch(/<(script|a|foreignObject|animate|image)[\s>]|onclick=|href="[^#]|url\([^#]/);
        // Words may look like code to the strict reader; markup never does.
        const strict = codeOf(result.svg);
        if (strict !== "image/svg+xml") expect(clean).toMatch(/@import/);
      }),
    );
  });
});
