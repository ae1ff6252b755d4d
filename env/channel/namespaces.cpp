#include "env/channel/namespaces.h"

#include <fcntl.h>
#include <linux/mount.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <stdexcept>

// glibc's <sys/mount.h> and the kernel's do not go together.
extern "C" int mount(const char*, const char*, const char*, unsigned long, const void*);
extern "C" int umount2(const char*, int);

namespace cadforge::env {
namespace {

namespace fs = std::filesystem;

constexpr unsigned long kPrivate = 1 << 18, kRecursive = 1 << 14;      // MS_PRIVATE, MS_REC
constexpr unsigned long kNoSuid = 2, kNoDevices = 4, kNoPrograms = 8;  // MS_NOSUID, ...
constexpr int kDetach = 2;                                             // MNT_DETACH

void expect(bool done, const char* what) {
  if (!done) throw std::runtime_error(std::string(what) + ": " + std::strerror(errno));
}

bool write_text(const char* path, const std::string& text) {
  const int fd = ::open(path, O_WRONLY | O_CLOEXEC);
  const bool done = fd >= 0 && ::write(fd, text.data(), text.size()) == ssize_t(text.size());
  if (fd >= 0) ::close(fd);
  return done;
}

// The user keeps its number: what it owns stays its own.
bool unshare_all() {
  constexpr int kOwn = CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS;
  const auto user = std::to_string(::getuid()), group = std::to_string(::getgid());
  if (::getuid() == 0 && ::unshare(kOwn) == 0) return true;
  return ::unshare(kOwn | CLONE_NEWUSER) == 0 && write_text("/proc/self/setgroups", "deny") &&
         write_text("/proc/self/uid_map", user + " " + user + " 1") &&
         write_text("/proc/self/gid_map", group + " " + group + " 1");
}

bool below(const fs::path& path, const fs::path& folder) {
  const auto [end, _] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end();
}

// Without those that another one holds, and those of /proc, which comes anew. Shorter ones first.
std::vector<fs::path> outermost(const std::vector<std::string>& readable) {
  std::vector<fs::path> sorted(readable.begin(), readable.end()), paths;
  std::sort(sorted.begin(), sorted.end());
  for (const auto& path : sorted) {
    const bool held = std::any_of(paths.begin(), paths.end(),
                                  [&](const auto& other) { return below(path, other); });
    if (!held && !below(path, "/proc")) paths.push_back(path);
  }
  return paths;
}

void set_read_only(int fd) {
  mount_attr attributes{};
  attributes.attr_set = MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID;
  expect(::syscall(SYS_mount_setattr, fd, "", AT_EMPTY_PATH | AT_RECURSIVE, &attributes,
                   sizeof attributes) == 0,
         "cannot make a mount read-only");
}

// A read-only copy of the tree at `path`, not attached anywhere; -1 where there is none.
int tree_at(const fs::path& path) {
  const long fd = ::syscall(SYS_open_tree, AT_FDCWD, path.c_str(),
                            OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_RECURSIVE);
  if (fd >= 0) set_read_only(static_cast<int>(fd));
  return static_cast<int>(fd);
}

void attach(int tree, const fs::path& place) {
  struct stat info {};
  expect(::fstat(tree, &info) == 0, "cannot look at a tree");
  if (S_ISDIR(info.st_mode)) {
    fs::create_directories(place);
  } else {
    fs::create_directories(place.parent_path());
    std::ofstream(place).flush();
  }
  expect(::syscall(SYS_move_mount, tree, "", AT_FDCWD, place.c_str(), MOVE_MOUNT_F_EMPTY_PATH) == 0,
         "cannot attach a tree");
  ::close(tree);
}

// Ends as the process in the namespaces does.
[[noreturn]] void keep(pid_t child) {
  ::prctl(PR_SET_NAME, "cadforge-keeper");
  ::syscall(SYS_close_range, 0u, ~0u, 0u);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFSIGNALED(status)) ::kill(::getpid(), SIGKILL);
  ::_exit(WEXITSTATUS(status));
}

// Everything but staying; true where all of it can be had.
bool can_enter(const std::vector<std::string>& readable) {
  const pid_t trial = ::fork();
  if (trial == 0) {
    if (!unshare_all()) ::_exit(1);
    const pid_t first = ::fork();
    if (first == 0) {
      try {
        see_only(readable);
        ::_exit(0);
      } catch (const std::exception&) {
        ::_exit(1);
      }
    }
    int status = 1;
    ::waitpid(first, &status, 0);
    ::_exit(first < 0 || status != 0);
  }
  int status = 1;
  return trial > 0 && ::waitpid(trial, &status, 0) == trial && status == 0;
}

}  // namespace

std::vector<std::string> enter_namespaces(const std::vector<std::string>& readable) {
  if (!can_enter(readable) || !unshare_all()) return {};
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("cannot fork into new namespaces");
  if (child > 0) keep(child);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  return {"mount_namespace", "pid_namespace", "net_namespace", "ipc_namespace"};
}

void see_only(const std::vector<std::string>& readable) {
  // What happens here stays here.
  expect(::mount("none", "/", nullptr, kPrivate | kRecursive, nullptr) == 0,
         "cannot make mounts private");
  std::vector<std::pair<int, fs::path>> trees;
  for (const auto& path : outermost(readable)) {
    const int tree = tree_at(path);
    if (tree >= 0) trees.emplace_back(tree, path);
  }
  const fs::path root = "/tmp";  // hidden by a file system of our own from here on
  expect(::mount("tmpfs", root.c_str(), "tmpfs", kNoSuid | kNoDevices, "size=1m,mode=755") == 0,
         "cannot mount a root");
  for (const auto& [tree, path] : trees) attach(tree, root / path.relative_path());
  fs::create_directories(root / "proc");
  expect(::mount("proc", (root / "proc").c_str(), "proc", kNoSuid | kNoDevices | kNoPrograms,
                 nullptr) == 0,
         "cannot mount /proc");
  expect(::chdir(root.c_str()) == 0 && ::syscall(SYS_pivot_root, ".", ".") == 0,
         "cannot change the root");
  expect(::umount2(".", kDetach) == 0, "cannot leave the old root");
  expect(::chdir("/") == 0, "cannot enter the new root");
  mount_attr attributes{};
  attributes.attr_set = MOUNT_ATTR_RDONLY;
  expect(::syscall(SYS_mount_setattr, AT_FDCWD, "/", 0, &attributes, sizeof attributes) == 0,
         "cannot make the root read-only");
}

}  // namespace cadforge::env
