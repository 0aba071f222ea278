console.log(new Date(0), [new Date(86400000)], /re/gi, [new Error('in array').message], new Date(NaN));
