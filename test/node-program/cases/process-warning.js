process.on('warning', (w) => console.log(w.name, w.message, w.code));
process.emitWarning('careful', 'CustomWarning', 'C001');
