#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <fmt/format.h>
#include <torch/version.h>

#include <CLI/CLI.hpp>
#include <functional>
#include <sstream>
#include <string>
#include <thread>

#include "env/sandbox/pool.h"
#include "env/sandbox/process.h"
#include "models/device.h"
#include "trainer/cli/cli.h"
#include "trainer/model_folder.h"

namespace cadforge::trainer {
namespace {

std::string device_name() {
  std::ostringstream name;
  name << models::resolve_device("auto");
  return name.str();
}

std::string sandbox_layers() {
  env::PoolOptions options;
  options.lanes = 1;
  return env::Pool(options).sandbox_layers();
}

/// One line; false where the thing is not to be had.
bool examine(const char* name, const std::function<std::string()>& look) {
  try {
    fmt::print("{:<18} {}\n", name, look());
    return true;
  } catch (const std::exception& error) {
    fmt::print("{:<18} MISSING: {}\n", name, error.what());
    return false;
  }
}

void doctor() {
  bool well = true;
  well &= examine("torch", [] { return std::string(TORCH_VERSION); });
  well &= examine("device", device_name);
  well &= examine("threads", [] {
    return fmt::format("{} for tensors, {} cores", at::get_num_threads(),
                       std::thread::hardware_concurrency());
  });
  well &= examine("cadforge-worker", [] { return env::find_program("cadforge-worker"); });
  well &= examine("cadforge-measure", [] { return env::find_program("cadforge-measure"); });
  well &= examine("tiny model", [] { return model_folder("tiny").string(); });
  well &= examine("sandbox", sandbox_layers);
  if (!well) throw CLI::RuntimeError(1);
}

}  // namespace

void add_doctor(CLI::App& app) {
  app.add_subcommand("doctor", "What this machine has: device, programs, sandbox layers")
      ->callback(doctor);
}

}  // namespace cadforge::trainer
