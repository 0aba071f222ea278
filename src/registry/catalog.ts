/** What the site's registry holds, for `docker search` and for its page: `registry/index.json`. */

export interface RegistryIndex {
  readonly images: readonly CatalogImage[];
}

export interface CatalogImage {
  /** As people type it. */
  readonly name: string;
  readonly description: string;
  readonly tags: readonly CatalogTag[];
}

export interface CatalogTag {
  /** Tags of one digest together. */
  readonly names: readonly string[];
  readonly digest: string;
  /** Bytes of its layers, compressed and unpacked. */
  readonly compressed: number;
  readonly unpacked: number;
  /** RFC 3339. */
  readonly created: string;
}
