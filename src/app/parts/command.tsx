/** A command that can be run, and run again: the button types it into the terminal. */
import type { JSX } from 'preact';
import { usePage } from '../page-context.ts';
import { say } from '../strings.ts';
import { Icon } from './icons.tsx';

export function Command(props: { command: string; done?: boolean; primary?: boolean }): JSX.Element {
  const page = usePage();
  const { command, done = false, primary = false } = props;
  return (
    <div class={`command${primary ? ' primary' : ''}${done ? ' done' : ''}`}>
      <code>
        <span class="prompt" aria-hidden="true">
          ${' '}
        </span>
        {command}
      </code>
      <button
        type="button"
        onClick={() => page.run(command)}
        aria-label={say('command.label', { command })}
        title={say('command.run')}
      >
        {done ? <Icon name="check" /> : null}
        {say('command.run')}
        {done ? null : <Icon name="enter" />}
      </button>
    </div>
  );
}
