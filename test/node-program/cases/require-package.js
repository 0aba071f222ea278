console.log(require('left'), require('left/sub'), require('scoped-exports'), require('@org/thing'));
try {
  require('scoped-exports/hidden');
} catch (e) {
  console.log(e.code);
}
