/** Packages of Alpine's community repository, as far as people ask for them. Versions are 3.22's. */
import { type Package, packagesOf } from './apk-index.ts';
import { type AlpineRelease, releasedLines } from './releases.ts';

export function communityPackages(release: AlpineRelease): readonly Package[] {
  return packagesOf(releasedLines(COMMUNITY, release));
}

const COMMUNITY = `
aws-cli 2.27.25-r0 9961472 116391936 | Universal Command Line Interface for Amazon Web Services | https://github.com/aws/aws-cli | Apache-2.0 | python3~3.12 | cmd:aws=2.27.25-r0
bat 0.25.0-r0 2260992 5427200 | cat(1) clone with wings | https://github.com/sharkdp/bat | Apache-2.0 OR MIT | so:libc.musl-x86_64.so.1 | cmd:bat=0.25.0-r0
cargo 1.87.0-r0 8912896 25690112 | The Rust package manager | https://crates.io | Apache-2.0 AND MIT | rust=1.87.0-r0 so:libc.musl-x86_64.so.1 | cmd:cargo=1.87.0-r0
containerd 2.1.4-r0 16252928 52428800 | An open and reliable container runtime | https://containerd.io | Apache-2.0 | so:libc.musl-x86_64.so.1 | cmd:containerd=2.1.4-r0
cowsay 3.04-r2 18432 81920 | Configurable talking cow (and some other creatures) | https://web.archive.org/web/20201112030654/https://tnt.svbtle.com/ | GPL-2.0-or-later | perl | cmd:cowsay=3.04-r2
docker-cli 28.3.3-r1 9437184 31457280 | A Docker CLI | https://www.docker.io/ | Apache-2.0 | ca-certificates so:libc.musl-x86_64.so.1 | cmd:docker=28.3.3-r1
fd 10.2.0-r0 1327104 3088384 | Simple, fast, user-friendly alternative to find | https://github.com/sharkdp/fd | MIT OR Apache-2.0 | so:libc.musl-x86_64.so.1 | cmd:fd=10.2.0-r0
ffmpeg 6.1.2-r2 645120 1679360 | Complete and free Internet live audio and video broadcasting solution | https://ffmpeg.org/ | GPL-2.0-or-later AND LGPL-2.1-or-later | so:libc.musl-x86_64.so.1 | cmd:ffmpeg=6.1.2-r2
fish 4.0.2-r0 5242880 17825792 | Modern interactive commandline shell | https://fishshell.com/ | GPL-2.0-only | bc so:libc.musl-x86_64.so.1 | cmd:fish=4.0.2-r0
fzf 0.62.0-r3 1572864 4194304 | Command-line fuzzy finder | https://github.com/junegunn/fzf | MIT | so:libc.musl-x86_64.so.1 | cmd:fzf=0.62.0-r3
github-cli 2.72.0-r4 12582912 41943040 | GitHub CLI | https://cli.github.com/ | MIT | so:libc.musl-x86_64.so.1 | cmd:gh=2.72.0-r4
go 1.24.6-r0 51380224 215089152 | Go programming language compiler | https://go.dev/ | BSD-3-Clause | binutils-gold gcc musl-dev | cmd:go=1.24.6-r0
helm 3.18.4-r0 16777216 57671680 | Package manager for Kubernetes | https://helm.sh/ | Apache-2.0 | so:libc.musl-x86_64.so.1 | cmd:helm=3.18.4-r0
htop 3.4.1-r0 102400 233472 | Interactive process viewer | https://htop.dev/ | GPL-2.0-or-later | ncurses-terminfo-base so:libc.musl-x86_64.so.1 so:libncursesw.so.6 | cmd:htop=3.4.1-r0
neofetch 7.1.0-r2 86016 360448 | CLI system information tool written in Bash | https://github.com/dylanaraps/neofetch | MIT | bash | cmd:neofetch=7.1.0-r2
neovim 0.11.1-r1 2424832 6815744 | Vim-fork focused on extensibility and agility | https://neovim.io/ | Apache-2.0 AND Vim | so:libc.musl-x86_64.so.1 | cmd:nvim=0.11.1-r1
npm 11.3.0-r1 1843200 9175040 | The package manager for JavaScript | https://www.npmjs.com/ | Artistic-2.0 | nodejs | cmd:npm=11.3.0-r1
openjdk21 21.0.8_p9-r0 1843 4096 | Oracle OpenJDK 21 | https://openjdk.org/projects/jdk-updates | GPL-2.0-with-classpath-exception | openjdk21-demos openjdk21-doc openjdk21-jdk |
php84 8.4.11-r0 1966080 5898240 | PHP language runtime engine - 8th branch | https://www.php.net/ | PHP-3.01 AND BSD-3-Clause | php84-common so:libc.musl-x86_64.so.1 so:libz.so.1 | cmd:php84=8.4.11-r0
podman 5.5.2-r2 13631488 40894464 | Simple management tool for pods, containers and images | https://podman.io/ | Apache-2.0 | conmon containers-common crun | cmd:podman=5.5.2-r2
py3-pip 25.1.1-r0 1376256 9437184 | Tool for installing and managing Python packages | https://pip.pypa.io/ | MIT | py3-setuptools python3~3.12 | cmd:pip=25.1.1-r0
ripgrep 14.1.1-r0 1638400 4276224 | Combines the usability of The Silver Searcher with the raw speed of grep | https://github.com/BurntSushi/ripgrep | MIT OR Unlicense | so:libc.musl-x86_64.so.1 so:libpcre2-8.so.0 | cmd:rg=14.1.1-r0
rust 1.87.0-r0 66060288 181403648 | Rust Programming Language toolchain | https://www.rust-lang.org | Apache-2.0 OR MIT | gcc so:libc.musl-x86_64.so.1 | cmd:rustc=1.87.0-r0
shadow 4.17.3-r0 131072 1228800 | Login and password management suite | https://github.com/shadow-maint/shadow | BSD-3-Clause | libsubid=4.17.3-r0 so:libc.musl-x86_64.so.1 | cmd:useradd=4.17.3-r0
sl 5.05-r4 8192 28672 | Cure your bad habit of mistyping | https://github.com/mtoyoda/sl | MIT | so:libc.musl-x86_64.so.1 so:libncursesw.so.6 | cmd:sl=5.05-r4
tini 0.19.0-r3 12288 28672 | A tiny but valid init for containers | https://github.com/krallin/tini | MIT | so:libc.musl-x86_64.so.1 | cmd:tini=0.19.0-r3
tree 2.2.1-r0 32768 81920 | A recursive directory indented listing program | https://oldmanprogrammer.net/source.php?dir=projects/tree | GPL-2.0-or-later | so:libc.musl-x86_64.so.1 | cmd:tree=2.2.1-r0
yarn 1.22.22-r1 1048576 5505024 | Fast, reliable, and secure dependency management for Node.js | https://classic.yarnpkg.com/ | BSD-2-Clause | nodejs | cmd:yarn=1.22.22-r1
`;
