process.on('unhandledRejection', (reason, promise) =>
  console.log('unhandled', reason.message, promise instanceof Promise),
);
Promise.reject(new Error('y'));
setTimeout(() => console.log('still here'), 5);
