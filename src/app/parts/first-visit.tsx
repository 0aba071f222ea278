/** The first visit's panel: what this is, one command to begin with, and the ways on. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { usePage, usePageState } from '../page-context.ts';
import { remember } from '../remember.ts';
import { say } from '../strings.ts';
import { Command } from './command.tsx';
import { Icon } from './icons.tsx';

/** Known before the lesson is loaded; a test holds it against the lesson itself. */
const FIRST_LESSON = { title: 'How Docker images work', steps: 14 };

const FIRST_COMMAND = 'docker run hello-world';

export function FirstVisit(): JSX.Element {
  const page = usePage();
  const offline = usePageState((state) => state.offlineReady);
  const go = (side: 'lesson' | 'none'): void => {
    page.store.setState({ side });
    remember('side', side);
    page.focusTerminal();
  };
  useEffect(() => {
    const offer = (): void => page.store.setState({ suggestion: page.commands.length ? '' : FIRST_COMMAND });
    offer();
    const unsubscribe = page.onCommand(offer);
    return () => {
      unsubscribe();
      page.store.setState({ suggestion: '' });
    };
  }, [page]);
  return (
    <section class="side first" aria-label={say('app.name')}>
      <div class="side-scroll">
        <h1>{say('first.title')}</h1>
        <p>{say('first.text')}</p>
        <p>{say('first.start')}</p>
        <Command command={FIRST_COMMAND} primary />
        <p class="quiet">{say('first.or')}</p>
        <ul class="ways">
          <li>
            <button type="button" onClick={() => go('lesson')}>
              <span>{FIRST_LESSON.title}</span>
              <small>{say('first.lesson', { n: FIRST_LESSON.steps })}</small>
              <Icon name="right" />
            </button>
          </li>
          <li>
            <button type="button" onClick={() => go('none')}>
              <span>{say('first.none')}</span>
              <small>{say('first.noneText')}</small>
              <Icon name="right" />
            </button>
          </li>
        </ul>
      </div>
      <p class="side-foot quiet">{say(offline ? 'first.offline' : 'first.private')}</p>
    </section>
  );
}
