const { domainToASCII, domainToUnicode } = require('url');
for (const name of [
  'español.com',
  'xn--fiq228c.com',
  '中文.com',
  'xn--iñvalid.com',
  'EXAMPLE.com',
  'a b.com',
  '',
  'faß.de',
  'bücher.straße.example',
  'xn--a',
  'xn--z',
  'xn--99999999999',
  'xn--a-b.xn--fiq228c',
  '1.2',
  '[::1]',
  '☃.net',
  'παράδειγμα.δοκιμή',
  'xn--hxajbheg2az3al.xn--jxalpdlp',
  '他们为什么不说中文.example',
  '💩.la',
])
  console.log([name, domainToASCII(name), domainToUnicode(name)]);
