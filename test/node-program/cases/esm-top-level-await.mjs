const value = await new Promise((resolve) => setTimeout(resolve, 5, 'waited'));
console.log(value);

export { value };
