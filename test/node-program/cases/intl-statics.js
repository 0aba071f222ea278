const attempt = (run) => {
  try {
    console.log(run());
  } catch (error) {
    // In the host's words.
    console.log(error.name);
  }
};
attempt(() => Intl.getCanonicalLocales(['EN-us', 'zh-hans-cn', 'EN-us']));
attempt(() => Intl.getCanonicalLocales());
attempt(() => Intl.getCanonicalLocales('x'));
attempt(() => Intl.DateTimeFormat.supportedLocalesOf(['en-us', 'xx', 'de']));
attempt(() => Intl.NumberFormat.supportedLocalesOf('de', { localeMatcher: 'lookup' }));
attempt(() => Intl.NumberFormat.supportedLocalesOf('de', { localeMatcher: 'none' }));
attempt(() => Intl.NumberFormat.supportedLocalesOf());
attempt(() => Intl.NumberFormat.supportedLocalesOf('a_b'));
attempt(() => new Intl.NumberFormat(['xx', 'de']).format(1234.5));
attempt(() => new Intl.NumberFormat('xx').resolvedOptions().locale);
attempt(() => new Intl.NumberFormat('en').format(NaN));
attempt(() => Infinity.toLocaleString('en'));
attempt(() => (-0).toLocaleString('en'));
attempt(() => new Intl.NumberFormat('en').format(12345678901234567890n));
attempt(() => 12345678901234567890n.toLocaleString('en'));
attempt(() => new Intl.DateTimeFormat('en').format(NaN));
attempt(() => new Intl.DateTimeFormat('en', { timeZone: 'No/Such' }));
