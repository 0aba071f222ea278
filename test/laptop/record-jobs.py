"""Records what shells say of jobs, on a terminal:

    python3 test/laptop/record-jobs.py bash > test/laptop/jobs.json
    python3 test/laptop/record-jobs.py ash > test/posix/sh/jobs.json

ash is the busybox that test/posix/build-busybox.sh makes.

A session is a list of what is typed; each is waited for until nothing more comes. Process ids become PID.
"""
import json, os, pty, re, select, sys, time

BASH = [
    ['sleep 77\r', '\x1a', 'bg; jobs\r', 'kill %1; sleep 0.2; fg\r', 'echo $?\r'],
    ['sleep 50 &\r', 'sleep 60 &\r', 'jobs\r', 'jobs -l\r', 'fg %1\r', '\x03', 'echo $?\r', 'kill %2; sleep 0.1\r', '\r'],
    ['sleep 0.1 &\r', '\r', 'sh -c "sleep 0.1; exit 3" &\r', '\r'],
    ['fg\r', 'bg\r', 'fg %9\r', 'kill %9\r', 'jobs %9\r', 'wait %9\r', 'echo $?\r'],
    ['kill\r', 'kill abc\r', 'kill 999999\r', 'kill -FOO 1\r', 'echo $?\r'],
    ['sleep 44 | cat\r', '\x1a', 'jobs -l\r', 'fg\r', '\x1a', 'bg %1\r', 'jobs\r'],
    ['sleep 33\r', '\x1a', 'sleep 34\r', '\x1a', 'jobs\r', 'fg %-\r', '\x03', 'jobs\r'],
    ['sleep 23\r', '\x1a', 'exit\r', 'echo still\r', 'exit\r'],
    ['cat\r', 'hi\r', '\x1a', 'fg\r', '\x04', 'jobs\r'],
    # ^C and ^Z are for the whole line, and end its loops.
    ['while true; do sleep 61; done; echo never\r', '\x03', 'echo $?\r'],
    ['sleep 62 || echo never\r', '\x03', 'f() { sleep 62; echo never; }; f; echo never\r', '\x03', 'echo $?\r'],
    ["trap 'echo never' INT; sleep 63; echo never\r", '\x03', 'sh -c "trap : INT; sleep 63"; echo $?\r', '\x03'],
    ['sleep 64 | cat; echo never\r', '\x03', 'sleep 64\r', '\x1a', 'fg; echo never\r', '\x03', 'echo $?\r'],
    ['for i in 1 2; do sleep 65; echo never; done; echo $?\r', '\x1a', 'sleep 66 || echo $?\r', '\x1a', 'jobs\r'],
    # What is stopped stays the current job.
    ['cat\r', '\x1a', 'sleep 67 &\r', 'jobs\r', 'fg\r', '\x03', 'jobs\r'],
]
ASH = [
    ['while true; do sleep 61; done; echo never\r', '\x03', 'echo $?\r'],
    ['sleep 62 || echo never\r', '\x03', 'f() { sleep 62; echo never; }; f; echo never\r', '\x03', 'echo $?\r'],
    ["trap 'echo I' INT; sleep 63; echo x\r", '\x03', 'sh -c "trap : INT; sleep 63"; echo $?\r', '\x03'],
    ['sleep 64 | cat; echo never\r', '\x03', 'sleep 64\r', '\x1a', 'fg; echo never\r', '\x03', 'echo $?\r'],
    ['sleep 71\r', '\x1a', 'sleep 72 | cat &\r', 'sleep 73 &\r', 'jobs\r', 'jobs -l\r', 'fg\r', '\x03', 'jobs\r'],
    ['cat &\r', 'jobs\r', 'sleep 74 &\r', 'kill -STOP $!; sleep 0.1\r', 'jobs\r'],
    ['sleep 75\r', '\x1a', 'exit\r', 'echo $?\r', 'exit\r', 'exit\r'],
]
SHELLS = {
    'bash': (BASH, ['bash', '--norc', '--noprofile', '-i']),
    'ash': (ASH, ['/tmp/strata-busybox/busybox', 'sh', '-i']),
}
SESSIONS, SHELL = SHELLS[sys.argv[1]]


def play(keys):
    pid, fd = pty.fork()
    if pid == 0:
        os.environ.update(PS1='$ ', TERM='dumb', HISTFILE='', INPUTRC='/dev/null')
        os.execvp(SHELL[0], SHELL)
    out = b''

    def drain():
        nonlocal out
        quiet = time.time() + 0.5
        while time.time() < quiet:
            if not select.select([fd], [], [], 0.05)[0]:
                continue
            try:
                data = os.read(fd, 65536)
            except OSError:
                return
            out += data
            quiet = time.time() + 0.5

    drain()
    for each in keys:
        os.write(fd, each.encode())
        drain()
    os.close(fd)
    text = re.sub(rb'\x1b\[\?2004[hl]\r?', b'', out).decode().replace('\r', '')
    text = re.sub(r'(?m)^(\[\d+\][-+]?) +\d+', r'\1 PID', re.sub(r'\x1b\[(J|6n)', '', text))
    return re.sub(r'(?m)^ +\d+( +\| )', r' PID\1', text)


print(json.dumps([{'typed': keys, 'shown': play(keys)} for keys in SESSIONS], indent=1))
