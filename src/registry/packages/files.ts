/**
 * What is in the packages that can be installed: files as images/tree.ts reads them, and scripts. Programs are Strata's
 * own; libraries are stand-ins of the real ones' sizes.
 */

export interface PackageFiles {
  /** Lines of a tree. */
  readonly tree: string;
  /** Scripts by their name in the package, without the dot. */
  readonly scripts?: Readonly<Record<string, string>>;
}

const library = (file: string, size: number, ...links: readonly string[]): PackageFiles => ({
  tree: `d 755 usr\nd 755 usr/lib\ns 755 usr/lib/${file} ${size}\n${links.map((link) => `l usr/lib/${link} ${file}\n`).join('')}`,
});

const program = (name: string, size: number): PackageFiles => ({
  tree: `d 755 usr\nd 755 usr/bin\np 755 usr/bin/${name} ${name} ${size}\n`,
});

export const packageFiles: Readonly<Record<string, PackageFiles>> = {
  bash: {
    tree: 'd 755 bin\np 755 bin/bash bash 788728\nd 755 etc\nd 755 etc/bash\n',
    scripts: {
      'post-install': "#!/bin/sh\nadd-shell '/bin/bash'\nexit 0\n",
      'post-upgrade': "#!/bin/sh\nadd-shell '/bin/bash'\nexit 0\n",
      'pre-deinstall': "#!/bin/sh\nremove-shell '/bin/bash'\nexit 0\n",
    },
  },
  'ca-certificates': { tree: 'd 755 etc\nd 755 etc/ca-certificates\nd 755 etc/ca-certificates/update.d\n' },
  'brotli-libs': library('libbrotlidec.so.1.1.0', 46_960, 'libbrotlidec.so.1'),
  'c-ares': library('libcares.so.2.19.4', 218_992, 'libcares.so.2'),
  curl: program('curl', 267_720),
  jq: program('jq', 342_016),
  libcurl: library('libcurl.so.4.8.0', 620_784, 'libcurl.so.4'),
  libgcc: library('libgcc_s.so.1', 145_048),
  libidn2: library('libidn2.so.0.4.0', 219_000, 'libidn2.so.0'),
  libncursesw: library('libncursesw.so.6.5', 309_912, 'libncursesw.so.6'),
  libpsl: library('libpsl.so.5.3.5', 75_824, 'libpsl.so.5'),
  'libstdc++': library('libstdc++.so.6.0.33', 2_644_776, 'libstdc++.so.6'),
  libunistring: library('libunistring.so.5.2.0', 1_890_536, 'libunistring.so.5'),
  nano: program('nano', 308_152),
  'ncurses-terminfo-base': {
    tree: 'd 755 etc\nd 755 etc/terminfo\nd 755 etc/terminfo/x\ns 644 etc/terminfo/x/xterm 3886\ns 644 etc/terminfo/x/xterm-256color 3974\n',
  },
  'nghttp2-libs': library('libnghttp2.so.14.28.4', 153_352, 'libnghttp2.so.14'),
  // A quarter of the real one's size: it is in memory while it is installed.
  nodejs: program('node', 12_058_624),
  oniguruma: library('libonig.so.5.5.0', 559_264, 'libonig.so.5'),
  readline: library('libreadline.so.8.2', 296_336, 'libreadline.so.8'),
  tree: program('tree', 88_544),
  'zstd-libs': library('libzstd.so.1.5.7', 792_400, 'libzstd.so.1'),
};
