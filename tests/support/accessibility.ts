/** What holds for every screen, whoever reads it and however. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Every rule of accessibility that the page breaks, with what breaks it. */
export async function broken(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().withTags(tags);
  // How far one has read stands over the page and belongs to no part of it.
  const { violations } = await axe.disableRules(["region"]).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ""}`),
  );
}

/** What reaches beyond the window, so that the page would have to be scrolled sideways. */
export async function beyond(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if ((document.scrollingElement?.scrollWidth ?? 0) <= width) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((element) => {
      const { right, width: own } = element.getBoundingClientRect();
      return own > 0 && right > width + 1;
    });
    return [
      `${document.scrollingElement?.scrollWidth} wide instead of ${width}`,
      ...wide.map(
        (element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}: ${element.textContent}`,
      ),
    ];
  });
}

/** Faults in the order of headings: not one of the first level, or a level that was skipped. */
export async function headingFaults(page: Page): Promise<string[]> {
  const levels = await page
    .locator(":is(h1, h2, h3, h4, h5, h6):visible")
    .evaluateAll((all) => all.map((heading) => ({ level: Number(heading.tagName[1]), text: heading.textContent })));
  const faults = levels.flatMap(({ level, text }, place) =>
    level > (levels[place - 1]?.level ?? 1) + 1 ? [`h${level} after h${levels[place - 1]?.level}: ${text}`] : [],
  );
  const first = levels.filter(({ level }) => level === 1).length;
  return first === 1 ? faults : [`${first} headings of the first level`, ...faults];
}

/**
 * Goes through the page by the Tab key and gives every stop whose focus cannot be seen: not drawn, or hidden under
 * something that stands still while the page scrolls.
 */
export async function focusFaults(page: Page): Promise<{ readonly stops: number; readonly faults: string[] }> {
  await page.evaluate(() => {
    scrollTo(0, 0);
    // From the beginning, wherever the focus was.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
  });
  const met = new Set<string>();
  const faults: string[] = [];
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const place = [...document.querySelectorAll("*")].indexOf(element);
      const drawn = [
        element,
        ...(element.closest("label, li, fieldset") ? [element.closest("label, li, fieldset")] : []),
      ];
      const styles = drawn.flatMap((each) => (each ? [getComputedStyle(each)] : []));
      const isDrawn = styles.some(
        ({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && outlineWidth !== "0px",
      );
      // What can be pressed: a radio that is drawn as its label is as large as the label.
      const box = (element.closest("label") ?? element).getBoundingClientRect();
      const { left, right } = box;
      // What is longer than the window, as a text that is edited, is seen where it is in the window.
      const isLong = box.height > innerHeight;
      const [top, bottom] = isLong ? [Math.max(0, box.top), Math.min(innerHeight, box.bottom)] : [box.top, box.bottom];
      const spots = [0.1, 0.5, 0.9].flatMap((x) =>
        [0.1, 0.5, 0.9].map((y) => document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)),
      );
      const isSeen = spots.some((spot) => spot !== null && (spot.contains(element) || element.contains(spot)));
      return { key: `${place}`, isDrawn, isSeen, html: element.outerHTML.slice(0, 160) };
    });
    if (stop === null || met.has(stop.key)) break;
    met.add(stop.key);
    if (!stop.isDrawn) faults.push(`not drawn: ${stop.html}`);
    if (!stop.isSeen) faults.push(`hidden: ${stop.html}`);
  }
  return { stops: met.size, faults };
}
