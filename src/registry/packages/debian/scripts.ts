/** Scripts of packages, and texts of the files in them that run: written for Strata. */

type Scripts = Readonly<Partial<Record<'preinst' | 'postinst' | 'prerm' | 'postrm', string>>>;

/** One name of a command's for one of several programs. `BIN` stands for the folder that the package has it in. */
function alternatives(program: string, priority: number, ...names: readonly string[]): Scripts {
  const lines = (make: (name: string) => string) => names.map((name) => `  ${make(name)}\n`).join('');
  return {
    postinst: `#!/bin/sh\nset -e\nif [ "$1" = configure ]; then\n${lines((name) => `update-alternatives --install /usr/bin/${name} ${name} BIN/${program} ${priority}`)}fi\n`,
    prerm: `#!/bin/sh\nset -e\nif [ "$1" = remove ]; then\n${lines((name) => `update-alternatives --remove ${name} BIN/${program}`)}fi\n`,
  };
}

/** By package, then by dpkg's name of the script. */
export const debScripts: Readonly<Record<string, Scripts>> = {
  nano: alternatives('nano', 40, 'editor', 'pico'),
  'netcat-openbsd': alternatives('nc.openbsd', 50, 'nc', 'netcat'),
  traceroute: alternatives('traceroute.db', 100, 'traceroute'),
  'vim-tiny': alternatives('vim.tiny', 15, 'editor', 'ex', 'rview', 'vi', 'view'),
  'ca-certificates': {
    postinst: `#!/bin/sh
set -e
if [ "$1" = configure ]; then
  update-ca-certificates
fi
`,
    postrm: `#!/bin/sh
set -e
if [ "$1" = purge ]; then
  rm -rf /etc/ssl/certs /etc/ca-certificates.conf
fi
`,
  },
};

/** By path: files that are scripts and do here what they are for. */
export const debTexts: Readonly<Record<string, string>> = {
  'usr/sbin/update-ca-certificates': `#!/bin/sh
# Links all certificates below /etc/ssl/certs and puts them into one file.
set -e
echo "Updating certificates in /etc/ssl/certs..."
cd /etc/ssl/certs
bundle=ca-certificates.crt
added=0
removed=0
for link in *.pem; do
  if [ -L "$link" ] && [ ! -e "$link" ]; then
    rm -f "$link"
    removed=$((removed + 1))
  fi
done
: >"$bundle.new"
for file in /usr/share/ca-certificates/*/*.crt /usr/local/share/ca-certificates/*.crt; do
  [ -e "$file" ] || continue
  name=\${file##*/}
  link=\${name%.crt}.pem
  if [ ! -L "$link" ]; then
    ln -s "$file" "$link"
    added=$((added + 1))
  fi
  cat "$file" >>"$bundle.new"
  echo >>"$bundle.new"
done
chmod 0644 "$bundle.new"
mv -f "$bundle.new" "$bundle"
echo "$added added, $removed removed; done."
echo "Running hooks in /etc/ca-certificates/update.d..."
[ ! -d /etc/ca-certificates/update.d ] || run-parts /etc/ca-certificates/update.d
echo "done."
`,
};
