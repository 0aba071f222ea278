/**
 * Timers in the order in which Node fires them: a list for each duration, where those made first are due
 * first, and of the lists the one whose first is due next. What is due is found without looking at all.
 *
 * A list is run to the end of what is due before the next one is looked at.
 * @see https://github.com/nodejs/node/blob/main/lib/internal/timers.js
 */

/** By duration: `{ timers, expiry, id, place }`. */
const lists = new Map();
/** The lists as a binary heap; an expiry may be too early, and is put right when it is looked at. */
const heap = [];
let lastId = 0;
/** The list that is being run, and the time that it is run at. */
let running;

const first = (list) => {
  for (const timer of list.timers) return timer;
  return undefined;
};

const isBefore = (one, other) =>
  one.expiry < other.expiry || (one.expiry === other.expiry && one.id < other.id);

function put(list, at) {
  heap[at] = list;
  list.place = at;
}

function rise(list, from) {
  let at = from;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (!isBefore(list, heap[above])) break;
    put(heap[above], at);
    at = above;
  }
  put(list, at);
}

function sink(list, from) {
  let at = from;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && isBefore(heap[below + 1], heap[below])) below++;
    if (!isBefore(heap[below], list)) break;
    put(heap[below], at);
    at = below;
  }
  put(list, at);
}

function drop(list) {
  lists.delete(list.duration);
  if (running?.list === list) running = undefined;
  const last = heap.pop();
  if (last === list) return;
  const at = list.place;
  rise(last, at);
  sink(last, last.place);
}

export const isScheduled = (timer) => Boolean(lists.get(timer._idleTimeout)?.timers.has(timer));

/** Adds a timer, or puts it behind the others again, by its `_idleStart` and `_idleTimeout`. */
export function schedule(timer) {
  const duration = timer._idleTimeout;
  let list = lists.get(duration);
  if (!list) {
    list = { duration, timers: new Set(), expiry: timer._idleStart + duration, id: ++lastId, place: 0 };
    lists.set(duration, list);
    rise(list, heap.length);
  }
  list.timers.delete(timer);
  list.timers.add(timer);
}

/** Whether it was there. */
export function unschedule(timer) {
  const list = lists.get(timer._idleTimeout);
  if (!list?.timers.delete(timer)) return false;
  if (list.timers.size === 0) drop(list);
  return true;
}

/** Moves a list to where its first timer belongs. */
function settle(list, expiry) {
  list.expiry = expiry;
  list.id = ++lastId;
  sink(list, list.place);
}

/** When the next timer is due; undefined where there is none. */
export function nextExpiry() {
  for (let list = heap[0]; list; list = heap[0]) {
    const due = first(list)._idleStart + list.duration;
    if (due <= list.expiry) return list.expiry;
    settle(list, due);
  }
  return undefined;
}

/** The timer to fire now. */
export function nextDue(now) {
  if (running) {
    const { list, time } = running;
    const timer = first(list);
    if (time - timer._idleStart >= list.duration) return timer;
    running = undefined;
  }
  const due = nextExpiry();
  const time = now();
  if (due === undefined || due > time) return undefined;
  running = { list: heap[0], time };
  return first(heap[0]);
}
