/** The build view: the last build's steps, in the order of the Dockerfile's lines, each with its reason. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { chunksOf, collect, decode } from '../../base/index.ts';
import type { BuildRecord, StepRecord } from '../../builder/index.ts';
import { say } from '../later-strings.ts';
import { type Page, usePage, usePageState } from '../page-context.ts';
import { Icon } from './icons.tsx';

export function Builds(): JSX.Element {
  const page = usePage();
  const running = usePageState((state) => state.model.build?.running ?? false);
  const version = usePageState((state) => state.model.version);
  const [records, setRecords] = useState<readonly BuildRecord[] | 'unavailable'>();
  useEffect(() => {
    let current = true;
    loadBuilds(page).then(
      (list) => current && setRecords(list),
      () => current && setRecords('unavailable'),
    );
    return () => {
      current = false;
    };
  }, [running, version]);
  if (records === undefined) return <div />;
  if (records === 'unavailable') return <p class="empty-line">{say('build.unavailable')}</p>;
  const last = records[0];
  if (!last) return <p class="empty-line">{say('build.none')}</p>;
  const own = last.steps.filter((step) => step.line > 0);
  return (
    <div class="scroll build">
      <p class="build-head">
        <strong>{say('build.title')}</strong>
        <span class="quiet">
          {say('build.summary', {
            cached: own.filter((step) => step.cached).length,
            of: own.length,
            seconds: ((last.completed - last.started) / 1000).toFixed(1),
          })}
        </span>
      </p>
      <ol class="steps">
        {last.steps.map((step, index) => (
          <Step key={index} step={step} />
        ))}
      </ol>
    </div>
  );
}

function Step({ step }: { step: StepRecord }): JSX.Element {
  return (
    <li class={step.cached ? 'cached' : 'ran'}>
      <span class="step-line mono">{step.line || ''}</span>
      <span class="step-name mono">{step.name}</span>
      <span class={`chip${step.cached ? '' : ' chip-dark'}`}>
        <Icon name={step.cached ? 'check' : 'right'} />
        {say(step.cached ? 'build.cached' : 'build.ran')}
      </span>
      <span class="step-time mono">{(step.duration / 1000).toFixed(1)} s</span>
      {step.reason ? <span class="step-reason">{step.reason}</span> : null}
    </li>
  );
}

async function loadBuilds(page: Page): Promise<readonly BuildRecord[] | 'unavailable'> {
  const { transport } = await page.environment;
  const response = await transport({ method: 'GET', path: '/strata/v1/builds' });
  const body = await collect(chunksOf(response.body));
  return response.status === 200 ? (JSON.parse(decode(body)) as BuildRecord[]) : 'unavailable';
}
