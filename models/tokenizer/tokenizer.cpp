#define PCRE2_CODE_UNIT_WIDTH 8
#include "models/tokenizer/tokenizer.h"

#include <fmt/format.h>
#include <pcre2.h>
#include <sentencepiece_processor.h>
#include <utf8proc.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <unordered_map>

#include "models/tokenizer/bpe_model.h"
#include "models/tokenizer/byte_level.h"

namespace cadforge::models {
namespace {

using nlohmann::json;
using std::filesystem::path;

constexpr const char* kGpt2Pattern =
    R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)";

[[noreturn]] void fail(const path& file, const std::string& what) {
  throw std::invalid_argument(fmt::format("{}: {}", file.string(), what));
}

json read_json(const path& file) {
  std::ifstream stream(file);
  if (!stream) fail(file, "cannot open");
  try {
    return json::parse(stream);
  } catch (const json::exception& error) {
    fail(file, error.what());
  }
}

/// A compiled pattern that cuts text into pre-tokens. What the pattern skips is a piece of its own.
class Splitter {
 public:
  explicit Splitter(const std::string& pattern) {
    int error = 0;
    PCRE2_SIZE offset = 0;
    code_.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(),
                              PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF, &error, &offset,
                              nullptr));
    if (!code_) {
      throw std::invalid_argument(
          fmt::format("tokenizer: pattern does not compile at offset {}: {}", offset, pattern));
    }
    pcre2_jit_compile(code_.get(), PCRE2_JIT_COMPLETE);
  }

  template <class Visit>
  void split(std::string_view text, const Visit& visit) const {
    const std::unique_ptr<pcre2_match_data, decltype(&pcre2_match_data_free)> match(
        pcre2_match_data_create_from_pattern(code_.get(), nullptr), &pcre2_match_data_free);
    const auto* subject = reinterpret_cast<PCRE2_SPTR>(text.data());
    std::size_t at = 0;
    while (at < text.size()) {
      if (pcre2_match(code_.get(), subject, text.size(), at, 0, match.get(), nullptr) < 0) break;
      const PCRE2_SIZE* span = pcre2_get_ovector_pointer(match.get());
      if (span[1] <= span[0]) break;
      if (span[0] > at) visit(text.substr(at, span[0] - at));
      visit(text.substr(span[0], span[1] - span[0]));
      at = span[1];
    }
    if (at < text.size()) visit(text.substr(at));
  }

 private:
  struct Free {
    void operator()(pcre2_code* code) const { pcre2_code_free(code); }
  };
  std::unique_ptr<pcre2_code, Free> code_;
};

// The regex of the pre-tokeniser, or an error that names what is not known.
std::string split_pattern(const path& file, const json& pre_tokenizer) {
  const auto byte_level = [](const json& part, bool use_regex) {
    return part.value("type", "") == "ByteLevel" && !part.value("add_prefix_space", true) &&
           part.value("use_regex", true) == use_regex;
  };
  if (byte_level(pre_tokenizer, true)) return kGpt2Pattern;
  if (pre_tokenizer.value("type", "") == "Sequence") {
    const auto& parts = pre_tokenizer.at("pretokenizers");
    const bool known = parts.size() == 2 && parts[0].value("type", "") == "Split" &&
                       parts[0].value("behavior", "") == "Isolated" &&
                       !parts[0].value("invert", false) &&
                       parts[0].at("pattern").contains("Regex") && byte_level(parts[1], false);
    if (known) return parts[0]["pattern"]["Regex"].get<std::string>();
  }
  fail(file, fmt::format("pre_tokenizer: expected ByteLevel, or Split (regex, isolated) followed "
                         "by ByteLevel, without a prefix space, got {}",
                         pre_tokenizer.dump()));
}

// Features of a BPE model that would make other tokens and that are not implemented.
void check_model(const path& file, const json& model) {
  const auto type = model.value("type", "BPE");
  if (type != "BPE") fail(file, fmt::format("model: expected BPE, got {}", type));
  for (const char* name :
       {"dropout", "continuing_subword_prefix", "end_of_word_suffix", "byte_fallback"}) {
    const json value = model.value(name, json());
    if (value.is_null() || value == false || value == "" || value == 0) continue;
    fail(file, fmt::format("model: {}: expected none, got {}", name, value.dump()));
  }
}

void check_added_token(const path& file, const json& token) {
  for (const char* name : {"lstrip", "rstrip", "single_word"}) {
    if (!token.value(name, false)) continue;
    fail(file, fmt::format("added_tokens: {}: expected {} to be false, got true",
                           token.at("content").dump(), name));
  }
}

bool wants_nfc(const path& file, const json& tokenizer) {
  if (!tokenizer.contains("normalizer") || tokenizer["normalizer"].is_null()) return false;
  if (tokenizer["normalizer"].value("type", "") == "NFC") return true;
  fail(file,
       fmt::format("normalizer: expected none or NFC, got {}", tokenizer["normalizer"].dump()));
}

std::string nfc(std::string_view text) {
  const bool ascii =
      std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
  if (ascii) return std::string(text);
  utf8proc_uint8_t* mapped = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (size < 0) return std::string(text);  // not UTF-8: its bytes are kept
  std::string normal(reinterpret_cast<char*>(mapped), size);
  std::free(mapped);
  return normal;
}

// A merge is "a b" in older files and ["a", "b"] in newer ones.
std::string merged_text(const json& merge) {
  if (merge.is_array()) return merge.at(0).get<std::string>() + merge.at(1).get<std::string>();
  auto text = merge.get<std::string>();
  text.erase(text.find(' '), 1);
  return text;
}

std::vector<BpePiece> bpe_pieces(const path& file, const json& tokenizer,
                                 const std::map<std::string, std::int64_t>& added) {
  const json& model = tokenizer.at("model");
  check_model(file, model);
  const auto vocabulary = model.at("vocab").get<std::unordered_map<std::string, std::int64_t>>();
  std::int64_t size = 0;
  for (const auto& [text, id] : vocabulary) size = std::max(size, id + 1);
  for (const auto& [text, id] : added) size = std::max(size, id + 1);
  constexpr std::int64_t kMostPieces = 1 << 22;
  if (size > kMostPieces) fail(file, fmt::format("vocab: id {} is out of range", size - 1));

  std::vector<BpePiece> pieces(size);
  for (std::int64_t i = 0; i < size; ++i) pieces[i] = {fmt::format("<hole {}>", i), 0, true};
  for (const auto& [text, id] : added) pieces.at(id) = {text, 0, true};
  // SentencePiece joins any two pieces whose sum is a piece, so those that no merge makes stay out.
  for (const auto& [text, id] : vocabulary) {
    if (id < 0) fail(file, fmt::format("vocab: \"{}\" has id {}", text, id));
    if (!added.count(text)) pieces[id] = {text, -1e9f, true};
  }
  for (int byte = 0; byte < 256; ++byte) {
    const char raw = static_cast<char>(byte);
    const auto found = vocabulary.find(to_byte_characters({&raw, 1}));
    if (found == vocabulary.end()) fail(file, fmt::format("vocab: lacks byte 0x{:02x}", byte));
    pieces[found->second].control = false;
  }
  float rank = 0;
  for (const auto& merge : model.at("merges")) {
    const auto text = merged_text(merge);
    const auto found = vocabulary.find(text);
    if (found == vocabulary.end()) fail(file, fmt::format("merges: \"{}\" is not in vocab", text));
    BpePiece& piece = pieces[found->second];
    piece.control = added.count(text) != 0;
    piece.score = std::max(piece.score, -rank);
    rank += 1;
  }
  return pieces;
}

}  // namespace

struct Tokenizer::Impl {
  sentencepiece::SentencePieceProcessor processor;
  std::unique_ptr<Splitter> splitter;  // null: SentencePiece's own model, which takes whole text
  bool normalise = false;
  bool whole_words = false;  // a pre-token that is in the vocabulary is taken before any merge
  std::int64_t size = 0;
  std::map<std::string, std::int64_t> added;  // special tokens by text
  std::set<std::int64_t> special;

  static constexpr std::size_t kCacheEntries = 1 << 16;
  mutable std::mutex cache_mutex;
  mutable std::unordered_map<std::string, std::vector<int>> cache;

  void load_json(const path& file);
  void load_model(const path& file);
  std::vector<int> encode_piece(std::string_view piece) const;
  void encode_plain(std::string_view text, std::vector<std::int64_t>& ids) const;
};

void Tokenizer::Impl::load_json(const path& file) {
  const json tokenizer = read_json(file);
  try {
    for (const auto& token : tokenizer.value("added_tokens", json::array())) {
      const auto id = token.at("id").get<std::int64_t>();
      if (id < 0) fail(file, "added_tokens: negative id");
      check_added_token(file, token);
      added[token.at("content").get<std::string>()] = id;
      if (token.value("special", false)) special.insert(id);
    }
    normalise = wants_nfc(file, tokenizer);
    splitter = std::make_unique<Splitter>(
        split_pattern(file, tokenizer.value("pre_tokenizer", json::object())));
    const auto pieces = bpe_pieces(file, tokenizer, added);
    whole_words = tokenizer["model"].value("ignore_merges", false);
    size = static_cast<std::int64_t>(pieces.size());
    const auto status = processor.LoadFromSerializedProto(serialise_bpe_model(pieces));
    if (!status.ok()) fail(file, status.ToString());
  } catch (const json::exception& error) {
    fail(file, error.what());
  }
}

void Tokenizer::Impl::load_model(const path& file) {
  const auto status = processor.Load(file.string());
  if (!status.ok()) fail(file, status.ToString());
  size = processor.GetPieceSize();
  for (int id = 0; id < processor.GetPieceSize(); ++id) {
    if (!processor.IsControl(id)) continue;
    added[processor.IdToPiece(id)] = id;
    special.insert(id);
  }
}

std::vector<int> Tokenizer::Impl::encode_piece(std::string_view piece) const {
  std::string key(piece);
  {
    const std::lock_guard lock(cache_mutex);
    const auto found = cache.find(key);
    if (found != cache.end()) return found->second;
  }
  const auto characters = to_byte_characters(piece);
  const int whole = whole_words ? processor.PieceToId(characters) : processor.unk_id();
  std::vector<int> ids{whole};
  if (processor.IsUnknown(whole)) processor.Encode(characters, &ids).IgnoreError();
  const std::lock_guard lock(cache_mutex);
  if (cache.size() >= kCacheEntries) cache.clear();
  cache.emplace(std::move(key), ids);
  return ids;
}

void Tokenizer::Impl::encode_plain(std::string_view text, std::vector<std::int64_t>& ids) const {
  if (text.empty()) return;
  if (!splitter) {
    std::vector<int> pieces;
    processor.Encode(std::string(text), &pieces).IgnoreError();
    ids.insert(ids.end(), pieces.begin(), pieces.end());
    return;
  }
  const std::string normal = normalise ? nfc(text) : std::string(text);
  splitter->split(normal, [&](std::string_view piece) {
    const auto pieces = encode_piece(piece);
    ids.insert(ids.end(), pieces.begin(), pieces.end());
  });
}

Tokenizer::Tokenizer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Tokenizer::~Tokenizer() = default;

std::unique_ptr<Tokenizer> Tokenizer::load(const path& folder) {
  auto impl = std::make_unique<Impl>();
  if (std::filesystem::exists(folder / "tokenizer.json")) {
    impl->load_json(folder / "tokenizer.json");
  } else if (std::filesystem::exists(folder / "tokenizer.model")) {
    impl->load_model(folder / "tokenizer.model");
  } else {
    fail(folder, "neither tokenizer.json nor tokenizer.model is there");
  }
  return std::unique_ptr<Tokenizer>(new Tokenizer(std::move(impl)));
}

std::vector<std::int64_t> Tokenizer::encode(std::string_view text) const {
  std::vector<std::int64_t> ids;
  while (!text.empty()) {
    // The earliest special token, the longest where two begin together.
    std::size_t first = std::string_view::npos;
    const std::pair<const std::string, std::int64_t>* token = nullptr;
    for (const auto& entry : impl_->added) {
      const auto at = text.find(entry.first);
      if (at < first || (at == first && token && entry.first.size() > token->first.size())) {
        first = at;
        token = &entry;
      }
    }
    impl_->encode_plain(text.substr(0, first), ids);
    if (!token) break;
    ids.push_back(token->second);
    text.remove_prefix(first + token->first.size());
  }
  return ids;
}

std::string Tokenizer::decode(const std::vector<std::int64_t>& ids, bool skip_special) const {
  const auto known = [&](std::int64_t id) {
    return id >= 0 && id < impl_->size && !(skip_special && impl_->special.count(id));
  };
  if (!impl_->splitter) {
    std::vector<int> pieces;
    for (const auto id : ids) {
      if (known(id)) pieces.push_back(static_cast<int>(id));
    }
    std::string text;
    impl_->processor.Decode(pieces, &text).IgnoreError();
    return text;
  }
  std::string text;
  for (const auto id : ids) {
    if (!known(id)) continue;
    const std::string& piece = impl_->processor.IdToPiece(static_cast<int>(id));
    text += impl_->added.count(piece) ? piece : from_byte_characters(piece);
  }
  return text;
}

std::int64_t Tokenizer::vocab_size() const { return impl_->size; }

std::int64_t Tokenizer::id_of(std::string_view token) const {
  const std::string text(token);
  const auto found = impl_->added.find(text);
  if (found != impl_->added.end()) return found->second;
  const int id = impl_->processor.PieceToId(impl_->splitter ? to_byte_characters(text) : text);
  return impl_->processor.IsUnknown(id) ? -1 : id;
}

std::vector<std::int64_t> stop_tokens(const path& folder, const Tokenizer* tokenizer) {
  std::set<std::int64_t> stops;
  const auto add_ids = [&](const json& value) {
    if (value.is_number_integer()) stops.insert(value.get<std::int64_t>());
    if (value.is_array()) {
      for (const auto& id : value) stops.insert(id.get<std::int64_t>());
    }
  };
  for (const char* name : {"config.json", "generation_config.json"}) {
    if (!std::filesystem::exists(folder / name)) continue;
    const json config = read_json(folder / name);
    if (config.contains("eos_token_id")) add_ids(config["eos_token_id"]);
    if (config.contains("text_config") && config["text_config"].contains("eos_token_id")) {
      add_ids(config["text_config"]["eos_token_id"]);
    }
  }
  const path tokenizer_config = folder / "tokenizer_config.json";
  if (tokenizer && std::filesystem::exists(tokenizer_config)) {
    const json config = read_json(tokenizer_config);
    if (config.contains("eos_token")) {
      const json& token = config["eos_token"];
      const auto text = token.is_object()   ? token.value("content", "")
                        : token.is_string() ? token.get<std::string>()
                                            : std::string();
      if (!text.empty() && tokenizer->id_of(text) >= 0) stops.insert(tokenizer->id_of(text));
    }
  }
  return {stops.begin(), stops.end()};
}

}  // namespace cadforge::models
