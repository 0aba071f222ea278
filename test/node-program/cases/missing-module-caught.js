try {
  require('nope');
} catch (e) {
  console.log(e.code, e.message.split('\n')[0], e.requireStack.length);
}
