const old = process.umask(0o27);
console.log(process.umask().toString(8));
process.umask(old);
console.log(process.getuid(), process.getgid());
