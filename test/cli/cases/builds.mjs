/** Builds that do not begin. */
export const builds = [
  'build nope',
  'build -t BAD .',
  'build -t x:y:z .',
  'build --progress=foo .',
  'build --network foo .',
  'build /etc/passwd',
];
