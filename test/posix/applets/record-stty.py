#!/usr/bin/env python3
"""Records what busybox's stty makes of a terminal and says of it: run it to write recorded-stty.json beside it.

    python3 test/posix/applets/record-stty.py [/tmp/strata-busybox/busybox]

Each case is a script of sh on a fresh pseudo-terminal of 24 lines and 80 columns; recorded is what the screen gets.
"""
import fcntl, json, os, pathlib, pty, struct, subprocess, sys, termios

busybox = sys.argv[1] if len(sys.argv) > 1 else "/tmp/strata-busybox/busybox"

FLAGS = """parenb parodd cmspar hupcl hup cstopb cread clocal crtscts ignbrk brkint ignpar parmrk inpck istrip inlcr
igncr icrnl ixon ixoff tandem iuclc ixany imaxbel iutf8 opost olcuc ocrnl onlcr onocr onlret ofill ofdel isig icanon
iexten echo echoe crterase echok echonl noflsh xcase tostop echoprt prterase echoctl ctlecho echoke crtkill flusho
extproc evenp parity oddp nl cooked raw pass8 litout cbreak decctlq tabs lcase LCASE""".split()
PLAIN = """cs5 cs6 cs7 cs8 nl0 nl1 cr0 cr1 cr2 cr3 tab0 tab1 tab2 tab3 bs0 bs1 vt0 vt1 ff0 ff1 ek sane crt dec""".split()
# Two states that differ in everything, so that what a setting leaves alone is seen.
OTHER = "stty 1:0:1bf:0:1:2:3:4:5:6:7:8:9:a:b:c:d:e:f:10:11:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0 2>&1"
SETTINGS = PLAIN + FLAGS + ["-" + name for name in FLAGS]
CASES = [f"stty {name} 2>&1; stty -g; stty; {OTHER}; stty {name} 2>&1; stty -g" for name in SETTINGS]
CASES += [
    "stty -a", "stty", "stty -g", "stty size", "stty speed", "stty -a size", "stty -echo; stty; stty -a",
    "stty -a -g", "stty -g -a", "stty -a echo", "stty -g echo", "stty raw; stty -a", "stty raw; stty sane; stty -a; stty",
    "stty 9600; stty; stty speed; stty -a; stty 115200; stty", "stty ispeed 9600; stty; stty speed", "stty ispeed 9600 ospeed 300; stty -a",
    "stty 0; stty speed; stty 50; stty speed; stty 4000000; stty speed; stty exta; stty speed; stty extb; stty speed", "stty 12345", "stty ispeed", "stty ispeed x",
    "stty rows 30; stty size", "stty cols 100 rows 5; stty size; stty -a", "stty columns 40; stty -a", "stty rows", "stty rows x", "stty rows -1", "stty cols 99999; stty size",
    "stty min 3 time 5; stty -a", "stty -icanon min 3 time 5; stty -a; stty", "stty min x", "stty min 300", "stty time", "stty line 2; stty -a", "stty line x",
    "stty intr ^A quit ^- erase ^H kill undef; stty -a; stty", "stty eof x eol ^? eol2 ^@ swtch ^^; stty -a", "stty start 1 stop 2; stty -a", "stty susp '' ; stty -a", "stty rprnt ^r werase ^W lnext ^z flush 0x11; stty -a",
    "stty intr 0x03 quit 034; stty -a", "stty intr 'é'", "stty intr abc", "stty intr ^abc; stty -a", "stty intr 256", "stty intr", "stty eol M-a; stty -a", "stty intr; echo $?", "stty reprint ^A", "stty discard ^A",
    "stty bogus; echo $?", "stty -bogus", "stty -cs7", "stty -sane", "stty echo bogus; stty", "stty -rows 3", "stty 500:5:bf", "stty 500:5:bf:8a3b:3:1c:7f:15:4:0:1:0:11:13:1a:0:12:f:17:16:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0; stty; echo $?",
    "stty $(stty -g); echo $?", "old=$(stty -g); stty raw -echo; stty $old; stty; stty -g", "stty zz:5:bf:8a3b", "stty -F /dev/tty -echo; stty", "stty -F /dev/null; echo $?", "stty -F /nowhere; echo $?", "stty < /dev/null; echo $?", "stty -F", "stty -F /dev/tty size", "stty -F/dev/tty size",
    "stty -z", "stty --", "stty -- echo", "stty -a 2>&1 | cat", "stty -echo -icanon; stty | cat", "stty rows 0 cols 0; stty -a; stty size", "stty cols 20; stty -a", "stty cols 20; stty raw; stty", "stty cols 0; stty -a",
    "stty -tabs; stty; stty tabs; stty", "stty ixoff ixany; stty; stty decctlq; stty", "stty 38400 -echo nl; stty -a",
    "stty -echo; stty sane; stty -g", "stty sane; stty; stty -a", "stty -g extra", "stty size extra", "stty extra size", "stty speed size", "stty size speed", "stty echo size", "stty -echo size; stty",
]

def record(script):
    master, slave = os.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    def own():
        os.setsid()
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    env = {"PATH": "/strata-busybox"}
    process = subprocess.Popen(["sh", "-c", script], executable=busybox, stdin=slave, stdout=slave, stderr=slave, env=env, preexec_fn=own)
    os.close(slave)
    output = b""
    while True:
        try: piece = os.read(master, 4096)
        except OSError: break
        if not piece: break
        output += piece
    process.wait()
    os.close(master)
    return {"script": script, "status": process.returncode, "screen": output.decode("latin-1")}

links = pathlib.Path("/strata-busybox")
links.mkdir(exist_ok=True)
for name in ("sh", "stty", "echo", "cat"):
    link = links / name
    if not link.is_symlink(): link.symlink_to(busybox)
here = pathlib.Path(__file__).parent
(here / "recorded-stty.json").write_text(json.dumps([record(case) for case in CASES], indent=1) + "\n")
