// run: node --unhandled-rejections throw CASE
process.on('exit', (code) => console.log('exit', code));
if ('throw' === 'strict') process.on('uncaughtException', (error, origin) => console.log('uncaught', error.message, origin));
Promise.reject(new Error('one'));
Promise.reject('two');
Promise.reject({ three: 3 });
setTimeout(() => console.log('later'), 10);
