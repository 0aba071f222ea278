/** One polite live region: at most a sentence in two seconds, the latest of what happened. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { happened } from '../happened.ts';
import { usePageState } from '../page-context.ts';

const PAUSE = 2000;

export function Announcer(): JSX.Element {
  const latest = usePageState((state) => state.model.happenings.at(-1));
  const [text, setText] = useState('');
  const spoken = useRef(0);
  useEffect(() => {
    if (!latest) return;
    const wait = Math.max(0, spoken.current + PAUSE - Date.now());
    const timer = setTimeout(() => {
      spoken.current = Date.now();
      setText(happened(latest));
    }, wait);
    return () => clearTimeout(timer);
  }, [latest]);
  return (
    <div class="twin-text" aria-live="polite">
      {text}
    </div>
  );
}
