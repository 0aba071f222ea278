console.log(require('./files/esm.mjs').named, require('./files/esm.mjs').default);
