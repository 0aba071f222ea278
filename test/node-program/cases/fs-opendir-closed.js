const fs = require('fs');
fs.mkdirSync('d');
fs.writeFileSync('d/a', '');
const attempt = (run) => {
  try {
    return run();
  } catch (error) {
    console.log(error.code, error.message);
  }
};
const directory = fs.opendirSync('d');
console.log(directory.path, directory.readSync().name, directory.readSync());
directory.closeSync();
attempt(() => directory.readSync());
attempt(() => directory.closeSync());
fs.opendir('none', (error) => console.log(error.code, error.message));
fs.opendir('d', (error, opened) => {
  opened.read((problem, entry) => {
    console.log(error, problem, entry.name);
    opened.close((closed) => console.log('closed', closed));
  });
});
