"""Runs operation sequences on the kernel's overlayfs; the other half of overlay.test.ts.

stdin: JSON list of cases {layers: top first, each a list of nodes; ops}. stdout: JSON list of
{results, merged, upper}. Needs root; mounts in a namespace of its own (unshare -m).
"""
import errno, json, os, stat, subprocess, sys, tempfile

LOWER_TIME = 1000

def build(root, nodes):
    for node in nodes:
        path = root + node["path"]
        kind = node["kind"]
        if kind == "dir":
            if not os.path.isdir(path):
                os.mkdir(path)
            os.chmod(path, node["mode"])
            if node.get("opaque"):
                os.setxattr(path, "trusted.overlay.opaque", b"y")
        elif kind == "file":
            with open(path, "w") as f:
                f.write(node["text"])
            os.chmod(path, node["mode"])
        elif kind == "symlink":
            os.symlink(node["text"], path)
        elif kind == "link":
            os.link(root + node["text"], path)
        elif kind == "whiteout":
            os.mknod(path, stat.S_IFCHR | 0, 0)
    for base, dirs, files in os.walk(root, topdown=False):
        for name in files + dirs:
            os.utime(os.path.join(base, name), (LOWER_TIME, LOWER_TIME), follow_symlinks=False)
    os.utime(root, (LOWER_TIME, LOWER_TIME))

def when(seconds):
    return seconds if seconds < 10 ** 6 else "now"

def describe(path):
    s = os.lstat(path)
    # The kernel makes whiteouts hard links of one inode, which nobody above can see.
    whiteout = stat.S_ISCHR(s.st_mode) and s.st_rdev == 0
    links = 1 if whiteout else s.st_nlink
    time = "-" if whiteout else when(int(s.st_mtime))
    text = oct(s.st_mode) + f" {s.st_uid}:{s.st_gid} n{links} {time}"
    if stat.S_ISREG(s.st_mode):
        with open(path) as f:
            text += f" s{s.st_size} " + f.read()
    elif stat.S_ISLNK(s.st_mode):
        text += " -> " + os.readlink(path)
    elif stat.S_ISCHR(s.st_mode) or stat.S_ISFIFO(s.st_mode):
        text += f" d{s.st_rdev}"
    if stat.S_ISDIR(s.st_mode):
        names = os.listxattr(path)
        if "trusted.overlay.opaque" in names:
            text += " opaque"
    names = sorted(n for n in os.listxattr(path, follow_symlinks=False) if n.startswith("user."))
    if names:
        text += " " + ",".join(names)
    return text

def names(path):
    """What readdir shows, without what lookup then denies: the kernel lists the whiteouts of a lower
    directory that is not merged with anything, and answers ENOENT for them. Ours hides them."""
    return sorted(name for name in os.listdir(path) if os.path.lexists(os.path.join(path, name)))

def dump(root, at="", found=None):
    found = {} if found is None else found
    path = root + at
    found[at or "/"] = describe(path)
    if stat.S_ISDIR(os.lstat(path).st_mode):
        for name in names(path):
            dump(root, f"{at}/{name}", found)
    return found

def run(m, op, held):
    name, args = op[0], op[1:]
    p = m + args[0] if name not in ("readheld", "writeheld", "closeheld") else None
    if name == "write":
        # Opening one would wait for a reader.
        if os.path.exists(p) and stat.S_ISFIFO(os.stat(p).st_mode): return "fifo"
        fd = os.open(p, os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if args[2] else os.O_APPEND), 0o644)
        try: os.write(fd, args[1].encode())
        finally: os.close(fd)
    elif name == "touch":
        os.close(os.open(p, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    elif name == "mkdir": os.mkdir(p, 0o755)
    elif name == "rmdir": os.rmdir(p)
    elif name == "unlink": os.unlink(p)
    elif name == "rename": os.rename(p, m + args[1])
    elif name == "link": os.link(p, m + args[1], follow_symlinks=False)
    elif name == "symlink": os.symlink(args[1], p)
    elif name == "mkfifo": os.mkfifo(p, 0o644)
    elif name == "chmod": os.chmod(p, args[1])
    elif name == "chown": os.chown(p, args[1], args[2])
    elif name == "utime": os.utime(p, (args[1], args[1]))
    elif name == "truncate": os.truncate(p, args[1])
    elif name == "setxattr": os.setxattr(p, "user.x", b"1")
    elif name == "removexattr": os.removexattr(p, "user.x")
    elif name == "readdir": return names(p)
    elif name == "lstat": return describe(p)
    elif name == "open":
        flags = os.O_RDWR if args[1] else os.O_RDONLY
        if stat.S_ISFIFO(os.stat(p).st_mode): return "fifo"
        fd = os.open(p, flags)
        if stat.S_ISDIR(os.fstat(fd).st_mode):
            os.close(fd)
            return "directory"
        held.append(fd)
    elif name == "readheld":
        if not held: return None
        return os.pread(held[-1], 100, 0).decode()
    elif name == "writeheld":
        if not held: return None
        os.pwrite(held[-1], b"HELD", 1)
    elif name == "closeheld":
        if held: os.close(held.pop())
    return "ok"

def within(root, ops):
    """Runs the operations in a child that sees nothing but the mount, so that links cannot lead out."""
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        with os.fdopen(reader) as f: text = f.read()
        os.waitpid(child, 0)
        return json.loads(text)
    os.chroot(root)
    os.chdir("/")
    held, results = [], []
    for op in ops:
        try: results.append(run("", op, held))
        except OSError as e: results.append(errno.errorcode[e.errno])
    os.write(writer, json.dumps(results).encode())
    os._exit(0)

def case(c, top):
    lowers = []
    for i, nodes in enumerate(c["layers"]):
        path = f"{top}/l{i}"
        os.mkdir(path)
        build(path, nodes)
        lowers.append(path)
    for d in ("u", "w", "m"): os.mkdir(f"{top}/{d}")
    m, u = f"{top}/m", f"{top}/u"
    options = f"lowerdir={':'.join(lowers)},upperdir={u},workdir={top}/w,index=off,redirect_dir=off,metacopy=off"
    subprocess.run(["mount", "-t", "overlay", "overlay", "-o", options, m], check=True)
    results = within(m, c["ops"])
    merged = dump(m)
    subprocess.run(["umount", m], check=True)
    return {"results": results, "merged": merged, "upper": dump(u)}

os.umask(0o022)
answers = []
for c in json.load(sys.stdin):
    top = tempfile.mkdtemp()
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", top], check=True)
    answers.append(case(c, top))
    subprocess.run(["umount", top], check=True)
    os.rmdir(top)
json.dump(answers, sys.stdout)
