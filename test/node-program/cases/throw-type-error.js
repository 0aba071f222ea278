const value = null;
console.log('start');
value.property;
