const fs = require('fs');
for (const f of [
  () => fs.readFileSync(),
  () => fs.readFileSync(null),
  () => fs.writeFileSync('x', {}),
  () => fs.readFile('x'),
  () => fs.existsSync(5),
  () => fs.openSync('x', 'bad'),
  () => fs.readFileSync('a\0b'),
]) {
  try {
    console.log(f());
  } catch (e) {
    console.log(e.name, e.code, e.message);
  }
}
