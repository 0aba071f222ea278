/**
 * The time rail: a notch for each thing that happened, and the latest in words. It is the splitter,
 * too: above it states, below it commands.
 */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Happening } from '../../model/index.ts';
import { happened, hueOf } from '../happened.ts';
import { usePage, usePageState } from '../page-context.ts';
import { remember } from '../remember.ts';
import { say } from '../strings.ts';
import { Icon } from './icons.tsx';
import { Splitter } from './splitter.tsx';

/** So many notches fit. */
const NOTCHES = 40;

export function Rail(): JSX.Element {
  const page = usePage();
  const happenings = usePageState((state) => state.model.happenings);
  const terminalHeight = usePageState((state) => state.terminalHeight);
  const narrow = usePageState((state) => state.widthClass === 'narrow');
  const [open, setOpen] = useState(false);
  const latest = happenings.at(-1);
  return (
    <div class="rail">
      {narrow ? null : (
        <Splitter
          label={say('rail.splitter')}
          direction="horizontal"
          value={terminalHeight}
          min={140}
          max={Math.max(200, innerHeight - 220)}
          sign={-1}
          onChange={(height) => page.store.setState({ terminalHeight: height, terminalOpen: true })}
          onDone={(height) => remember(`terminalHeight.${page.store.getState().widthClass}`, height)}
        />
      )}
      <Notches happenings={happenings} />
      <p class="rail-text">
        {latest ? <Sentence happening={latest} /> : <span class="quiet">{say('rail.empty')}</span>}
      </p>
      {happenings.length ? (
        <button
          type="button"
          class="icon-button"
          aria-expanded={open}
          aria-label={say(open ? 'rail.close' : 'rail.open')}
          title={say(open ? 'rail.close' : 'rail.open')}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'down' : 'up'} />
        </button>
      ) : null}
      {open ? (
        <ol class="rail-list" reversed aria-label={say('rail.label')}>
          {happenings
            .slice(-100)
            .reverse()
            .map((happening) => (
              <li key={happening.id}>
                <time>{new Date(happening.at).toLocaleTimeString()}</time>
                <Sentence happening={happening} />
              </li>
            ))}
        </ol>
      ) : null}
    </div>
  );
}

function Sentence({ happening }: { happening: Happening }): JSX.Element {
  return (
    <>
      <span class={`notch-mark hue-${hueOf(happening)}`} aria-hidden="true" />
      {happened(happening)}
    </>
  );
}

function Notches({ happenings }: { happenings: readonly Happening[] }): JSX.Element {
  const shown = happenings.slice(-NOTCHES);
  const step = 13;
  const width = Math.max(shown.length ? 12 : 232, shown.length * step) + 16;
  return (
    <span class="notches">
      <svg width={width} height="24" aria-hidden="true">
        <path class={`notch-line${shown.length ? '' : ' empty'}`} d={`M1 12H${width - 8}`} />
        {shown.map((happening, index) => {
          const hue = hueOf(happening);
          const tall = happening.kind === 'layer' ? 9 : hue === 'ink' ? 3 : 7;
          return (
            <path
              key={happening.id}
              class={`notch hue-${hue}`}
              d={`M${3 + index * step} ${12 - tall}v${2 * tall}`}
            >
              <title>{happened(happening)}</title>
            </path>
          );
        })}
        <circle class="notch-now" cx={shown.length ? width - 8 : 8} cy="12" r="6" />
      </svg>
      {happenings.length ? <span class="mono rail-count">{happenings.length}</span> : null}
    </span>
  );
}
