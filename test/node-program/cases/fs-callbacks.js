const fs = require('fs');
fs.writeFile('c', 'data', (e) => {
  console.log(e);
  fs.readFile('c', 'utf8', (e, d) => {
    console.log(e, d);
    fs.readFile('none', (e, d) => console.log(e.code, d));
  });
});
console.log('first');
