/**
 * registry: fetching images, the static layout that serves them, and what Strata ships.
 *
 * The client speaks the OCI distribution protocol to any registry, and to plain static files laid
 * out like one. Recipes and package lists are data; building them is `src/node/images.ts`'s.
 */
export { createRegistryClient } from './client/create.ts';
export { siteFetch } from './hosts.ts';
export { type Recipe, recipes } from './images/recipes.ts';
export { type BuiltImage, type StaticFile, writeRegistry } from './layout.ts';
export { packageRepositories } from './packages/repositories.ts';
export { type FoundImage, findImages } from './search.ts';
export type { Credentials, LayerProgress, RegistryClient, RemoteDocument, RemoteImage } from './types.ts';
