const fs = require('fs');
const { pathToFileURL } = require('url');
fs.writeFileSync('my file#1', 'ok');
console.log(fs.readFileSync(pathToFileURL(require('path').resolve('my file#1')), 'utf8'));
