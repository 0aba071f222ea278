/**
 * xterm in an element: themes, font, size, keys, links; the bytes come and go by a `Duplex`.
 *
 * Knows nothing of what runs at the other end.
 */
import { FitAddon } from '@xterm/addon-fit';
import type { SearchAddon } from '@xterm/addon-search';
import { Terminal } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import type { Duplex } from '../base/index.ts';
import { type Link, linkTerminal } from './link.ts';
import { tamePaste } from './paste.ts';
import { type ThemeName, themes } from './theme.ts';

interface TerminalOptions {
  readonly theme: ThemeName;
  readonly fontFamily: string;
  readonly fontSize: number;
  /** px from one line's top to the next one's. */
  readonly lineHeight: number;
  /** Text for screen readers follows the screen. */
  readonly screenReader?: boolean;
  onResize(columns: number, rows: number): void;
  /** A link in the output was clicked. */
  openUrl(url: string): void;
  /** The other end closed the connection. */
  onEnd(): void;
  /**
   * Something was typed or pasted, or sent by a button, while there was no connection. It is kept for
   * the one that is attached next, and forgotten where this answers false.
   */
  onIdleInput(text: string, byButton: boolean): boolean;
  /** For screen readers: what the terminal is, and the way out of it. */
  readonly about: string;
}

export interface TerminalView {
  /** Columns and rows now. */
  size(): { readonly columns: number; readonly rows: number };
  /** Resolves when the first output is on the screen. */
  attach(connection: Duplex): Promise<void>;
  /** Sends text as if it had been typed. */
  type(text: string): void;
  /** Shows text that comes from no program. */
  print(text: string): void;
  focus(): void;
  /**
   * Selects the next place with this text, upwards or downwards; while it is being typed, from where it is.
   * Answers whether there is one.
   */
  find(text: string, direction: 'up' | 'down', isTyping: boolean): Promise<boolean>;
  /** Fits rows and columns to the element. */
  fit(): void;
  setTheme(theme: ThemeName): void;
  setFont(size: number, lineHeight: number): void;
  setScreenReader(on: boolean): void;
  /** Sticky Ctrl of the key row: the next key is sent with Ctrl. */
  holdControl(on: boolean): void;
  onControlReleased(listener: () => void): void;
  dispose(): void;
}

export function openTerminal(element: HTMLElement, options: TerminalOptions): TerminalView {
  const xterm = new Terminal({
    theme: themes[options.theme],
    fontFamily: options.fontFamily,
    fontSize: options.fontSize,
    lineHeight: lineHeightOf(options.fontFamily, options.fontSize, options.lineHeight),
    fontWeight: '400',
    fontWeightBold: '700',
    drawBoldTextInBrightColors: false,
    cursorBlink: false,
    cursorStyle: 'block',
    scrollback: 5000,
    screenReaderMode: options.screenReader ?? false,
    minimumContrastRatio: 4.5,
    macOptionIsMeta: true,
    allowProposedApi: false,
    // It calls each byte of a binary file that it cannot read an error of the page's.
    logLevel: 'off',
  });
  const fit = new FitAddon();
  xterm.loadAddon(fit);
  // Links can wait until something is printed.
  void import('@xterm/addon-web-links').then(({ WebLinksAddon }) =>
    xterm.loadAddon(new WebLinksAddon((_event, url) => options.openUrl(url))),
  );
  xterm.open(element);
  xterm.textarea?.setAttribute('aria-description', options.about);

  let search: Promise<SearchAddon> | undefined;
  let link: Link | undefined;
  let kept = '';
  let control = false;
  let released: () => void = () => {};
  const pass = (text: string, byButton = false): void => {
    if (link) link.send(text);
    else if (options.onIdleInput(text, byButton)) kept += text;
  };
  const send = (text: string): void => {
    if (control && text.length === 1) {
      control = false;
      released();
      pass(withControl(text));
    } else pass(tamePaste(text));
  };
  xterm.onData(send);
  xterm.onBinary(send);
  xterm.onResize(({ cols, rows }) => options.onResize(cols, rows));
  xterm.attachCustomKeyEventHandler((event) => !isClipboardKey(event, xterm));
  fitSoon(element, () => safeFit(fit, element));
  safeFit(fit, element);

  return {
    size: () => ({ columns: xterm.cols, rows: xterm.rows }),
    attach(connection) {
      link?.close();
      return new Promise((shown) => {
        const write = (bytes: Uint8Array, taken: () => void): void =>
          xterm.write(bytes, () => {
            taken();
            shown();
          });
        link = linkTerminal(connection, { write }, () => {
          link = undefined;
          options.onEnd();
        });
        link.send(kept);
        kept = '';
      });
    },
    type: (text) => pass(text, true),
    print: (text) => xterm.write(text),
    focus: () => xterm.focus(),
    async find(text, direction, isTyping) {
      search ??= import('@xterm/addon-search').then(({ SearchAddon }) => {
        const addon = new SearchAddon();
        xterm.loadAddon(addon);
        return addon;
      });
      const addon = await search;
      if (text === '') {
        xterm.clearSelection();
        return false;
      }
      return direction === 'up'
        ? addon.findPrevious(text, { incremental: isTyping })
        : addon.findNext(text, { incremental: isTyping });
    },
    fit: () => safeFit(fit, element),
    setTheme(theme) {
      xterm.options.theme = themes[theme];
    },
    setFont(size, lineHeight) {
      xterm.options.fontSize = size;
      xterm.options.lineHeight = lineHeightOf(options.fontFamily, size, lineHeight);
      safeFit(fit, element);
    },
    setScreenReader(on) {
      xterm.options.screenReaderMode = on;
    },
    holdControl(on) {
      control = on;
    },
    onControlReleased(listener) {
      released = listener;
    },
    dispose() {
      link?.close();
      xterm.dispose();
    },
  };
}

/** xterm multiplies the font's own line, which differs from face to face, by a factor of at least 1. */
function lineHeightOf(fontFamily: string, fontSize: number, px: number): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return 1;
  context.font = `${fontSize}px ${fontFamily}`;
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = context.measureText('W');
  return Math.max(1, Math.round((px / (above + below || px)) * 100) / 100);
}

function withControl(key: string): string {
  const code = key.toUpperCase().charCodeAt(0);
  return code >= 0x40 && code <= 0x5f ? String.fromCharCode(code & 0x1f) : key;
}

/**
 * Keys that the browser shall have: paste, and copy where something is selected. Ctrl-C without a
 * selection stays the terminal's interrupt.
 */
function isClipboardKey(event: KeyboardEvent, xterm: Terminal): boolean {
  if (event.type !== 'keydown' || event.altKey) return false;
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey)) return false;
  if (key === 'v') return true;
  if (key !== 'c' || !xterm.hasSelection()) return false;
  void navigator.clipboard?.writeText(xterm.getSelection()).catch(() => {});
  if (event.ctrlKey && !event.shiftKey) xterm.clearSelection();
  event.preventDefault();
  return true;
}

function safeFit(fit: FitAddon, element: HTMLElement): void {
  // A hidden panel has no size; fitting to it would leave two columns.
  if (element.clientWidth > 40 && element.clientHeight > 16) fit.fit();
}

function fitSoon(element: HTMLElement, run: () => void): void {
  let waiting = false;
  new ResizeObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      run();
    });
  }).observe(element);
}
