console.log(
  ['b', 'a', 'C'].sort(),
  [10, 9, 1].sort(),
  ['é', 'e', 'z'].sort((a, b) => a.localeCompare(b)),
  (1234567.891).toLocaleString(),
  new Date(0).toISOString(),
  new Date(2020, 0, 1, 12).getTimezoneOffset(),
);
