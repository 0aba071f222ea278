const exec = require('util').promisify(require('child_process').exec);
(async () => {
  const { stdout, stderr } = await exec('echo p');
  console.log({ stdout, stderr });
  await exec('exit 2').catch((e) => console.log(e.code, e.cmd));
})();
