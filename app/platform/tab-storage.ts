/**
 * The storage of a tab of the browser, for what must outlive a reload. Null where the browser forbids it, and where the
 * device is shared: then nothing is left on it.
 */
export function tabStorage(): Storage | null {
  if (document.documentElement.hasAttribute("data-shared")) return null;
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
