/**
 * F6 and Shift-F6 go from part to part of the page. The terminal takes all other keys, Tab among
 * them, so without these nobody could leave it by keyboard (WCAG 2.1.2).
 */

/** In the order of the document. */
const REGIONS = '.top-bar, .back-line, .side, .side-rail, .view, .strip, .rail, .terminal-panel, .toast';
const FOCUSABLE = 'a[href], button, input, textarea, [tabindex="0"]';
/** Where one begins who comes for the first time. */
const ENTRIES = '.xterm-helper-textarea, .view textarea, [role=treeitem][tabindex="0"], [aria-selected=true]';
const TEXT_ENTRIES = '.side-scroll button';

/** Listens on the whole page for as long as it is there. */
export function walkRegions(): void {
  const left = new WeakMap<Element, HTMLElement>();
  addEventListener('focusin', ({ target }) => {
    const region = target instanceof HTMLElement ? target.closest(REGIONS) : null;
    if (region) left.set(region, target as HTMLElement);
  });
  // Before xterm, which would send it to the shell.
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const veil = document.querySelector<HTMLElement>('.veil .button');
    if (veil) {
      veil.focus();
      return;
    }
    const regions = [...document.querySelectorAll<HTMLElement>(REGIONS)];
    const at = regions.findIndex((region) => region.contains(document.activeElement));
    const step = event.shiftKey ? -1 : 1;
    const from = at < 0 && step < 0 ? regions.length : at;
    for (let i = 1; i <= regions.length; i++) {
      const region = regions[(from + step * i + 2 * regions.length) % regions.length]!;
      const entry = entryOf(region, left.get(region));
      if (!entry) continue;
      entry.focus();
      return;
    }
  };
  addEventListener('keydown', onKey, { capture: true });
}

/** Where the focus was last in a part, or where it begins; undefined where nothing can have it. */
function entryOf(region: HTMLElement, last: HTMLElement | undefined): HTMLElement | undefined {
  const find = (selector: string): HTMLElement | undefined =>
    [...region.querySelectorAll<HTMLElement>(selector)].find(canFocus);
  if (last && region.contains(last) && canFocus(last)) return last;
  return canFocus(region) ? region : (find(ENTRIES) ?? find(TEXT_ENTRIES) ?? find(FOCUSABLE));
}

function canFocus(element: HTMLElement): boolean {
  return (
    element.matches(FOCUSABLE) &&
    !element.matches(':disabled') &&
    element.checkVisibility({ visibilityProperty: true })
  );
}
