setImmediate((a) => {
  console.log(a);
  setTimeout((a, b) => console.log(a, b), 1, 'x', 'y');
}, 'z');
