const attempt = (run) => {
  try {
    console.log(run());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
attempt(() => process.setUncaughtExceptionCaptureCallback('x'));
console.log(process.hasUncaughtExceptionCaptureCallback());
process.on('uncaughtException', (error) => console.log('never', error));
process.on('uncaughtExceptionMonitor', (error) => console.log('monitor', error.message));
attempt(() => process.setUncaughtExceptionCaptureCallback((error) => console.log('captured', error.message)));
attempt(() => process.setUncaughtExceptionCaptureCallback(() => {}));
console.log(process.hasUncaughtExceptionCaptureCallback());
setImmediate(() => {
  process.setUncaughtExceptionCaptureCallback(null);
  console.log(process.hasUncaughtExceptionCaptureCallback());
});
throw new Error('one');
