// Where tensors live.
#pragma once

#include <string>

namespace c10 {
struct Device;
}

namespace cadforge::models {

/// "cpu", "cuda", "cuda:N", or "auto": CUDA where a usable GPU is found, else the CPU. The CUDA
/// backend is loaded on the first call that needs it, so a program on a machine without a GPU never
/// pays for it. Throws std::invalid_argument naming the device where it is unknown or cannot be
/// had. Choosing the CPU makes the calling thread, and threads it starts later, treat denormal
/// numbers as zero.
c10::Device resolve_device(const std::string& name);

/// Makes idle compute threads sleep where OpenMP would let them spin: beside build workers on the
/// same cores a spinning thread keeps the one that still computes off its core, which made a
/// training step three times slower. OpenMP reads its settings when it is loaded, so the program
/// starts itself again, once; call this first in main, with main's argv. Does nothing where
/// OMP_WAIT_POLICY is set.
void sleep_while_waiting(char** argv);

}  // namespace cadforge::models
