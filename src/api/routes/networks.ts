/** /networks: the three that every engine has. */
import { inspectNetwork, listNetworks, notImplemented, pruneNetworks } from '../../engine/index.ts';
import { json } from '../respond.ts';
import { type Route, route } from '../router.ts';

const refuse = (): never => {
  throw notImplemented('networks of your own: not supported by Strata yet');
};

export const networkRoutes: readonly Route[] = [
  route('GET', '/networks', (call) => json(200, listNetworks(call.engine, call.filters()))),
  route('POST', '/networks/prune', (call) => json(200, pruneNetworks(call.engine, call.filters()))),
  route('POST', '/networks/create', refuse),
  route('POST', '/networks/{name}/connect', refuse),
  route('POST', '/networks/{name}/disconnect', refuse),
  route('DELETE', '/networks/{name}', (call) => {
    const { Name } = inspectNetwork(call.engine, call.param('name'));
    return json(403, { message: `${Name} is a pre-defined network and cannot be removed` });
  }),
  route('GET', '/networks/{name}', (call) => json(200, inspectNetwork(call.engine, call.param('name')))),
];
