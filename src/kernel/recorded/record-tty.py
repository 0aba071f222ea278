#!/usr/bin/env python3
"""Records what a Linux pseudo-terminal does with keys and output: run it to write tty.json beside it.

Each case: termios flags switched off, bytes typed at the master; recorded are the bytes that the
master gets back (echo, before and after a program's write) and what the slave's reads give.
"""
import json, os, pty, select, signal, termios, tty, fcntl, struct, pathlib

CASES = [
    ([], "hello\r"), ([], "ab\x7fc\r"), ([], "\x7f\x7fab\r"), ([], "a\tb\x7f\x7f\x7fx\r"),
    ([], "\u00e9\u4e2d\x7f\x7fx\r"), ([], "one two-three \x17x\r"), ([], "foo bar\x17\x17\x17z\r"),
    ([], "a.b_c/d\x17\r"), ([], "discard\x15keep\r"), ([], "a\x01b\x1b[A\x7f\x7f\r"), ([], "a\x16\x03b\r"),
    ([], "a\x16\x7fb\r"), ([], "re\x12print\r"), ([], "part\x04rest\r"), ([], "\x04"), ([], "x\x04\x04"),
    ([], "a\rb\rc\r"), ([], "a\nb\n"), ([], "a\x01\x02\x7f\x7f\x7f\r"), ([], "\x01\x15\r"),
    (["ECHO"], "secret\r"), (["ECHO"], "se\x7fcret\x15x\r"), (["ECHOE"], "ab\x7fc\r"), (["ECHOK", "ECHOE"], "ab\x15c\r"),
    (["ECHOCTL"], "a\x01b\x7f\x7f\r"), (["ICRNL"], "a\rb\n"), (["IEXTEN"], "a\x16b\x17c\r"),
    (["ICANON"], "ab\x7f\x04\r"), (["ICANON", "ECHO"], "ab\r"), (["ISIG"], "a\x03b\x1cc\r"), (["OPOST"], "a\r"),
    (["IXON"], "a\x13b\x11\r"), ([], "a\x13b\x11c\r"), (["ICANON", "ISIG", "ECHO", "ICRNL", "OPOST", "IXON", "IEXTEN"], "a\r\n\x03\x04\x11"),
]
LOCAL = ["ECHO", "ECHOE", "ECHOK", "ECHOCTL", "IEXTEN", "ICANON", "ISIG"]

def drain(fd, wait=0.03):
    got = b""
    while select.select([fd], [], [], wait)[0]:
        try: part = os.read(fd, 4096)
        except OSError: break
        if not part: break
        got += part
    return got

def run(off, keys):
    master, slave = os.openpty()
    flags = termios.tcgetattr(slave)
    IUTF8 = 0o40000
    flags[0] |= IUTF8 | termios.ICRNL | termios.IXON
    flags[1] |= termios.OPOST | termios.ONLCR
    for name in LOCAL: flags[3] |= getattr(termios, name)
    ECHOKE = 0o4000
    flags[3] |= ECHOKE
    for name in off:
        index = 3 if name in LOCAL else 1 if name in ("OPOST", "ONLCR") else 0
        flags[index] &= ~getattr(termios, name)
    if "ECHOK" in off: flags[3] &= ~ECHOKE
    termios.tcsetattr(slave, termios.TCSANOW, flags)
    os.set_blocking(slave, False)
    os.write(master, keys.encode())
    echo = drain(master)
    reads = []
    while True:
        try: reads.append(os.read(slave, 4096).decode("latin-1"))
        except BlockingIOError: break
        if len(reads) > 20: break
    os.write(slave, b"out\tput\n")
    written = drain(master)
    os.close(slave); os.close(master)
    return {"off": off, "keys": keys, "echo": echo.decode("latin-1"), "reads": reads, "written": written.decode("latin-1")}

here = pathlib.Path(__file__).parent
(here / "tty.json").write_text(json.dumps([run(*case) for case in CASES], indent=1) + "\n")
