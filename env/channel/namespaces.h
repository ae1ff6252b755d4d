// Namespaces of a child process's own: what it cannot name it cannot reach, whatever else gives
// way.
#pragma once

#include <string>
#include <vector>

namespace cadforge::env {

/// The argument by which a worker or a measurer is told to do without.
inline constexpr const char* kNoNamespaces = "--no-namespaces";

/// Moves the calling process, which must have one thread and no children, into mount, pid, network,
/// IPC and host-name namespaces of its own (as an ordinary user through a user namespace). It goes
/// on as the first process of the pid namespace, so that nothing it starts outlives it; what was
/// the process stays behind as its keeper, ends with it and holds no descriptor. Returns the layers
/// in force: "mount_namespace", "pid_namespace", "net_namespace", "ipc_namespace". Where the kernel
/// or a container refuses any of it, nothing has happened and the list is empty.
///
/// All of it is tried in a child first, with `readable` as in see_only: there is no way back from
/// half of it.
std::vector<std::string> enter_namespaces(const std::vector<std::string>& readable);

/// After enter_namespaces: leaves of the file system what is below `readable`, read-only, and a
/// /proc of its own. Paths that do not exist are passed over. Throws std::runtime_error where it
/// cannot be done.
void see_only(const std::vector<std::string>& readable);

}  // namespace cadforge::env
