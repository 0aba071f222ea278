process.stdout.write('no newline');
process.stdout.write('\n');
process.stderr.write('err\n');
process.stdout.write(Buffer.from('bytes\n'));
console.log(process.stdout.isTTY, process.stdout.fd, process.stderr.fd, process.stdin.fd);
process.stdout.write('callback\n', () => console.log('written'));
