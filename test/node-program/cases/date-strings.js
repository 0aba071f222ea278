const d = new Date(0);
console.log(
  String(d),
  d.toUTCString(),
  d.toDateString(),
  d.toJSON(),
  d.toLocaleDateString('en-US'),
  d.toLocaleTimeString('en-US'),
);
console.log(
  new Date('2024-02-30T00:00:00Z').getTime(),
  Date.parse('2024-01-01'),
  new Date('Jan 1, 2024 10:00').getTime(),
);
