#include "models/device.h"

#include <ATen/ATen.h>
#include <dlfcn.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace cadforge::models {
namespace {

// ATen registers its CUDA backend when libtorch_cuda is loaded. Loading it takes a second or two
// and a few hundred MB, which a laptop run should not pay.
bool load_cuda_backend() {
  static const bool loaded = [] {
    if (!std::filesystem::exists("/dev/nvidiactl")) return false;
    return dlopen("libtorch_cuda.so", RTLD_NOW | RTLD_GLOBAL) != nullptr;
  }();
  return loaded && at::globalContext().hasCUDA();
}

// The delta rule's decays shrink below 1e-38 within a chunk as a matter of course, where a CPU
// multiplies a hundred times slower: a fifth of a training step.
c10::Device cpu() {
  at::globalContext().setFlushDenormal(true);
  return at::kCPU;
}

}  // namespace

c10::Device resolve_device(const std::string& name) {
  if (name == "cpu") return cpu();
  if (name == "auto") return load_cuda_backend() ? c10::Device(at::kCUDA, 0) : cpu();
  if (name.rfind("cuda", 0) != 0) {
    throw std::invalid_argument(fmt::format(
        "device: expected \"auto\", \"cpu\", \"cuda\" or \"cuda:N\", got \"{}\"", name));
  }
  if (!load_cuda_backend()) {
    throw std::invalid_argument(
        fmt::format("device: \"{}\" was asked for, but no usable NVIDIA GPU was found", name));
  }
  return c10::Device(name == "cuda" ? "cuda:0" : name);
}

void sleep_while_waiting(char** argv) {
  if (std::getenv("OMP_WAIT_POLICY")) return;
  setenv("OMP_WAIT_POLICY", "passive", 1);
  // Comes back only where it fails, and then the program runs on as it is.
  execv("/proc/self/exe", argv);
}

}  // namespace cadforge::models
