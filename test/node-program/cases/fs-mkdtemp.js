const fs = require('fs');
const d = fs.mkdtempSync('tmp-');
console.log(/^tmp-\w{6}$/.test(d), fs.statSync(d).isDirectory());
