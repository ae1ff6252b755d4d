// Any bytes as text: they come back from their tokens, which lie within the vocabulary.
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "models/tokenizer/tokenizer.h"

using namespace cadforge::models;

namespace {

// The test's tokenizer without its normaliser, so that the text comes back exactly.
std::unique_ptr<Tokenizer> load() {
  std::ifstream stream(CADFORGE_TOKENIZER, std::ios::binary);
  std::string json{std::istreambuf_iterator<char>(stream), {}};
  const std::string normalizer = R"("normalizer":{"type":"NFC"})";
  const auto at = json.find(normalizer);
  if (at == std::string::npos) std::abort();
  return Tokenizer::from_json(json.replace(at, normalizer.size(), R"("normalizer":null)"));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto tokenizer = load();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto ids = tokenizer->encode(text);
  for (const auto id : ids) {
    if (id < 0 || id >= tokenizer->vocab_size()) std::abort();
  }
  if (tokenizer->decode(ids) != text) std::abort();
  return 0;
}
