#include "env/channel/confine.h"

#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <linux/landlock.h>
#include <linux/prctl.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <filesystem>
#include <fstream>

namespace cadforge::env {
namespace {

constexpr unsigned kNobody = 65534;

bool limit(int resource, rlim_t value) {
  const rlimit both{value, value};
  return ::setrlimit(static_cast<__rlimit_resource>(resource), &both) == 0;
}

std::size_t address_space() {
  std::size_t pages = 0;
  std::ifstream("/proc/self/statm") >> pages;
  return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

bool set_rlimits(const Confinement& options) {
  // SIGXCPU first: it tells a spent limit from a kill.
  const auto seconds = static_cast<rlim_t>(std::ceil(options.cpu_seconds));
  const rlimit cpu{seconds, seconds + 1};
  return ::setrlimit(RLIMIT_CPU, &cpu) == 0 &&
         limit(RLIMIT_AS, address_space() + options.memory_bytes) && limit(RLIMIT_FSIZE, 0) &&
         limit(RLIMIT_CORE, 0) && limit(RLIMIT_NOFILE, 64) && limit(RLIMIT_MEMLOCK, 0);
}

bool drop_user() {
  return ::setgroups(0, nullptr) == 0 && ::setresgid(kNobody, kNobody, kNobody) == 0 &&
         ::setresuid(kNobody, kNobody, kNobody) == 0;
}

// For a root that cannot become somebody else, and for the powers that a user namespace gives: the
// user stays, its powers over others go.
bool drop_capabilities() {
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {};
  return ::syscall(SYS_capset, &header, none) == 0;
}

// Every right over files that this kernel's landlock knows; the headers may be older than the
// kernel.
std::uint64_t every_file_right() {
  const long version =
      ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  const int rights = version >= 5 ? 16 : version >= 3 ? 15 : version == 2 ? 14 : 13;
  return (std::uint64_t{1} << rights) - 1;
}

// Every right is handled; only reading is granted, and only below `readable`.
bool landlock_read_only(const std::vector<std::string>& readable) {
  constexpr std::uint64_t kRead =
      LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  landlock_ruleset_attr attributes{};
  attributes.handled_access_fs = every_file_right();
  const long ruleset =
      ::syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes.handled_access_fs, 0);
  if (ruleset < 0) return false;
  for (const auto& path : readable) {
    const int fd = ::open(path.c_str(), O_PATH | O_CLOEXEC);
    if (fd < 0) continue;
    struct stat info {};
    landlock_path_beneath_attr rule{};
    rule.parent_fd = fd;
    const bool folder = ::fstat(fd, &info) == 0 && S_ISDIR(info.st_mode);
    rule.allowed_access = folder ? kRead : LANDLOCK_ACCESS_FS_READ_FILE;
    ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    ::close(fd);
  }
  const bool on = ::syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
  ::close(static_cast<int>(ruleset));
  return on;
}

// What no program that builds a shape needs. Refused with EPERM, so that an honest library that
// merely tries can fall back.
const int kRefused[] = {SCMP_SYS(socket),
                        SCMP_SYS(socketpair),
                        SCMP_SYS(connect),
                        SCMP_SYS(bind),
                        SCMP_SYS(listen),
                        SCMP_SYS(accept),
                        SCMP_SYS(accept4),
                        SCMP_SYS(sendto),
                        SCMP_SYS(sendmsg),
                        SCMP_SYS(sendmmsg),
                        SCMP_SYS(recvmsg),
                        SCMP_SYS(execve),
                        SCMP_SYS(execveat),
                        SCMP_SYS(fork),
                        SCMP_SYS(vfork),
                        SCMP_SYS(ptrace),
                        SCMP_SYS(process_vm_readv),
                        SCMP_SYS(process_vm_writev),
                        SCMP_SYS(kill),
                        SCMP_SYS(tkill),
                        SCMP_SYS(rt_sigqueueinfo),
                        SCMP_SYS(rt_tgsigqueueinfo),
                        SCMP_SYS(pidfd_open),
                        SCMP_SYS(pidfd_send_signal),
                        SCMP_SYS(pidfd_getfd),
                        SCMP_SYS(setpgid),
                        SCMP_SYS(setsid),
                        SCMP_SYS(mount),
                        SCMP_SYS(umount2),
                        SCMP_SYS(pivot_root),
                        SCMP_SYS(chroot),
                        SCMP_SYS(unshare),
                        SCMP_SYS(setns),
                        SCMP_SYS(bpf),
                        SCMP_SYS(perf_event_open),
                        SCMP_SYS(userfaultfd),
                        SCMP_SYS(keyctl),
                        SCMP_SYS(add_key),
                        SCMP_SYS(request_key),
                        SCMP_SYS(io_uring_setup),
                        SCMP_SYS(io_uring_enter),
                        SCMP_SYS(io_uring_register),
                        SCMP_SYS(memfd_create),
                        SCMP_SYS(shmget),
                        SCMP_SYS(msgget),
                        SCMP_SYS(semget),
                        SCMP_SYS(mq_open),
                        SCMP_SYS(creat),
                        SCMP_SYS(unlink),
                        SCMP_SYS(unlinkat),
                        SCMP_SYS(rename),
                        SCMP_SYS(renameat),
                        SCMP_SYS(renameat2),
                        SCMP_SYS(mkdir),
                        SCMP_SYS(mkdirat),
                        SCMP_SYS(rmdir),
                        SCMP_SYS(link),
                        SCMP_SYS(linkat),
                        SCMP_SYS(symlink),
                        SCMP_SYS(symlinkat),
                        SCMP_SYS(mknod),
                        SCMP_SYS(mknodat),
                        SCMP_SYS(chmod),
                        SCMP_SYS(fchmod),
                        SCMP_SYS(fchmodat),
                        SCMP_SYS(chown),
                        SCMP_SYS(fchown),
                        SCMP_SYS(lchown),
                        SCMP_SYS(fchownat),
                        SCMP_SYS(truncate),
                        SCMP_SYS(utimensat),
                        SCMP_SYS(setrlimit),
                        SCMP_SYS(setpriority),
                        SCMP_SYS(sched_setaffinity),
                        SCMP_SYS(sched_setscheduler),
                        SCMP_SYS(personality),
                        SCMP_SYS(reboot),
                        SCMP_SYS(kexec_load),
                        SCMP_SYS(init_module),
                        SCMP_SYS(finit_module),
                        SCMP_SYS(delete_module),
                        SCMP_SYS(swapoff),
                        SCMP_SYS(sethostname),
                        SCMP_SYS(setuid),
                        SCMP_SYS(setgid),
                        SCMP_SYS(setresuid),
                        SCMP_SYS(setresgid),
                        SCMP_SYS(setgroups),
                        SCMP_SYS(capset),
                        SCMP_SYS(inotify_init1),
                        SCMP_SYS(fanotify_init),
                        SCMP_SYS(name_to_handle_at),
                        SCMP_SYS(open_by_handle_at),
                        SCMP_SYS(ioctl),
                        SCMP_SYS(setxattr),
                        SCMP_SYS(fsetxattr),
                        SCMP_SYS(lsetxattr),
                        SCMP_SYS(removexattr),
                        SCMP_SYS(fremovexattr),
                        SCMP_SYS(lremovexattr),
                        SCMP_SYS(open_tree),
                        SCMP_SYS(move_mount),
                        SCMP_SYS(fsopen),
                        SCMP_SYS(fsconfig),
                        SCMP_SYS(fsmount),
                        SCMP_SYS(fspick),
                        SCMP_SYS(mount_setattr),
                        SCMP_SYS(quotactl),
                        SCMP_SYS(acct),
                        SCMP_SYS(syslog),
                        SCMP_SYS(settimeofday),
                        SCMP_SYS(clock_settime),
                        SCMP_SYS(adjtimex),
                        SCMP_SYS(clock_adjtime),
                        SCMP_SYS(iopl),
                        SCMP_SYS(ioperm),
                        SCMP_SYS(vhangup),
                        SCMP_SYS(kcmp),
                        SCMP_SYS(process_madvise),
                        SCMP_SYS(move_pages),
                        SCMP_SYS(migrate_pages),
                        SCMP_SYS(futimesat),
                        SCMP_SYS(utime),
                        SCMP_SYS(utimes),
                        SCMP_SYS(ftruncate),
                        SCMP_SYS(fallocate),
                        SCMP_SYS(kexec_file_load),
                        SCMP_SYS(uselib),
                        SCMP_SYS(swapon),
                        SCMP_SYS(setfsuid),
                        SCMP_SYS(setfsgid),
                        SCMP_SYS(setreuid),
                        SCMP_SYS(setregid),
                        SCMP_SYS(setdomainname),
                        SCMP_SYS(inotify_init),
                        SCMP_SYS(modify_ldt),
                        SCMP_SYS(sched_setparam),
                        SCMP_SYS(sched_setattr),
                        SCMP_SYS(ioprio_set)};

bool seccomp_filter() {
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
  if (!filter) return false;
  bool good = true;
  const auto refuse = [&](int call, std::initializer_list<scmp_arg_cmp> when = {}) {
    good &= seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EPERM), call,
                                   static_cast<unsigned>(when.size()), when.begin()) == 0;
  };
  for (const int call : kRefused) refuse(call);
  // Threads are allowed, processes are not. glibc tries clone3 first and falls back where it is
  // unknown.
  refuse(SCMP_SYS(clone), {SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0)});
  good &= seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
  good &= seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(openat2), 0) == 0;
  for (const std::uint64_t mode : {O_WRONLY, O_RDWR}) {
    refuse(SCMP_SYS(open), {SCMP_A1(SCMP_CMP_MASKED_EQ, O_ACCMODE, mode)});
    refuse(SCMP_SYS(openat), {SCMP_A2(SCMP_CMP_MASKED_EQ, O_ACCMODE, mode)});
  }
  // Opening for reading with O_TRUNC empties a file.
  for (const std::uint64_t flag : {O_CREAT, O_TRUNC}) {
    refuse(SCMP_SYS(open), {SCMP_A1(SCMP_CMP_MASKED_EQ, flag, flag)});
    refuse(SCMP_SYS(openat), {SCMP_A2(SCMP_CMP_MASKED_EQ, flag, flag)});
  }
  // Signals reach no other process, limits can be read but not set, and only one's own.
  refuse(SCMP_SYS(tgkill), {SCMP_A0(SCMP_CMP_NE, static_cast<scmp_datum_t>(::getpid()))});
  refuse(SCMP_SYS(prlimit64), {SCMP_A0(SCMP_CMP_NE, 0)});
  refuse(SCMP_SYS(prlimit64), {SCMP_A2(SCMP_CMP_NE, 0)});
  // The parent's death must stay the child's.
  refuse(SCMP_SYS(prctl), {SCMP_A0(SCMP_CMP_EQ, PR_SET_PDEATHSIG)});
  good = good && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return good;
}

}  // namespace

std::vector<std::string> confine(const Confinement& options) {
  std::vector<std::string> layers;
  if (set_rlimits(options)) layers.emplace_back("rlimits");
  if (::getuid() == 0 && options.drop_user && drop_user()) {
    layers.emplace_back("user");
  } else if (drop_capabilities() && ::getuid() == 0) {
    layers.emplace_back("capabilities");
  }
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // changing the user clears it
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) layers.emplace_back("no_new_privs");
  if (landlock_read_only(options.readable)) layers.emplace_back("landlock");
  if (seccomp_filter()) layers.emplace_back("seccomp");
  return layers;
}

bool readable_by_anyone(const std::string& path) {
  std::error_code error;
  for (std::filesystem::path p = std::filesystem::canonical(path, error); !error;
       p = p.parent_path()) {
    struct stat info {};
    if (::stat(p.c_str(), &info) != 0) return false;
    const mode_t needed = S_ISDIR(info.st_mode) ? S_IXOTH : S_IROTH;
    if ((info.st_mode & needed) == 0) return false;
    if (p == p.root_path()) return true;
  }
  return false;
}

}  // namespace cadforge::env
