/** Rights of a guest's descriptors, which it can only give up. @see witx/typenames.witx, $rights */
export const RIGHTS = {
  FD_READ: 1n << 1n,
  FD_SEEK: 1n << 2n,
  FD_TELL: 1n << 5n,
  FD_WRITE: 1n << 6n,
  FD_ALLOCATE: 1n << 8n,
  FD_READDIR: 1n << 14n,
  PATH_FILESTAT_SET_SIZE: 1n << 19n,
  FD_FILESTAT_SET_SIZE: 1n << 22n,
} as const;

export const ALL_RIGHTS = (1n << 29n) - 1n;

const { FD_READ, FD_SEEK, FD_TELL, FD_WRITE, FD_ALLOCATE, FD_READDIR, FD_FILESTAT_SET_SIZE } = RIGHTS;
const OF_FILES = FD_READ | FD_SEEK | FD_TELL | FD_WRITE | FD_ALLOCATE | FD_FILESTAT_SET_SIZE;
const OF_PATHS = (0b1111111n << 9n) & ~FD_READDIR;

/** What a directory can be used for. */
export const DIRECTORY_RIGHTS = ALL_RIGHTS & ~OF_FILES;
export const FILE_RIGHTS = ALL_RIGHTS & ~OF_PATHS & ~FD_READDIR;
/** Who can seek is no terminal: that is how libc's isatty(3) tells. */
export const TERMINAL_RIGHTS = FILE_RIGHTS & ~FD_SEEK & ~FD_TELL;

export interface Rights {
  readonly base: bigint;
  /** Of what is opened below it. */
  readonly inheriting: bigint;
}

/** A descriptor may not be used so. */
export class NotCapable extends Error {}
