// stdin: ignored\n
console.log('no reader');
