const fs = require('fs');
fs.mkdirSync('o');
fs.writeFileSync('o/a', '');
(async () => {
  for await (const e of await fs.promises.opendir('o')) console.log(e.name);
})();
