console.log('plain', ["it's", 'say "hi"', `both ' and "`, 'new\nline', '\x1b[0m', '\u0000', 'emoji 😀']);
console.log({ 'a b': 1, c: 'x'.repeat(200) });
