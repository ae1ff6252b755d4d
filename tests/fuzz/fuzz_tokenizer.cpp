// Any text as a tokenizer.json: a tokenizer that gives every byte back, or one clear error.
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

#include "models/tokenizer/tokenizer.h"

using namespace cadforge::models;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    const auto tokenizer = Tokenizer::from_json(text);
    const std::string sample = "plate 12 x 3\n\t<|im_end|>\xff";
    if (tokenizer->decode(tokenizer->encode(sample)) != sample) std::abort();
  } catch (const std::invalid_argument& error) {
    if (std::string_view(error.what()).empty()) std::abort();
  }
  return 0;
}
