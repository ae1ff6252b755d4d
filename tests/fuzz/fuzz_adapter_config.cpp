// Any text as an adapter_config.json: options that can be matched with modules, or one clear error.
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string_view>

#include "models/lora/adapter_config.h"

using namespace cadforge::models;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    const auto options = parse_adapter_config(text);
    const auto match = match_targets(
        {"model.layers.0.mlp.up_proj", "model.layers.1.linear_attn.in_proj_qkv"}, options);
    for (const auto& module : match.modules) {
      if (module.rank <= 0) std::abort();
    }
  } catch (const std::invalid_argument& error) {
    if (std::string_view(error.what()).empty()) std::abort();
  }
  return 0;
}
