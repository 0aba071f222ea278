console.log(eval('1 + 1'), new Function('a', 'b', 'return a * b')(3, 4), (0, eval)('typeof module'));
try {
  eval('}');
} catch (e) {
  console.log(e.name, e.message);
}
