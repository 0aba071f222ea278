/**
 * The page's strings that its first sight needs, by key, and the lines that fill them in. What a part
 * says that is loaded later is in `later-strings.ts`, so that no prompt waits for it.
 *
 * `{name}` is replaced by a value; `{n|image|images}` by the form that the language's plural rules
 * choose for n, in the order of their categories (English: one, other). What `docker` prints is
 * never translated and is not here.
 */
export const english = {
  'app.name': 'Strata',
  'tab.layers': 'Layers',
  'tab.files': 'Files',
  'tab.build': 'Build',
  'tab.containers': 'Containers',
  'tab.editor': 'Editor',
  'tabs.label': 'Views',
  'theme.toDark': 'Dark theme',
  'theme.toLight': 'Light theme',
  'menu.label': 'Settings',
  'menu.fontSize': 'Terminal text',
  'menu.smaller': 'Smaller',
  'menu.larger': 'Larger',
  'menu.screenReader': 'Read the terminal aloud to screen readers',
  'menu.keys': 'F6 and Shift F6 go from part to part: tabs, lesson, picture, terminal.',
  'menu.version': 'Strata {version}. Docker commands answer as Docker 28.5.2 does.',

  'first.title': 'A container engine, in this tab',
  'first.text':
    'It builds images and runs containers, as Docker 28 does. You type the commands. The picture shows what they do.',
  'first.start': 'Start with the smallest image there is:',
  'first.or': 'Or press → and Enter in the terminal. It has the focus.',
  'first.lesson': 'the first lesson: {n} {n|step|steps}, about 25 minutes',
  'first.none': 'No lesson, thanks',
  'first.noneText': 'the whole page for the sandbox',
  'first.offline': 'Works offline from now on. Nothing leaves this computer.',
  'first.private': 'Nothing leaves this computer.',

  'lesson.label': 'Lesson',
  'lesson.show': 'Show the lesson',
  'lesson.norail': 'Sandbox, no lesson',
  'lesson.toLesson': 'Back to the lesson',
  'lesson.loading': 'The lesson is loading.',
  'lesson.failed': 'The lesson could not be read: {reason}',
  'command.run': 'Run',
  'command.label': 'Run in the terminal: {command}',

  'rail.label': 'What happened',
  'rail.empty': 'Each change leaves a notch here.',
  'rail.open': 'List what happened',
  'rail.close': 'Close the list',
  'rail.splitter': 'Height of the terminal',
  'lesson.splitter': 'Width of the lesson',
  'happened.layer': 'made {instruction}, {bytes}',
  'happened.layerBase': '{instruction} arrived, {bytes}',
  'happened.layersGone': '{n} {n|layer|layers} went, {bytes} freed',
  'happened.tagged': '{tag} names an image',
  'happened.moved': '{tag} moved to another image',
  'happened.untagged': '{tag} names nothing any more',
  'happened.created': '{container} was created',
  'happened.started': '{container} runs',
  'happened.paused': '{container} is paused',
  'happened.removed': '{container} is gone, and its thin layer with it',
  'happened.exited': '{container} ended, exit code {code}',
  'happened.cached': '{n} of {of} steps came from the cache',
  'happened.wrote': '{container} wrote {paths}, {bytes}',
  'happened.copiedUp': '{container} copied up {paths}, {bytes}, to change it',
  'happened.hid': '{container} hid {paths} with a whiteout',
  'happened.more': '{path} and {n} more',

  'files.todo': 'The files view is not built yet. In the terminal: docker exec NAME ls -l /',

  'editor.dirty': 'not saved',

  'terminal.label': 'Terminal',
  'terminal.laptop': 'laptop',
  'terminal.hide': 'Shrink the terminal',
  'terminal.show': 'Show the terminal',
  'terminal.about': 'F6 goes to the next part of the page, Shift F6 to the one before.',
  'terminal.leave': 'F6 leaves the terminal',
  'terminal.ended': 'The shell ended. Press Enter for a new one.',

  'strip.layers': '{n} {n|layer|layers}',
  'strip.show': 'Show the picture',

  'boot.failed': 'Strata could not start: {reason}',
  'boot.reload': 'Reload the page',
  'storage.denied':
    'This browser does not let the page keep anything. All works, and all is gone when the tab is closed.',
  'storage.dismiss': 'Understood',
  'drop.here': 'Drop files here. Archives of images are loaded, others appear in /media/dropped.',
  'drop.failed': 'Nothing was taken: {reason}',
  'elsewhere.title': 'This sandbox is open in another tab',
  'elsewhere.text':
    'One tab at a time holds it, so that nothing is written by two. Taking it over stops what runs there, as a power cut does.',
  'elsewhere.take': 'Take it over',
  'elsewhere.taken': 'Another tab took the sandbox over.',
  'update.ready': 'A new version is ready.',
  'update.reload': 'Reload',
} as const;

export type EarlyKey = keyof typeof english;
export type Values = Readonly<Record<string, string | number>>;

/** In English, what the parts say that are loaded so far. */
const known: Record<string, string> = { ...english };
let translated: Readonly<Record<string, string>> = {};
let plurals = new Intl.PluralRules('en');

/** Another language for the whole page; before anything is shown. */
export function setLanguage(language: string, strings: Readonly<Record<string, string>>): void {
  translated = strings;
  plurals = new Intl.PluralRules(language);
}

/** Knows more strings from here on; answers `say` for them and those that there were. */
export function alsoSay<K extends string>(
  strings: Readonly<Record<K, string>>,
): (key: K | EarlyKey, values?: Values) => string {
  Object.assign(known, strings);
  return say as (key: string, values?: Values) => string;
}

/** The string for a key, filled in. */
export function say(key: EarlyKey, values: Values = {}): string {
  return (translated[key] ?? known[key]!).replace(
    /\{(\w+)((?:\|[^}|]*)*)\}/g,
    (_, name: string, forms: string) => {
      const value = values[name] ?? '';
      if (!forms) return String(value);
      const categories = plurals.resolvedOptions().pluralCategories;
      const order = ['zero', 'one', 'two', 'few', 'many', 'other'].filter((it) =>
        categories.includes(it as never),
      );
      const list = forms.slice(1).split('|');
      return list[order.indexOf(plurals.select(Number(value)))] ?? list.at(-1)!;
    },
  );
}

/** Bytes as Docker counts them, in steps of 1000, with a space: `2.15 MB`. */
export function bytes(count: number, digits = 3): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
  let value = count;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const text = unit === 0 ? String(Math.round(value)) : String(Number(value.toPrecision(digits)));
  return `${text} ${units[unit]}`;
}
