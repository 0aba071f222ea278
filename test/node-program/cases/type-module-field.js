require('fs').mkdirSync('m');
require('fs').writeFileSync('m/package.json', '{"type":"module"}');
require('fs').writeFileSync('m/x.js', 'export default import.meta.url.endsWith("m/x.js")');
import('./m/x.js').then((m) => console.log(m.default));
