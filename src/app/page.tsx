/** The page's layout in its three width classes. */
import type { JSX } from 'preact';
import { type Page, PageContext, usePageState } from './page-context.ts';
import { Announcer } from './parts/announcer.tsx';
import { Notice } from './parts/notice.tsx';
import { Rail } from './parts/rail.tsx';
import { Side } from './parts/side.tsx';
import { Stage } from './parts/stage.tsx';
import { BackToLesson, Strip } from './parts/strip.tsx';
import { TerminalPanel } from './parts/terminal-panel.tsx';
import { TopBar } from './parts/top-bar.tsx';

export function PageView({ page }: { page: Page }): JSX.Element {
  return (
    <PageContext.Provider value={page}>
      <Layout />
    </PageContext.Provider>
  );
}

function Layout(): JSX.Element {
  const widthClass = usePageState((state) => state.widthClass);
  const side = usePageState((state) => state.side);
  const pictureOpen = usePageState((state) => state.pictureOpen);
  const terminalOpen = usePageState((state) => state.terminalOpen);
  const lessonWidth = usePageState((state) => state.lessonWidth);
  const terminalHeight = usePageState((state) => state.terminalHeight);
  const narrow = widthClass === 'narrow';
  const classes = ['page', widthClass, `side-${side}`];
  if (pictureOpen) classes.push('picture-open');
  if (!terminalOpen) classes.push('terminal-small');
  return (
    <div
      class={classes.join(' ')}
      style={{ '--lesson-width': `${lessonWidth}px`, '--terminal-height': `${terminalHeight}px` }}
    >
      {narrow && side === 'lesson' && !pictureOpen ? null : <TopBar />}
      {narrow && pictureOpen && side !== 'none' ? <BackToLesson /> : null}
      <Side />
      <main class="stage">
        {narrow && !pictureOpen && side !== 'none' ? null : <Stage />}
        {narrow && !pictureOpen && side !== 'none' ? <Strip /> : <Rail />}
        <TerminalPanel />
      </main>
      <Notice />
      <Announcer />
    </div>
  );
}
