/**
 * Every string of the page, by key, and the thirty lines that fill them in.
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
  'lesson.hide': 'Hide the lesson',
  'lesson.rail': '{title}, {at} of {of}',
  'lesson.norail': 'Sandbox, no lesson',
  'lesson.back': 'Back',
  'lesson.next': 'Next',
  'lesson.skip': 'Skip',
  'lesson.finish': 'Finish',
  'lesson.hint': 'Hint',
  'lesson.progress': 'Step {at} of {of}',
  'lesson.checks': 'What this step looks for',
  'lesson.toLesson': 'Back to the lesson',
  'lesson.done': 'done',
  'lesson.open': 'to do',
  'lesson.doneCount': '{n} done',
  'lesson.loading': 'The lesson is loading.',
  'lesson.failed': 'The lesson could not be read: {reason}',
  'lesson.over': 'That was all {n} steps',
  'lesson.overText': 'The sandbox stays as it is. Everything you typed works on a machine with Docker, too.',
  'lesson.again': 'Read it again',
  'lesson.toFirst': 'To the start',
  'command.run': 'Run',
  'command.ran': 'Ran',
  'command.label': 'Run in the terminal: {command}',
  'command.failed': 'The terminal is not ready.',

  'legend.base': 'base image',
  'legend.run': 'RUN',
  'legend.copy': 'COPY, ADD',
  'legend.container': 'container',
  'legend.label': 'Who made a layer',
  'meter.unshared': 'if nothing were shared',
  'meter.disk': 'on this disk',
  'meter.title': '{onDisk} on this disk; {unshared} if nothing were shared',
  'zoom.in': 'Zoom in',
  'zoom.out': 'Zoom out',
  'zoom.fit': 'Fit the picture',

  'picture.label': 'Layers, images and containers',
  'picture.sharedBy': 'shared by {names}',
  'picture.onlyFor': '{name} only',
  'picture.standing':
    'stored once · {images} {images|image|images} and {containers} {containers|container|containers} stand on it',
  'picture.standingImages': 'stored once · {images} {images|image stands|images stand} on it',
  'picture.counts': '{images} {images|image|images}, {containers} {containers|container|containers}',
  'picture.loose': 'prune frees {bytes}',
  'picture.scratch': 'scratch: bare ground, no files, 0 B',
  'picture.bare': 'Bare ground.',
  'picture.bareText': 'No images, no containers, 0 B on this disk.',
  'picture.oneLayerOf': 'one layer of',
  'picture.layerTitle': '{instruction}, {bytes}, layer {depth} of {of}, {sharers}{seams}',
  'picture.noSharers': 'nothing stands on it',
  'picture.sharedByImages': 'shared by {n|image|images} {names}',
  'picture.andContainers': 'and {n} {n|container|containers}',
  'picture.containersOnly': 'under {n} {n|container|containers}',
  'picture.seamsTitle': '; {n} {n|instruction|instructions} without a layer: {list}',
  'picture.containerTitle': 'container {name}, {state}, {bytes} in its thin layer{hidden}',
  'picture.hides': ', hides {list}',
  'picture.imageTitle': 'image {tags}',
  'picture.untagged': 'image {id}, without a name',
  'picture.manyContainers': '{n} {n|container|containers}',
  'picture.seams': '{n} instructions without a layer',
  'picture.partName': 'A name',
  'picture.partNameText': 'flies over the image that it means',
  'picture.partThin': 'A thin layer on top',
  'picture.partThinText': 'is where a container writes, alone',
  'picture.partLayer': 'A layer',
  'picture.partLayerText': 'is made once by a build step, then never changes',
  'picture.partShared': 'A layer that many share',
  'picture.partSharedText': 'is as wide as all that stand on it, and stored once',
  'picture.unavailable': 'This engine does not tell what Strata draws. The terminal works.',

  'state.created': 'created',
  'state.running': 'running',
  'state.paused': 'paused',
  'state.exited': 'exited',
  'state.dead': 'dead',

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

  'story.label': 'About what is chosen',
  'story.close': 'Close',
  'story.layer': 'Layer {depth} of {of}',
  'story.size': '{bytes}.',
  'story.usedBy': 'Stored once, used by',
  'story.nobody': 'Nothing stands on it. The build cache keeps it.',
  'story.image': 'image',
  'story.sameImage': 'one image, {n} {n|name|names}',
  'story.identity': 'Identity',
  'story.diffId': 'DiffID',
  'story.chainId': 'ChainID',
  'story.standsOn': 'Stands on',
  'story.ground': 'the ground (scratch)',
  'story.twins': 'Same bytes elsewhere',
  'story.twinsText': '{n} {n|layer|layers} with this DiffID on another parent',
  'story.seams': 'On its surface, without a layer',
  'story.goes': 'It goes away with',
  'story.thin': 'Thin layer of {name}',
  'story.changes': 'What it wrote',
  'story.noChanges': 'Nothing. It sees the image, and only that.',
  'story.changed': 'changed',
  'story.added': 'added',
  'story.hidden': 'hidden by a whiteout',
  'story.virtual': '{own} of its own, {virtual} with the image it stands on.',
  'story.names': 'Names',

  'files.todo': 'The files view is not built yet. In the terminal: docker exec NAME ls -l /',
  'build.title': 'Last build',
  'build.none': 'No build yet. docker build -t NAME . makes one.',
  'build.summary': '{cached} of {of} {of|step|steps} from the cache, {seconds} s',
  'build.cached': 'cached',
  'build.ran': 'ran',
  'build.line': 'line {line}',
  'build.unavailable': 'This engine keeps no record of builds.',
  'containers.none': 'No containers. docker run makes one.',
  'containers.name': 'Name',
  'containers.image': 'Image',
  'containers.state': 'State',
  'containers.size': 'Thin layer',
  'containers.virtual': 'With its image',
  'containers.exited': 'exited ({code})',

  'editor.none': 'No file is open. In the terminal: code FILE',
  'editor.save': 'Save',
  'editor.saved': 'Saved',
  'editor.dirty': 'not saved',
  'editor.close': 'Close',
  'editor.failed': '{path} could not be saved: {reason}',
  'editor.binary': '{path} is not text, so it cannot be edited here.',
  'editor.discard': '{path} has changes that are not saved. Discard them?',
  'editor.label': 'Contents of {path}',
  'editor.loading': 'The editor is loading.',

  'terminal.label': 'Terminal',
  'terminal.laptop': 'laptop',
  'terminal.hide': 'Shrink the terminal',
  'terminal.show': 'Show the terminal',
  'terminal.ended': 'The shell ended. Press Enter for a new one.',
  'terminal.starting': 'The laptop starts.',
  'keys.label': 'Keys',
  'keys.left': 'left',
  'keys.right': 'right',
  'keys.up': 'up',
  'keys.down': 'down',

  'strip.layers': '{n} {n|layer|layers}',
  'strip.show': 'Show the picture',
  'strip.hide': 'Show the lesson',

  'boot.failed': 'Strata could not start: {reason}',
  'boot.reload': 'Reload the page',
  'storage.denied':
    'This browser does not let the page keep anything. All works, and all is gone when the tab is closed.',
  'storage.dismiss': 'Understood',
  'drop.here': 'Drop files here. Archives of images are loaded, others appear in /media/dropped.',
  'drop.failed': 'Nothing was taken: {reason}',
  'drop.folder': 'folders cannot be dropped, only files',
  'elsewhere.title': 'This sandbox is open in another tab',
  'elsewhere.text':
    'One tab at a time holds it, so that nothing is written by two. Taking it over stops what runs there, as a power cut does.',
  'elsewhere.take': 'Take it over',
  'elsewhere.taken': 'Another tab took the sandbox over.',
  'elsewhere.waiting': 'The other tab hands it over.',
  'update.ready': 'A new version is ready.',
  'update.reload': 'Reload',
} as const;

export type Key = keyof typeof english;
export type Catalogue = Readonly<Record<Key, string>>;
export type Values = Readonly<Record<string, string | number>>;

let catalogue: Catalogue = english;
let plurals = new Intl.PluralRules('en');

/** Another language for the whole page; before anything is shown. */
export function setLanguage(language: string, strings: Catalogue): void {
  catalogue = strings;
  plurals = new Intl.PluralRules(language);
}

/** The string for a key, filled in. */
export function say(key: Key, values: Values = {}): string {
  return catalogue[key].replace(/\{(\w+)((?:\|[^}|]*)*)\}/g, (_, name: string, forms: string) => {
    const value = values[name] ?? '';
    if (!forms) return String(value);
    const categories = plurals.resolvedOptions().pluralCategories;
    const order = ['zero', 'one', 'two', 'few', 'many', 'other'].filter((it) =>
      categories.includes(it as never),
    );
    const list = forms.slice(1).split('|');
    return list[order.indexOf(plurals.select(Number(value)))] ?? list.at(-1)!;
  });
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
