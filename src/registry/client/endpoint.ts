/**
 * Where a registry is reached: `docker.io` under another name, this machine also without TLS.
 *
 * @see moby registry/config.go (isSecureIndex), service_v2.go
 */

const HUB = 'registry-1.docker.io';

/** The host that requests go to. */
export function hostOf(domain: string): string {
  return domain === 'docker.io' || domain === 'index.docker.io' ? HUB : domain;
}

/** Addresses to try, the first that answers is kept. Docker takes registries on 127.0.0.0/8 without TLS. */
export function addressesOf(host: string): readonly string[] {
  return isLoopback(host) ? [`https://${host}`, `http://${host}`] : [`https://${host}`];
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/.test(host);
}
