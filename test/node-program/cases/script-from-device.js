// run: node /dev/stdin one <CASE
console.log(process.argv.slice(2), require('fs').existsSync('files/a.js'));
