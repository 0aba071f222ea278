import data from './files/data.json' with { type: 'json' };

console.log(data);
