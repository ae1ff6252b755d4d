// What a child process does to itself before it touches anything untrusted.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace cadforge::env {

struct Confinement {
  double cpu_seconds = 10;
  std::size_t memory_bytes = std::size_t{2}
                             << 30;   ///< address space beyond what the process has now
  std::vector<std::string> readable;  ///< paths that stay readable; nothing stays writable
  bool drop_user = false;             ///< become nobody, where we are root
};

/// Rlimits, no_new_privs, dropped user and capabilities, landlock where the kernel has it, seccomp.
/// In this order, once, in a process of one thread. Returns the layers in force ("rlimits", "user"
/// or, for a root that has to stay root, "capabilities", "no_new_privs", "landlock", "seccomp"); a
/// layer that the kernel refuses is left out, and it is the caller's to refuse the run.
std::vector<std::string> confine(const Confinement& options);

/// True when every folder on the way to `path` can be passed by anybody: then a child may drop its
/// user and still read it.
bool readable_by_anyone(const std::string& path);

}  // namespace cadforge::env
