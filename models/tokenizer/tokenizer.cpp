#define PCRE2_CODE_UNIT_WIDTH 8
#include "models/tokenizer/tokenizer.h"

#include <fmt/format.h>
#include <pcre2.h>
#include <sentencepiece_processor.h>
#include <utf8proc.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <unordered_map>

#include "models/io/json_text.h"
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

std::string read_text(const path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) fail(file, "cannot open");
  return {std::istreambuf_iterator<char>(stream), {}};
}

json read_json(const path& file) {
  try {
    return parse_json(read_text(file));
  } catch (const std::invalid_argument& error) {
    fail(file, error.what());
  }
}

[[noreturn]] void fail(const std::string& what) { throw std::invalid_argument(what); }

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
std::string split_pattern(const json& pre_tokenizer) {
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
  fail(
      fmt::format("pre_tokenizer: expected ByteLevel, or Split (regex, isolated) followed "
                  "by ByteLevel, without a prefix space, got {}",
                  pre_tokenizer.dump()));
}

// Features of a BPE model that would make other tokens and that are not implemented.
void check_model(const json& model) {
  const auto type = model.value("type", "BPE");
  if (type != "BPE") fail(fmt::format("model: expected BPE, got {}", type));
  for (const char* name :
       {"dropout", "continuing_subword_prefix", "end_of_word_suffix", "byte_fallback"}) {
    const json value = model.value(name, json());
    if (value.is_null() || value == false || value == "" || value == 0) continue;
    fail(fmt::format("model: {}: expected none, got {}", name, value.dump()));
  }
}

void check_added_token(const json& token) {
  for (const char* name : {"lstrip", "rstrip", "single_word"}) {
    if (!token.value(name, false)) continue;
    fail(fmt::format("added_tokens: {}: expected {} to be false, got true",
                     token.at("content").dump(), name));
  }
}

// The steps of a part of the file that may be one step, a Sequence of them, or null.
std::vector<json> steps_of(const json& tokenizer, const char* part, const char* list) {
  const json step = tokenizer.value(part, json());
  if (step.is_null()) return {};
  if (step.value("type", "") != "Sequence") return {step};
  return step.at(list).get<std::vector<json>>();
}

bool wants_nfc(const json& tokenizer) {
  bool nfc = false;
  for (const auto& step : steps_of(tokenizer, "normalizer", "normalizers")) {
    if (step.value("type", "") != "NFC") {
      fail(fmt::format("normalizer: expected none or NFC, got {}", step.dump()));
    }
    nfc = true;
  }
  return nfc;
}

// Byte-level on the way back, and nothing that adds tokens.
void check_other_steps(const json& tokenizer) {
  for (const auto& step : steps_of(tokenizer, "post_processor", "processors")) {
    if (step.value("type", "") == "ByteLevel") continue;
    fail(fmt::format("post_processor: expected none or ByteLevel, got {}", step.dump()));
  }
  const auto decoders = steps_of(tokenizer, "decoder", "decoders");
  if (decoders.size() != 1 || decoders[0].value("type", "") != "ByteLevel") {
    fail(fmt::format("decoder: expected ByteLevel, got {}",
                     tokenizer.value("decoder", json()).dump()));
  }
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
  const auto space = text.find(' ');
  if (space == std::string::npos) {
    fail(
        fmt::format("merges: expected two pieces with a space between them, got {}", merge.dump()));
  }
  return text.erase(space, 1);
}

std::int64_t token_id(const std::string& text, const json& value) {
  constexpr std::int64_t kMost = 1 << 22;
  if (value.is_number_unsigned() && value.get<std::uint64_t>() < kMost) {
    return value.get<std::int64_t>();
  }
  fail(fmt::format("{}: id: expected 0 to {}, got {}", json(text).dump(), kMost - 1, value.dump()));
}

std::unordered_map<std::string, std::int64_t> read_vocabulary(const json& model) {
  std::unordered_map<std::string, std::int64_t> vocabulary;
  const auto& entries = model.at("vocab").get_ref<const json::object_t&>();
  vocabulary.reserve(entries.size());
  for (const auto& [text, id] : entries) vocabulary.emplace(text, token_id(text, id));
  return vocabulary;
}

std::vector<BpePiece> bpe_pieces(const json& tokenizer,
                                 const std::map<std::string, std::int64_t>& added) {
  const json& model = tokenizer.at("model");
  check_model(model);
  const auto vocabulary = read_vocabulary(model);
  std::int64_t size = 0;
  for (const auto& [text, id] : vocabulary) size = std::max(size, id + 1);
  for (const auto& [text, id] : added) size = std::max(size, id + 1);

  // SentencePiece joins any two pieces whose sum is a piece, so those that no merge makes stay out.
  std::vector<BpePiece> pieces(size);
  const auto place = [&](const std::string& text, std::int64_t id, float score) {
    if (!pieces[id].text.empty() && pieces[id].text != text) {
      fail(fmt::format("id {} belongs to two tokens: {} and {}", id, json(pieces[id].text).dump(),
                       json(text).dump()));
    }
    if (text.empty()) fail(fmt::format("id {}: expected a token with text, got none", id));
    pieces[id] = {text, score, true};
  };
  for (const auto& [text, id] : added) place(text, id, 0);
  for (const auto& [text, id] : vocabulary) {
    const auto known = added.find(text);
    if (known == added.end()) place(text, id, -1e9f);
    if (known != added.end() && known->second != id) {
      fail(fmt::format("{} has the ids {} (vocab) and {} (added_tokens)", json(text).dump(), id,
                       known->second));
    }
  }
  for (std::int64_t i = 0; i < size; ++i) {
    if (pieces[i].text.empty()) pieces[i] = {fmt::format("<hole {}>", i), 0, true};
  }
  for (int byte = 0; byte < 256; ++byte) {
    const char raw = static_cast<char>(byte);
    const auto found = vocabulary.find(to_byte_characters({&raw, 1}));
    if (found == vocabulary.end()) fail(fmt::format("vocab: lacks byte 0x{:02x}", byte));
    pieces[found->second].control = false;
  }
  float rank = 0;
  for (const auto& merge : model.at("merges")) {
    const auto text = merged_text(merge);
    const auto found = vocabulary.find(text);
    if (found == vocabulary.end()) fail(fmt::format("merges: \"{}\" is not in vocab", text));
    BpePiece& piece = pieces[found->second];
    piece.control = added.count(text) != 0;
    piece.score = std::max(piece.score, -rank);
    rank += 1;
  }
  return pieces;
}

/// Lets the cache be searched for a part of the text without a copy of it.
struct PieceHash : std::hash<std::string_view> {
  using is_transparent = void;
};

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
  mutable std::unordered_map<std::string, std::vector<int>, PieceHash, std::equal_to<>> cache;

  void load_json(std::string_view text);
  void load_model(const path& file);
  void encode_piece(std::string_view piece, std::vector<std::int64_t>& ids) const;
  void encode_plain(std::string_view text, std::vector<std::int64_t>& ids) const;
};

void Tokenizer::Impl::load_json(std::string_view text) {
  const json tokenizer = parse_json(text);
  try {
    for (const auto& token : tokenizer.value("added_tokens", json::array())) {
      const auto content = token.at("content").get<std::string>();
      const auto id = token_id(content, token.at("id"));
      check_added_token(token);
      if (!added.emplace(content, id).second && added[content] != id) {
        fail(fmt::format("added_tokens: {} has the ids {} and {}", json(content).dump(),
                         added[content], id));
      }
      if (token.value("special", false)) special.insert(id);
    }
    normalise = wants_nfc(tokenizer);
    check_other_steps(tokenizer);
    splitter =
        std::make_unique<Splitter>(split_pattern(tokenizer.value("pre_tokenizer", json::object())));
    const auto pieces = bpe_pieces(tokenizer, added);
    whole_words = tokenizer["model"].value("ignore_merges", false);
    size = static_cast<std::int64_t>(pieces.size());
    const auto status = processor.LoadFromSerializedProto(serialise_bpe_model(pieces));
    if (!status.ok()) fail(status.ToString());
  } catch (const json::exception& error) {
    fail(error.what());
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

void Tokenizer::Impl::encode_piece(std::string_view piece, std::vector<std::int64_t>& ids) const {
  {
    const std::lock_guard lock(cache_mutex);
    const auto found = cache.find(piece);
    if (found != cache.end()) {
      ids.insert(ids.end(), found->second.begin(), found->second.end());
      return;
    }
  }
  const auto characters = to_byte_characters(piece);
  const int whole = whole_words ? processor.PieceToId(characters) : processor.unk_id();
  std::vector<int> pieces{whole};
  if (processor.IsUnknown(whole)) processor.Encode(characters, &pieces).IgnoreError();
  ids.insert(ids.end(), pieces.begin(), pieces.end());
  const std::lock_guard lock(cache_mutex);
  if (cache.size() >= kCacheEntries) cache.clear();
  cache.emplace(piece, std::move(pieces));
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
  splitter->split(normal, [&](std::string_view piece) { encode_piece(piece, ids); });
}

Tokenizer::Tokenizer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Tokenizer::~Tokenizer() = default;

std::unique_ptr<Tokenizer> Tokenizer::load(const path& folder) {
  auto impl = std::make_unique<Impl>();
  const path json_file = folder / "tokenizer.json";
  if (std::filesystem::exists(json_file)) {
    try {
      return from_json(read_text(json_file));
    } catch (const std::invalid_argument& error) {
      fail(json_file, error.what());
    }
  } else if (std::filesystem::exists(folder / "tokenizer.model")) {
    impl->load_model(folder / "tokenizer.model");
  } else {
    fail(folder, "neither tokenizer.json nor tokenizer.model is there");
  }
  return std::unique_ptr<Tokenizer>(new Tokenizer(std::move(impl)));
}

std::unique_ptr<Tokenizer> Tokenizer::from_json(std::string_view text) {
  auto impl = std::make_unique<Impl>();
  impl->load_json(text);
  return std::unique_ptr<Tokenizer>(new Tokenizer(std::move(impl)));
}

std::vector<std::int64_t> Tokenizer::encode(std::string_view text) const {
  // Where each special token is next, so that the text is searched once for each.
  struct Next {
    std::string_view token;
    std::int64_t id;
    std::size_t at;
  };
  std::vector<Next> upcoming;
  for (const auto& [token, id] : impl_->added) upcoming.push_back({token, id, text.find(token)});

  std::vector<std::int64_t> ids;
  for (std::size_t begin = 0; begin < text.size();) {
    const Next* first = nullptr;  // the earliest, the longest where two begin together
    for (auto& next : upcoming) {
      if (next.at < begin) next.at = text.find(next.token, begin);
      if (next.at == std::string_view::npos) continue;
      const bool sooner = !first || next.at < first->at ||
                          (next.at == first->at && next.token.size() > first->token.size());
      if (sooner) first = &next;
    }
    impl_->encode_plain(text.substr(begin, first ? first->at - begin : std::string_view::npos),
                        ids);
    if (!first) break;
    ids.push_back(first->id);
    begin = first->at + first->token.size();
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
