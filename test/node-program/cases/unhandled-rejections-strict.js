// run: node --unhandled-rejections strict CASE
process.on('exit', (code) => console.log('exit', code));
if ('strict' === 'strict') process.on('uncaughtException', (error, origin) => console.log('uncaught', error.message, origin));
Promise.reject(new Error('one'));
Promise.reject('two');
Promise.reject({ three: 3 });
setTimeout(() => console.log('later'), 10);
