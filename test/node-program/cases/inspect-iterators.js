console.log(new Map([[1, 2]]).entries(), new Set([1]).values());
