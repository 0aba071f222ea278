/** What concerns the page as a whole: it could not start, another tab has the sandbox, an update waits. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { takeUpdate } from '../offline.ts';
import { usePage, usePageState } from '../page-context.ts';
import { say } from '../strings.ts';

export function Notice(): JSX.Element | null {
  const page = usePage();
  const status = usePageState((state) => state.status);
  const failure = usePageState((state) => state.failure);
  const temporary = usePageState((state) => state.temporary);
  const dropping = usePageState((state) => state.dropping);
  const dropFailure = usePageState((state) => state.dropFailure);
  const [dismissed, setDismissed] = useState(false);
  const updateReady = usePageState((state) => state.updateReady);
  if (status === 'elsewhere' || status === 'handed-over') {
    return (
      <div class="veil">
        <div class="notice" role="alertdialog" aria-labelledby="notice-title" aria-describedby="notice-text">
          <h2 id="notice-title">{say(status === 'elsewhere' ? 'elsewhere.title' : 'elsewhere.taken')}</h2>
          <p id="notice-text">{say('elsewhere.text')}</p>
          <button type="button" class="button primary" onClick={() => page.takeOver()}>
            {say('elsewhere.take')}
          </button>
        </div>
      </div>
    );
  }
  if (status === 'failed') {
    return (
      <div class="veil">
        <div class="notice" role="alert">
          <h2>{say('boot.failed', { reason: failure })}</h2>
          <button type="button" class="button primary" onClick={() => location.reload()}>
            {say('boot.reload')}
          </button>
        </div>
      </div>
    );
  }
  if (dropping) {
    return (
      <div class="veil drop">
        <p class="notice" role="status">
          {say('drop.here')}
        </p>
      </div>
    );
  }
  if (dropFailure) {
    return (
      <div class="toast" role="alert">
        {say('drop.failed', { reason: dropFailure })}
        <button type="button" class="button" onClick={() => page.store.setState({ dropFailure: '' })}>
          {say('storage.dismiss')}
        </button>
      </div>
    );
  }
  if (temporary && !dismissed) {
    return (
      <div class="toast" role="status">
        {say('storage.denied')}
        <button type="button" class="button" onClick={() => setDismissed(true)}>
          {say('storage.dismiss')}
        </button>
      </div>
    );
  }
  if (!updateReady) return null;
  return (
    <div class="toast" role="status">
      {say('update.ready')}
      <button type="button" class="button" onClick={() => void takeUpdate()}>
        {say('update.reload')}
      </button>
    </div>
  );
}
