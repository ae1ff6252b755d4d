// What confine() leaves a process: each call below is made in a child of its own.
#include "env/channel/confine.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <thread>

namespace {

using namespace cadforge::env;
namespace fs = std::filesystem;

/// 0 where `call` succeeded in a confined child, else its errno; -1 where the child died of it.
int confined(const Confinement& confinement, const std::function<long()>& call) {
  const pid_t pid = ::fork();
  if (pid == 0) {
    confine(confinement);
    errno = 0;
    ::_exit(call() < 0 ? errno : 0);
  }
  int status = 0;
  ::waitpid(pid, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

struct Folder {
  fs::path path = fs::temp_directory_path() / "confine";
  Folder() {
    fs::create_directories(path);
    std::ofstream(file()) << "kept";
  }
  ~Folder() { fs::remove_all(path); }
  std::string file() const { return path / "file"; }
};

Confinement reading(const fs::path& path) {
  Confinement confinement;
  confinement.readable = {"/usr", "/lib", "/lib64", path};
  return confinement;
}

}  // namespace

TEST_CASE("a confined process reads and changes no file") {
  const Folder folder;
  const auto confinement = reading(folder.path);
  const auto file = folder.file(), other = (folder.path / "other").string();
  const auto opened = [&](int flags) {
    return confined(confinement, [&] { return ::open(file.c_str(), flags, 0600); });
  };
  CHECK(opened(O_RDONLY) == 0);
  for (const int flags :
       {O_WRONLY, O_RDWR, O_RDONLY | O_TRUNC, O_RDONLY | O_CREAT, O_WRONLY | O_APPEND}) {
    INFO("flags " << flags);
    CHECK(opened(flags) == EPERM);
  }
  CHECK(confined(confinement,
                 [&] { return ::open(folder.path.c_str(), O_TMPFILE | O_RDWR, 0600); }) == EPERM);
  CHECK(confined(confinement, [&] { return ::unlink(file.c_str()); }) == EPERM);
  CHECK(confined(confinement, [&] { return ::rename(file.c_str(), other.c_str()); }) == EPERM);
  CHECK(confined(confinement, [&] { return ::link(file.c_str(), other.c_str()); }) == EPERM);
  CHECK(confined(confinement, [&] { return ::symlink(file.c_str(), other.c_str()); }) == EPERM);
  CHECK(confined(confinement, [&] { return ::mkdir(other.c_str(), 0700); }) == EPERM);
  CHECK(confined(confinement, [&] { return ::chmod(file.c_str(), 0); }) == EPERM);
  CHECK(confined(confinement, [&] { return ::truncate(file.c_str(), 0); }) == EPERM);
  CHECK(fs::file_size(file) == 4);
}

TEST_CASE("a confined process starts nothing and reaches nobody") {
  const Confinement confinement = reading("/usr");
  CHECK(confined(confinement, [] { return ::fork(); }) == EPERM);
  CHECK(confined(confinement, [] { return ::vfork(); }) == EPERM);
  CHECK(confined(confinement, [] { return ::execl("/bin/true", "true", nullptr); }) == EPERM);
  CHECK(confined(confinement, [] { return ::socket(AF_INET, SOCK_STREAM, 0); }) == EPERM);
  CHECK(confined(confinement, [] { return ::socket(AF_UNIX, SOCK_STREAM, 0); }) == EPERM);
  CHECK(confined(confinement, [] { return ::kill(::getppid(), 0); }) == EPERM);
  CHECK(confined(confinement, [] { return ::syscall(SYS_tgkill, ::getppid(), ::getppid(), 0); }) ==
        EPERM);
  CHECK(confined(confinement, [] { return ::syscall(SYS_pidfd_open, ::getppid(), 0); }) == EPERM);
  CHECK(confined(confinement, [] { return ::syscall(SYS_memfd_create, "x", 0); }) == EPERM);
  const rlimit none{RLIM_INFINITY, RLIM_INFINITY};
  CHECK(confined(confinement, [&] { return ::setrlimit(RLIMIT_AS, &none); }) == EPERM);
  CHECK(confined(confinement, [] {
          std::thread([] {}).join();
          return 0L;
        }) == 0);
}

TEST_CASE("layers are named as they took hold") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  confined(reading("/usr"), [] { return 0L; });
  const pid_t pid = ::fork();
  if (pid == 0) {
    std::string names;
    for (const auto& layer : confine(reading("/usr"))) names += layer + ",";
    ::_exit(::write(ends[1], names.data(), names.size()) < 0);
  }
  ::waitpid(pid, nullptr, 0);
  char names[256] = {};
  REQUIRE(::read(ends[0], names, sizeof names - 1) > 0);
  for (const char* layer : {"rlimits,", "no_new_privs,", "seccomp,"}) {
    CHECK(std::string(names).find(layer) != std::string::npos);
  }
}
