/** What else is said when a container comes up or goes down: its volumes and its network. */
import { networkOf } from './networks.ts';
import type { ContainerRecord } from './records.ts';
import type { Engine } from './types.ts';

export function logMounted(engine: Engine, record: ContainerRecord): void {
  for (const { Type, Name, Destination, RW, Propagation } of record.mounts) {
    if (Type !== 'volume' || !Name) continue;
    engine.events.log('volume', 'mount', Name, {
      container: record.id,
      destination: Destination,
      driver: 'local',
      propagation: Propagation,
      'read/write': String(RW),
    });
  }
  logNetwork(engine, record, 'connect');
}

export function logUnmounted(engine: Engine, record: ContainerRecord): void {
  logNetwork(engine, record, 'disconnect');
  for (const { Type, Name } of record.mounts) {
    if (Type !== 'volume' || !Name) continue;
    engine.events.log('volume', 'unmount', Name, { container: record.id, driver: 'local' });
  }
}

function logNetwork(engine: Engine, record: ContainerRecord, action: 'connect' | 'disconnect'): void {
  const { id, name, type } = networkOf(engine, record);
  engine.events.log('network', action, id, { container: record.id, name, type });
}
