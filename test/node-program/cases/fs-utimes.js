const fs = require('fs');
fs.writeFileSync('u', '');
fs.utimesSync('u', 1, new Date(2000));
console.log(fs.statSync('u').mtime.toISOString(), fs.statSync('u').atimeMs);
