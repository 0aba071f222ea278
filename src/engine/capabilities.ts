/**
 * Linux's capabilities by name, as `--cap-add` and `--cap-drop` take them. None has an effect here.
 *
 * @see moby oci/caps/utils.go, NormalizeLegacyCapabilities
 */
import type { HostConfig } from './docker-types.ts';
import { invalid } from './failure.ts';

const KNOWN: ReadonlySet<string> = new Set([
  ...['AUDIT_CONTROL', 'AUDIT_READ', 'AUDIT_WRITE', 'BLOCK_SUSPEND', 'BPF', 'CHECKPOINT_RESTORE', 'CHOWN'],
  ...['DAC_OVERRIDE', 'DAC_READ_SEARCH', 'FOWNER', 'FSETID', 'IPC_LOCK', 'IPC_OWNER', 'KILL', 'LEASE'],
  ...['LINUX_IMMUTABLE', 'MAC_ADMIN', 'MAC_OVERRIDE', 'MKNOD', 'NET_ADMIN', 'NET_BIND_SERVICE'],
  ...['NET_BROADCAST', 'NET_RAW', 'PERFMON', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYSLOG', 'SYS_ADMIN'],
  ...['SYS_BOOT', 'SYS_CHROOT', 'SYS_MODULE', 'SYS_NICE', 'SYS_PACCT', 'SYS_PTRACE', 'SYS_RAWIO'],
  ...['SYS_RESOURCE', 'SYS_TIME', 'SYS_TTY_CONFIG', 'WAKE_ALARM'],
]);

/** @throws EINVALIDPARAMETER with dockerd's words for one that there is not */
export function checkCapabilities({ CapAdd, CapDrop }: HostConfig): void {
  for (const [member, names] of Object.entries({ CapAdd, CapDrop })) {
    for (const name of names ?? []) {
      const bare = name.toUpperCase().replace(/^CAP_/, '');
      if (bare === 'ALL' || KNOWN.has(bare)) continue;
      throw invalid(`invalid ${member}: unknown capability: "CAP_${bare}"`);
    }
  }
}
