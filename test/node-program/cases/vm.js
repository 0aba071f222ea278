const vm = require('vm');
console.log(vm.runInThisContext('1 + 2'), new vm.Script('typeof globalThis').runInThisContext());
try {
  new vm.Script('let = =');
} catch (e) {
  console.log(e.name);
}
