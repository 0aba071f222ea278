const { log } = console;
[1, 2].forEach((n) => log(n));
