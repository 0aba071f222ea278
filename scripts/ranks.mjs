/**
 * Which folder of src/ may import which: only from a lower rank, through its index.ts.
 *
 * The one place where the layering is written down; dependency-cruiser's rules, the architecture
 * test and ARCHITECTURE.md's table are made from it or held against it.
 */
export const ranks = [
  ['base'],
  ['dockerfile', 'oci', 'posix'],
  ['store'],
  ['vfs'],
  ['kernel'],
  ['sh', 'userland'],
  ['builder', 'registry', 'sandbox'],
  ['engine'],
  ['api'],
  ['model'],
  ['cli'],
  ['tutor', 'laptop'],
  ['viz', 'terminal'],
  ['app', 'node'],
];
