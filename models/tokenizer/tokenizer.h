// Text to token ids and back, through SentencePiece.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cadforge::models {

class Tokenizer {
 public:
  /// Reads tokenizer.json (byte-level BPE) or tokenizer.model (SentencePiece) in `folder`. Throws
  /// std::invalid_argument where neither exists or where a pre-tokeniser, normaliser, model or
  /// added token asks for something that is not implemented.
  static std::unique_ptr<Tokenizer> load(const std::filesystem::path& folder);
  /// The text of a tokenizer.json. Throws as load.
  static std::unique_ptr<Tokenizer> from_json(std::string_view text);
  ~Tokenizer();

  /// Special tokens in `text` ("<|im_start|>") become their ids. Text is NFC-normalised where the
  /// tokenizer says so. Const methods are thread-safe.
  std::vector<std::int64_t> encode(std::string_view text) const;
  /// Round trip of any bytes (tokenizer.json). Ids of no token are left out, and with
  /// `skip_special` those of special tokens.
  std::string decode(const std::vector<std::int64_t>& ids, bool skip_special = false) const;

  std::int64_t vocab_size() const;
  /// Id of a token by its text, -1 where there is none.
  std::int64_t id_of(std::string_view token) const;

 private:
  struct Impl;
  explicit Tokenizer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Ids that end a completion: config's, generation_config's and the tokenizer's end token together.
/// `tokenizer` may be null.
std::vector<std::int64_t> stop_tokens(const std::filesystem::path& folder,
                                      const Tokenizer* tokenizer);

}  // namespace cadforge::models
