// What a pool has running, as /proc shows it.
#pragma once

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace cadforge::env {

/// Processes whose name begins with `name`, by their parent; the latest last. `ended`: those too
/// that nobody has reaped.
inline std::vector<pid_t> children(pid_t parent, const std::string& name, bool ended = false) {
  std::vector<std::pair<long long, pid_t>> found;
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    std::ifstream file(entry.path() / "stat");
    pid_t pid = 0, ppid = 0;
    std::string command, state, skipped;
    if (!(file >> pid >> command >> state >> ppid) || ppid != parent) continue;
    if (state == "Z" && !ended) continue;
    if (command.rfind("(" + name, 0) != 0) continue;
    for (int field = 5; field < 22; ++field) file >> skipped;
    long long started = 0;
    file >> started;
    found.emplace_back(started, pid);
  }
  std::sort(found.begin(), found.end());
  std::vector<pid_t> pids;
  for (const auto& [started, pid] : found) pids.push_back(pid);
  return pids;
}

/// The pool's workers ("cadforge-worker") or measurers ("cadforge-measur"), the latest last:
/// children of ours, or of a keeper where they have namespaces.
inline std::vector<pid_t> pool_processes(const std::string& name) {
  std::vector<pid_t> pids = children(::getpid(), name);
  for (const pid_t keeper : children(::getpid(), "cadforge-keeper")) {
    const auto kept = children(keeper, name);
    pids.insert(pids.end(), kept.begin(), kept.end());
  }
  return pids;
}

/// What a process has open, started and in memory.
struct Footprint {
  long descriptors = 0, threads = 0, children = 0, resident_mib = 0;
};

inline Footprint footprint(pid_t pid) {
  const std::filesystem::path proc = "/proc/" + std::to_string(pid);
  Footprint footprint;
  const auto count = [](const std::filesystem::path& folder) {
    return std::distance(std::filesystem::directory_iterator(folder), {});
  };
  footprint.descriptors = count(proc / "fd");
  footprint.threads = count(proc / "task");
  footprint.children = static_cast<long>(children(pid, "", true).size());
  long pages = 0;
  std::ifstream(proc / "statm").ignore(64, ' ') >> pages;
  footprint.resident_mib = pages * ::sysconf(_SC_PAGESIZE) >> 20;
  return footprint;
}

}  // namespace cadforge::env
