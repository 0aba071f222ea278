/** A line between two panels that can be dragged, or moved by arrow keys. */
import type { JSX } from 'preact';

interface SplitterProps {
  readonly label: string;
  readonly direction: 'horizontal' | 'vertical';
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** +1 where dragging right or down makes the value larger. */
  readonly sign: 1 | -1;
  onChange(value: number): void;
  onDone(value: number): void;
}

const STEP = 16;

export function Splitter(props: SplitterProps): JSX.Element {
  const { label, direction, value, min, max, sign } = props;
  const clamp = (next: number): number => Math.round(Math.min(max, Math.max(min, next)));
  const across = direction === 'vertical';
  const onPointerDown = (event: PointerEvent): void => {
    const handle = event.currentTarget as HTMLElement;
    const start = across ? event.clientX : event.clientY;
    let latest = value;
    handle.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent): void => {
      latest = clamp(value + sign * ((across ? moved.clientX : moved.clientY) - start));
      props.onChange(latest);
    };
    const up = (): void => {
      handle.removeEventListener('pointermove', move);
      props.onDone(latest);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', up, { once: true });
    handle.addEventListener('pointercancel', up, { once: true });
    event.preventDefault();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const forth = across ? 'ArrowRight' : 'ArrowDown';
    const back = across ? 'ArrowLeft' : 'ArrowUp';
    const next =
      event.key === forth
        ? value + sign * STEP
        : event.key === back
          ? value - sign * STEP
          : event.key === 'Home'
            ? min
            : event.key === 'End'
              ? max
              : undefined;
    if (next === undefined) return;
    event.preventDefault();
    props.onChange(clamp(next));
    props.onDone(clamp(next));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr cannot be focused and moved
    <div
      class={`splitter ${direction}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={direction}
      aria-valuenow={Math.round(value)}
      aria-valuemin={min}
      aria-valuemax={Math.round(max)}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  );
}
