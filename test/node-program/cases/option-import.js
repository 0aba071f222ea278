// run: node -r ./files/a.js --import ./files/esm.mjs --import dual CASE
console.log('main', process.execArgv);
