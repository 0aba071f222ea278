#!/usr/bin/env python3
"""Records what a Linux pseudo-terminal does with keys and output: run it to write tty.json beside it.

Each case: termios flags switched off and on, bytes typed at the master; recorded are the bytes that the
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
    (["IUTF8"], "\u00e9\u4e2d\x7f\x7f\x7fx\r"), (["ECHOKE"], "ab\x15c\r"), (["ECHOKE"], "\x15c\r"), (["ECHOK"], "ab\x15c\r"),
    (["ECHOE"], "ab\x15c\r"), (["ECHOE"], "a b\x17c\r"), (["ECHOCTL"], "a\x16\x03b\r"), (["ECHO", "ECHOCTL"], "a\x16\x03b\r"),
    (["ECHO"], "ab\rc\r", ["ECHONL"]), ([], "ab\r", ["ECHONL"]), ([], "ab\x7f\x7fcd\r", ["ECHOPRT"]), ([], "a\u00e9\x7fc\r", ["ECHOPRT"]),
    ([], "abc\x7f\x7f\x7fd\r", ["ECHOPRT"]), ([], "ab cd\x17e\r", ["ECHOPRT"]), ([], "abc\x15d\r", ["ECHOPRT"]), ([], "ab\x7f\x16xc\r", ["ECHOPRT"]),
    ([], "ab\x7f\x12c\r", ["ECHOPRT"]), ([], "ab\x03cd\r", ["NOFLSH"]), ([], "ab\x1acd\r"), ([], "a\x13b\r", ["IXANY"]), ([], "a\x13\x03b\r"), ([], "a\x13\x03b\r", ["NOFLSH"]),
    ([], "AbC\r", ["IUCLC"]), (["IEXTEN"], "AbC\r", ["IUCLC"]), ([], "a\u00e9\r", ["ISTRIP"]), ([], "ab\r", ["OLCUC"]), ([], "a\tb\x7f\x7f\r", ["XTABS"]),
    ([], "a\tb\r", ["TAB1"]), ([], "a\rb\n", ["OCRNL"]), (["ICRNL"], "a\rb\n", ["OCRNL"]), (["ICRNL"], "\ra\r\rb\n", ["ONOCR"]), (["ONLCR"], "a\rb\n"),
    (["ONLCR"], "a\rb\tc\n", ["ONLRET"]), ([], "a\nb\r", ["INLCR"]), (["ICRNL"], "a\nb\r", ["INLCR"]), ([], "a\rb\n", ["IGNCR"]), (["OPOST"], "a\tb\x7f\x7f\r"),
    ([], "a" * 4100 + "\r"), ([], "a" * 4100 + "\r", ["IMAXBEL"]), ([], "ab\x04", ["EXTPROC"]), ([], "a\x03\rb\r", ["EXTPROC"]), ([], "\xff\r", ["PARMRK"]),
    (["ECHO"], "ab\x12c\r"), ([], "\x17a\r"), ([], "\x12\r"), ([], "a\x0fb\r"), (["ICANON"], "a\x16b\x12c\r"), (["ICANON"], "a\x7fb\x04\r"), ([], "a\x00b\r"),
]
LOCAL = {"ISIG": 1, "ICANON": 2, "ECHO": 8, "ECHOE": 0x10, "ECHOK": 0x20, "ECHONL": 0x40, "NOFLSH": 0x80, "ECHOCTL": 0x200, "ECHOPRT": 0x400, "ECHOKE": 0x800, "IEXTEN": 0x8000, "EXTPROC": 0x10000}
OUTPUT = {"OPOST": 1, "OLCUC": 2, "ONLCR": 4, "OCRNL": 8, "ONOCR": 0x10, "ONLRET": 0x20, "TAB1": 0x800, "XTABS": 0x1800}
INPUT = {"PARMRK": 8, "ISTRIP": 0x20, "INLCR": 0x40, "IGNCR": 0x80, "ICRNL": 0x100, "IUCLC": 0x200, "IXON": 0x400, "IXANY": 0x800, "IMAXBEL": 0x2000, "IUTF8": 0x4000}

def drain(fd, wait=0.03):
    got = b""
    while select.select([fd], [], [], wait)[0]:
        try: part = os.read(fd, 4096)
        except OSError: break
        if not part: break
        got += part
    return got

def run(off, keys, on=()):
    master, slave = os.openpty()
    flags = termios.tcgetattr(slave)
    flags[0] |= INPUT["IUTF8"]
    for index, names in ((0, INPUT), (1, OUTPUT), (3, LOCAL)):
        for name in on: flags[index] |= names.get(name, 0)
        for name in off: flags[index] &= ~names.get(name, 0)
    termios.tcsetattr(slave, termios.TCSANOW, flags)
    os.set_blocking(slave, False)
    os.write(master, keys.encode())
    echo = drain(master)
    reads = []
    while True:
        try: reads.append(os.read(slave, 4096).decode("latin-1"))
        except BlockingIOError: break
        if len(reads) > 20: break
    os.write(slave, b"out\tPut\r\nx\b\ty\r\rnew\tx\n")
    written = drain(master)
    os.close(slave); os.close(master)
    return {"off": off, "on": list(on), "words": [flags[0], flags[1], flags[3]], "keys": keys, "echo": echo.decode("latin-1"), "reads": reads, "written": written.decode("latin-1")}

here = pathlib.Path(__file__).parent
(here / "tty.json").write_text(json.dumps([run(*case) for case in CASES], indent=1) + "\n")
