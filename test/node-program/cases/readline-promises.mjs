// stdin: answer\n
import * as readline from 'node:readline/promises';

const rl = readline.createInterface({ input: process.stdin, output: process.stdout });
console.log(await rl.question('Q: '));
rl.close();
