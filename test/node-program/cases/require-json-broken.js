try {
  require('./files/broken.json');
} catch (e) {
  console.log(e instanceof SyntaxError, e.message.includes('broken.json'));
}
