setTimeout(() => console.log(3), 30);
setTimeout(() => console.log(1), 5);
setTimeout(() => console.log(2), 15);
