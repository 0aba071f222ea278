// stdin: Ada\n36\n
const rl = require('readline').createInterface({ input: process.stdin, output: process.stdout });
rl.question('Name? ', (name) => {
  rl.question('Age? ', (age) => {
    console.log(`${name} is ${age}`);
    rl.close();
  });
});
