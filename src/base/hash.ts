/** Digests that are no names of content: what `md5sum` and its like print, and what apk writes. */
export { md5, sha1 } from '@noble/hashes/legacy.js';
export { sha256, sha512 } from '@noble/hashes/sha2.js';
