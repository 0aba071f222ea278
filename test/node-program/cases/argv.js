// args: one "two words" --three=3
console.log(process.argv.length, process.argv.slice(2));
console.log(require('path').basename(process.argv[1]), process.execArgv);
