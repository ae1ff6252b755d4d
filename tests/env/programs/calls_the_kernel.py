# Past every library: system calls by their numbers. A shape is the prize for one that is let through.
# ends: no_result
import ctypes

import cadquery as cq

libc = ctypes.CDLL(None, use_errno=True)
AT_FDCWD, O_WRONLY, O_CREAT = -100, 1, 64
NAMESPACES, PTRACE_ATTACH, MEMFD = 0x7E020000, 16, 319
calls = {
    "socket": (41, 2, 1, 0), "fork": (57,), "vfork-like clone": (56, 17, 0, 0, 0, 0), "clone3": (435, 0, 0),
    "execve": (59, b"/bin/true", 0, 0), "kill": (62, 1, 0), "ptrace": (101, PTRACE_ATTACH, 1, 0, 0),
    "openat for writing": (257, AT_FDCWD, b"/dev/null", O_WRONLY),
    "openat that creates": (257, AT_FDCWD, b"/tmp/cadforge-was-here-too", O_CREAT, 0o600),
    "openat2": (437, AT_FDCWD, b"/dev/null", 0, 24), "memfd_create": (MEMFD, b"x", 0), "unshare": (272, NAMESPACES),
    "mount": (165, b"none", b"/", 0, 0, 0), "chroot": (161, b"/"), "setuid": (105, 0), "bpf": (321, 0, 0, 0),
    "io_uring_setup": (425, 1, 0), "shmget": (29, 0, 4096, 0o1600), "process_vm_readv": (310, 1, 0, 0, 0, 0, 0),
    "keyctl": (250, 0, 0), "pidfd_open": (434, 1, 0), "open_by_handle_at": (304, 0, 0, 0), "userfaultfd": (323, 0),
    "perf_event_open": (298, 0, 0, 0, 0, 0), "prlimit64 of another": (302, 1, 9, 0, 0),
}
libc.syscall.restype = ctypes.c_long
let_through = [name for name, call in calls.items() if libc.syscall(*call) >= 0]
print("let through:", let_through)
if let_through:
    fixture = cq.Workplane().box(10, 10, 10)
