import { describe, expect, it } from "vitest";
import { htmlToDialect } from "#app/authoring/paste/html-to-dialect";
import { markdownToDialect } from "#app/authoring/paste/markdown-to-dialect";
import { longestHtml, longestMarkdown } from "#app/authoring/paste/pasted";

const item = (level: number, marker: string, text: string) =>
  `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${marker}<span>&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>\n`;

describe("text from Word and Outlook", () => {
  it("loses styles, remarks, smart tags and scripts", () => {
    const html = `<html xmlns:o="urn:x"><head><title>Rutin</title><style><!-- p { margin: 0 } --></style>
      <!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--></head><body lang=SV>
      <p class=MsoNormal style='color:red'>Kör <st1:place w:st="on">alltid</st1:place>&nbsp;<b>dagsavslut</b><o:p></o:p></p>
      <script>alert(1)</script><p onclick="alert(2)"><o:p>&nbsp;</o:p></p></body></html>`;
    expect(htmlToDialect(html).markdown).toBe("Kör alltid **dagsavslut**");
  });

  it("has its lists back, at their levels, counted where they were", () => {
    const bullets = item(1, "·", "Räkna") + item(2, "o", "sedlar") + item(1, "·", "Stäng");
    expect(htmlToDialect(bullets).markdown).toBe("- Räkna\n  - sedlar\n- Stäng");
    expect(htmlToDialect(item(1, "3.", "tre") + item(1, "4.", "fyra")).markdown).toBe("3. tre\n4. fyra");
  });

  it("has headings from the second level on, one level at a time", () => {
    const html = "<p class=MsoTitle>Titel</p><h3>Under</h3><h6>Längst ned</h6><p class=MsoHeading1>Nästa</p><h2> </h2>";
    expect(htmlToDialect(html).markdown).toBe("## Titel\n\n### Under\n\n#### Längst ned\n\n## Nästa");
  });

  it("takes in what was added with changes tracked, and counts what was struck", () => {
    const html =
      "<p>nu <ins cite='mailto:a' datetime='2026'>ny</ins><del cite='mailto:a' datetime='2026'>gammal</del> <s>struken</s><span class=MsoCommentReference>[A1]</span></p>";
    const { markdown, left } = htmlToDialect(html);
    expect(markdown).toBe("nu ny ~~struken~~");
    expect(left.changes).toBe(2);
  });

  it("has a table whose first row is its head, each cell on one line", () => {
    const html =
      "<table><tr><td><p>Vem</p></td><td><p>Vad</p></td></tr><tr><td><p>Ett</p><p>två</p></td><td>a|b</td></tr></table>";
    expect(htmlToDialect(html).markdown).toBe("| Vem | Vad |\n| - | - |\n| Ett två | a\\|b |");
  });
});

describe("text from Google Docs", () => {
  it("has its marks and its nested lists back", () => {
    const html = `<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">Fet</span>
      <span style="font-style:italic">kursiv</span></p><ul><li><p>ett</p></li><ul><li><p>under</p></li></ul></ul></b>`;
    expect(htmlToDialect(html).markdown).toBe("**Fet** *kursiv*\n\n- ett\n  - under");
  });
});

describe("links and pictures", () => {
  it("lead where lessons may lead; the others are text, and counted", () => {
    const html = `<a href="https://a.example/b">ja</a> <a href="mailto:a@b.example">post</a> <a href="tel:+46">ring</a>
      <a href="http://a.example">osäker</a> <a href="javascript:alert(1)">kod</a> <a href="#x">hit</a> <img src=x><img src=y>`;
    const { markdown, left } = htmlToDialect(html);
    expect(markdown).toBe("[ja](https://a.example/b) [post](mailto:a@b.example) [ring](tel:+46) osäker kod hit");
    expect(left).toEqual({ pictures: 2, links: 3, changes: 0, end: null });
  });

  it("are not made of addresses that nothing may lead to", () => {
    expect(htmlToDialect("<p>http://a.example/b, www.c.example</p>").markdown).toBe(
      "`http://a.example/b`, `www.c.example`",
    );
  });
});

describe("signs", () => {
  it("that mean something to lessons stay signs", () => {
    expect(htmlToDialect("<p>&lt;Check&gt; {1 + 1} *a* # b</p><p>import x</p>").markdown).toBe(
      "\\<Check> \\{1 + 1\\} \\*a\\* # b\n\n import x",
    );
  });

  it("of Markdown mean what they meant, but for code and front matter", () => {
    const markdown = "---\ntitle: x\n---\n# Hej\n\nText {kod} <b>fet</b> `a{b}`\n\n<div>\n\n- x\n\n</div>\n\n    kod";
    expect(markdownToDialect(markdown).markdown).toBe("## Hej\n\nText \\{kod\\} fet `a{b}`\n\n- x\n\n```\nkod\n```");
    expect(markdownToDialect("---js\nalert(1)\n---\nText").markdown).toBe("Text");
  });
});

describe("more than is taken in", () => {
  it("is cut, and the first words of what is missing are told", () => {
    const paragraphs = Array.from({ length: 3_000 }, (_, index) => `<p>Stycke ${index} om att <b>räk</b>na kassan</p>`);
    const { markdown, left } = htmlToDialect(paragraphs.join("\n"));
    const last = markdown.split("\n\n").at(-1) ?? "";
    const number = Number(/^Stycke (\d+) om att \*\*räk\*\*na kassan$/.exec(last)?.[1]);
    expect(number).toBeGreaterThan(1_000);
    expect(left.end).toMatch(new RegExp(`^Stycke ${number + 1} om att räkna kassan Stycke ${number + 2} `));
    expect(left.end?.length).toBeLessThan(60);
    expect(htmlToDialect(`<p>${"ord ".repeat(longestHtml / 4)}</p>`).left.end).toMatch(/^ord ord/);
    expect(markdownToDialect("ord ".repeat(longestMarkdown / 2)).left.end).toMatch(/^ord ord/);
    expect(htmlToDialect("<p>ord</p>").left.end).toBeNull();
  });

  it("is not said to be missing where it says nothing", () => {
    expect(htmlToDialect(`<p>ord</p>${"<p></p>".repeat(20_000)}`).left.end).toBeNull();
    expect(markdownToDialect(`ord${"\n".repeat(longestMarkdown)}`).left.end).toBeNull();
  });

  it("in depth is kept as words", () => {
    const deep = htmlToDialect(`${"<blockquote>".repeat(20_000)}innerst`);
    expect(deep.markdown).toContain("innerst");
    for (const tag of ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<span>"]) {
      expect(htmlToDialect(`${tag.repeat(10_000)}innerst`).markdown).toContain("innerst");
    }
    expect(markdownToDialect(`${"> ".repeat(5_000)}innerst`).markdown).toContain("innerst");
    expect(markdownToDialect(`${"- ".repeat(5_000)}innerst`).markdown).toContain("innerst");
  });
});
