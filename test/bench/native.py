"""The kernel's own overlayfs, for layers.ts: run as root under `unshare -m`; prints JSON.

copyUp: ms to open a file of a lower for writing, write a byte and close it, by megabytes.
lookup: µs to stat a file of the lowest of so many lowers, once it is known.
mount: ms to mount an overlay over a layer of 10,000 files and stat one of them.
"""
import json, os, subprocess, tempfile, time

ROOT = tempfile.mkdtemp(prefix='strata-native-', dir='/tmp')
subprocess.run(['mount', '-t', 'tmpfs', 'tmpfs', ROOT], check=True)
os.chdir(ROOT)


def overlay(lowers, name):
    for part in (f'{name}-u', f'{name}-w', name):
        os.mkdir(part)
    options = f'lowerdir={":".join(lowers)},upperdir={name}-u,workdir={name}-w'
    subprocess.run(['mount', '-t', 'overlay', 'overlay', '-o', options, name], check=True)
    return name


def median(values):
    return sorted(values)[len(values) // 2]


def copy_up(megabytes):
    lower = f'c{megabytes}'
    os.mkdir(lower)
    for i in range(5):
        with open(f'{lower}/f{i}', 'wb') as f:
            f.write(os.urandom(1 << 20) * megabytes)
    merged = overlay([lower], f'm{megabytes}')
    times = []
    for i in range(5):
        begun = time.perf_counter()
        with open(f'{merged}/f{i}', 'r+b') as f:
            f.write(b'x')
        times.append((time.perf_counter() - begun) * 1000)
    return median(times)


def lookup(depth):
    lowers = []
    for i in range(depth):
        lower = f'd{depth}.{i}'
        os.makedirs(f'{lower}/usr/lib')
        lowers.append(lower)
    with open(f'{lowers[-1]}/usr/lib/file', 'w') as f:
        f.write('x')
    merged = overlay(lowers, f'l{depth}')
    path = f'{merged}/usr/lib/file'
    os.stat(path)
    begun = time.perf_counter()
    for _ in range(10000):
        os.stat(path)
    return (time.perf_counter() - begun) * 100


def mount():
    os.mkdir('ten')
    for i in range(100):
        os.mkdir(f'ten/{i}')
        for j in range(100):
            open(f'ten/{i}/{j}', 'w').close()
    begun = time.perf_counter()
    merged = overlay(['ten'], 'mten')
    os.stat(f'{merged}/50/50')
    return (time.perf_counter() - begun) * 1000


print(json.dumps({
    'copyUp': {str(mb): copy_up(mb) for mb in (1, 64)},
    'lookup': {str(depth): lookup(depth) for depth in (1, 16, 127)},
    'mount': mount(),
}))
