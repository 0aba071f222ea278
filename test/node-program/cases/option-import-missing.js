// run: node --import ./none.mjs CASE
console.log('never');
