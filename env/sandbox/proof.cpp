#include "env/sandbox/proof.h"

#include <fmt/format.h>

#include <filesystem>
#include <future>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

namespace cadforge::env {
namespace {

using nlohmann::json;

// Prints [layer, what was tried, what came of it, whether the layer holds], a line each; OURS are
// the namespaces of the process that asks.
constexpr const char* kProgram = R"(
import errno
import os
import socket


def say(layer, tried, got, holds):
    print(json.dumps([layer, tried, str(got), bool(holds)]))


def refused(layer, tried, attempt, *reasons):
    """Only an error of these numbers is this layer's refusal, and not another's or an accident's."""
    try:
        say(layer, tried, f"let through: {attempt()!r:.60}", False)
    except MemoryError:
        say(layer, tried, "refused: MemoryError", errno.ENOMEM in reasons)
    except OSError as error:
        say(layer, tried, f"refused: {type(error).__name__} {error}", error.errno in reasons)


def hundred_descriptors():
    held = []
    try:
        while len(held) < 100:
            held.append(os.dup(1))
    finally:
        for descriptor in held:
            os.close(descriptor)


status = dict(line.split(":\t", 1) for line in open("/proc/self/status").read().splitlines() if ":\t" in line)
refused("rlimits", "take 1 TiB of memory", lambda: bytearray(1 << 40), errno.ENOMEM)
refused("rlimits", "open a hundred descriptors", hundred_descriptors, errno.EMFILE)
say("user", "who am I", f"user {os.getuid()}", os.getuid() != 0)
say("capabilities", "what may I", f"capabilities {status['CapEff']}", int(status["CapEff"], 16) == 0)
say("no_new_privs", "would a set-uid program help", f"no_new_privs {status['NoNewPrivs']}", status["NoNewPrivs"] == "1")
refused("landlock", "list /proc", lambda: os.listdir("/proc"), errno.EACCES)
refused("landlock", "read /etc/passwd", lambda: open("/etc/passwd").read(), errno.EACCES, errno.ENOENT)
refused("seccomp", "open a socket", lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM), errno.EPERM)
refused("seccomp", "write a file", lambda: open("/tmp/cadforge-was-here", "w"), errno.EPERM)
refused("seccomp", "fork", os.fork, errno.EPERM)
refused("seccomp", "start a program", lambda: os.execv("/bin/true", ["true"]), errno.EPERM)
refused("mount_namespace", "find /etc/passwd", lambda: os.stat("/etc/passwd"), errno.ENOENT)
for layer, kind in (("mount_namespace", "mnt"), ("pid_namespace", "pid"), ("net_namespace", "net"),
                    ("ipc_namespace", "ipc")):
    own = os.readlink(f"/proc/self/ns/{kind}")
    say(layer, "share ours", f"{own}, not {OURS[kind]}", own != OURS[kind])
)";

json our_namespaces() {
  json ours;
  for (const char* kind : {"mnt", "pid", "net", "ipc"}) {
    ours[kind] = std::filesystem::read_symlink(std::string("/proc/self/ns/") + kind).string();
  }
  return ours;
}

}  // namespace

std::vector<LayerProof> prove_layers(Pool& pool) {
  const std::string source = "import json\nOURS = " + our_namespaces().dump() + kProgram;
  auto task = std::make_shared<std::packaged_task<rewards::BuildResult(Lane&)>>([&](Lane& lane) {
    return lane.build({source, {}});
  });
  auto future = task->get_future();
  pool.submit([task](Lane& lane) { (*task)(lane); });
  const auto result = future.get();
  if (result.error_class != rewards::error_class::kNoResult) {
    throw std::runtime_error(fmt::format("the program that tries the sandbox ended in {}: {}",
                                         result.error_class, result.message));
  }
  std::vector<LayerProof> proofs;
  std::istringstream lines(result.output);
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("[\"", 0) != 0) continue;  // what a library has to say of a refusal
    const json in = json::parse(line);
    LayerProof proof{in.at(0), in.at(1), in.at(2), in.at(3)};
    if (pool.sandbox_layers().find(proof.layer) != std::string::npos) proofs.push_back(proof);
  }
  return proofs;
}

}  // namespace cadforge::env
