/**
 * The service worker's life as the page sees it: registered after the prompt, and a new version is
 * taken only when the learner says so, for all tabs at once.
 */
import type { Store } from './store.ts';

export function keepOffline(store: Store): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  let controlled = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    // The first one takes over a page of its own version; a later one brings another.
    if (controlled) location.reload();
    controlled = true;
  });
  serviceWorker
    .register(new URL('sw.js', document.baseURI), { updateViaCache: 'none' })
    .then((registration) => {
      const waiting = (): void => {
        if (registration.waiting && serviceWorker.controller) store.setState({ updateReady: true });
      };
      waiting();
      registration.addEventListener('updatefound', () => {
        registration.installing?.addEventListener('statechange', waiting);
      });
      return serviceWorker.ready;
    })
    .then(() => store.setState({ offlineReady: true }))
    // Without it the page works as any other page does.
    .catch(() => {});
}

/** Lets the waiting version in; the page is loaded anew when it is there. */
export async function takeUpdate(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration?.waiting) registration.waiting.postMessage('take over');
  else location.reload();
}
