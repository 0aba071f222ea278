Error.prepareStackTrace = (e, sites) =>
  sites[0].getLineNumber() + ' ' + require('path').basename(sites[0].getFileName());
console.log(new Error('x').stack);
