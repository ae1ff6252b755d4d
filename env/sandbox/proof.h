// Proof that the sandbox holds: a program that tries what each layer is there to refuse.
#pragma once

#include <string>
#include <vector>

#include "env/sandbox/pool.h"

namespace cadforge::env {

struct LayerProof {
  std::string layer;  ///< as in Pool::sandbox_layers()
  std::string tried;  ///< "open a socket"
  std::string got;    ///< what came of it, in the kernel's words
  bool holds = false;
};

/// Tries each layer that is in force, in a program like any other. Throws std::runtime_error where
/// the program did not come to its end.
std::vector<LayerProof> prove_layers(Pool& pool);

}  // namespace cadforge::env
