/** /networks: the three that every engine has. */
import {
  findContainer,
  inspectNetwork,
  listNetworks,
  notImplemented,
  pruneNetworks,
} from '../../engine/index.ts';
import { json } from '../respond.ts';
import { type Call, type Route, route } from '../router.ts';

const refuse = (): never => {
  throw notImplemented('networks of your own: not supported by Strata yet');
};

const PREDEFINED = ['bridge', 'default', 'host', 'none'];

async function attach(call: Call): Promise<never> {
  findContainer(call.engine, (await call.body<{ Container?: string }>())?.Container ?? '');
  return refuse();
}

export const networkRoutes: readonly Route[] = [
  route('GET', '/networks', (call) => json(200, listNetworks(call.engine, call.filters()))),
  route('POST', '/networks/prune', (call) => json(200, pruneNetworks(call.engine, call.filters()))),
  route('POST', '/networks/create', async (call) => {
    const name = (await call.body<{ Name?: string }>())?.Name ?? '';
    if (!PREDEFINED.includes(name)) return refuse();
    const message = `operation is not permitted on predefined ${name} network `;
    return json(403, { message });
  }),
  route('POST', '/networks/{name}/connect', attach),
  route('POST', '/networks/{name}/disconnect', attach),
  route('DELETE', '/networks/{name}', (call) => {
    const { Name } = inspectNetwork(call.engine, call.param('name'));
    return json(403, { message: `${Name} is a pre-defined network and cannot be removed` });
  }),
  route('GET', '/networks/{name}', (call) => json(200, inspectNetwork(call.engine, call.param('name')))),
];
