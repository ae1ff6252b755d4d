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
#include "env/sandbox/proof.h"
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

/// The layers in force, and below them what a program met that tried each.
std::string sandbox() {
  env::PoolOptions options;
  options.lanes = 1;
  env::Pool pool(options);
  std::string text = pool.sandbox_layers();
  bool holds = true;
  for (const auto& proof : env::prove_layers(pool)) {
    text += fmt::format("\n  {:<16} {}: {}{}", proof.layer, proof.tried, proof.got,
                        proof.holds ? "" : "  DOES NOT HOLD");
    holds &= proof.holds;
  }
  if (!holds) throw std::runtime_error(text);
  return text;
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
  well &= examine("sandbox", sandbox);
  if (!well) throw CLI::RuntimeError(1);
}

}  // namespace

void add_doctor(CLI::App& app) {
  app.add_subcommand("doctor", "What this machine has: device, programs, sandbox layers")
      ->callback(doctor);
}

}  // namespace cadforge::trainer
