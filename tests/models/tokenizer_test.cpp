// Tokens and prompts against Hugging Face's: tests/data/models/make_tokenizer_goldens.py made the
// numbers.
#include "models/tokenizer/tokenizer.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>

#include "models/model_fixture.h"
#include "models/tokenizer/chat_template.h"

namespace {

using namespace cadforge::models;
using nlohmann::json;
using std::filesystem::path;
using Ids = std::vector<std::int64_t>;

const path kFolder = kModelData / "tokenizer";

json read_json(const path& file) {
  std::ifstream stream(file);
  return json::parse(stream);
}

const json& goldens() {
  static const json read = read_json(kFolder / "goldens.json");
  return read;
}

// The fixture's tokenizer with its file changed.
std::unique_ptr<Tokenizer> changed(const std::string& name,
                                   const std::function<void(json&)>& change) {
  json file = read_json(kFolder / "tokenizer.json");
  change(file);
  const auto folder = fresh_folder("tokenizer-" + name);
  std::ofstream(folder / "tokenizer.json") << file.dump();
  return Tokenizer::load(folder);
}

// Hugging Face decodes to text, with U+FFFD where a token is part of a character; bytes that are
// text stay as they are.
void check_rows(const Tokenizer& tokenizer, const json& rows) {
  REQUIRE(rows.size() > 5);
  for (const auto& row : rows) {
    const auto text = row.at("text").get<std::string>();
    INFO("text: " << json(text).dump());
    const Ids ids = tokenizer.encode(text);
    CHECK(ids == row.at("ids").get<Ids>());
    CHECK(tokenizer.decode(ids) == row.at("decoded").get<std::string>());
    if (row.contains("skipped")) {
      CHECK(tokenizer.decode(ids, true) == row["skipped"].get<std::string>());
    }
  }
}

void append_unmerged(json& file, bool whole_words) {
  auto& vocabulary = file["model"]["vocab"];
  std::int64_t next = 0;
  for (const auto& [text, id] : vocabulary.items()) {
    next = std::max(next, id.get<std::int64_t>() + 1);
  }
  std::string long_word;
  for (int i = 0; i < 33; ++i) long_word += "ab";
  for (const auto& word : {long_word, std::string("Ġtwice"), std::string("zz")}) {
    vocabulary[word] = next++;
  }
  file["model"]["ignore_merges"] = whole_words;
}

std::vector<ChatMessage> messages_of(const json& rows) {
  std::vector<ChatMessage> messages;
  for (const auto& row : rows) messages.push_back({row.at("role"), row.at("content")});
  return messages;
}

}  // namespace

TEST_CASE("tokens and text equal Hugging Face's") {
  const auto tokenizer = Tokenizer::load(kFolder);
  CHECK(tokenizer->vocab_size() == 640);
  check_rows(*tokenizer, goldens().at("as_saved"));
}

TEST_CASE("GPT-2's split pattern and no normaliser give Hugging Face's tokens") {
  const auto tokenizer = changed("gpt2", [](json& file) {
    file["normalizer"] = nullptr;
    file["pre_tokenizer"] = {
        {"type", "ByteLevel"}, {"add_prefix_space", false}, {"use_regex", true}};
  });
  check_rows(*tokenizer, goldens().at("plain_byte_level"));
}

TEST_CASE("a piece that no merge makes is found only where whole words come first") {
  check_rows(*changed("unmerged", [](json& file) { append_unmerged(file, false); }),
             goldens().at("unmerged_pieces"));
  check_rows(*changed("whole-words", [](json& file) { append_unmerged(file, true); }),
             goldens().at("whole_words"));
}

TEST_CASE("a SentencePiece model file gives SentencePiece's tokens") {
  const auto tokenizer = Tokenizer::load(kFolder / "sentencepiece");
  check_rows(*tokenizer, goldens().at("sentencepiece"));
  CHECK(tokenizer->id_of("<|im_end|>") > 0);
  CHECK(tokenizer->encode("<|im_end|>") == Ids{tokenizer->id_of("<|im_end|>")});
}

TEST_CASE("Qwen3.5's own vocabulary gives Hugging Face's tokens") {
  const char* folder = std::getenv("CADFORGE_TEST_QWEN");
  if (!folder) {
    WARN("skipped: CADFORGE_TEST_QWEN names no folder (make_tokenizer_goldens.py makes one)");
    return;
  }
  const json qwen = read_json(kFolder / "qwen.json");
  const auto tokenizer = Tokenizer::load(folder);
  CHECK(tokenizer->vocab_size() == qwen.at("vocab_size").get<std::int64_t>());
  CHECK(tokenizer->id_of("<|endoftext|>") == 248044);
  CHECK(tokenizer->id_of("<|im_end|>") == 248046);
  check_rows(*tokenizer, qwen.at("rows"));
}

TEST_CASE("any bytes come back from their tokens, UTF-8 or not") {
  const auto tokenizer = Tokenizer::load(kFolder);
  std::string all;
  for (int b = 0; b < 256; ++b) all += static_cast<char>(b);
  const std::vector<std::string> texts = {
      all,
      all + all,
      "caf\xe9 ol\xe9",         // Latin-1
      "cut \xf0\x9f\x99",       // a character without its last byte
      "\x80\xbf\xfe\xff",       // bytes that begin nothing
      "\xc0\xaf \xed\xa0\x80",  // overlong, and half of a surrogate pair
      "\xf4\x90\x80\x80",       // above U+10FFFF
      std::string("nul \0 inside", 12),
      "\xff<|im_end|>\xff\n",  // around a token
  };
  for (const auto& text : texts) {
    INFO(json(text).dump(-1, ' ', true, json::error_handler_t::replace));
    CHECK(tokenizer->decode(tokenizer->encode(text)) == text);
  }
}

TEST_CASE("the embedded model's tokenizer takes digits singly and gives every byte back") {
  const path folder = path(CADFORGE_SOURCE_DIR) / "models" / "tiny";
  const auto tokenizer = Tokenizer::load(folder);
  const json config = read_json(folder / "config.json");
  CHECK(tokenizer->vocab_size() <= config.at("vocab_size").get<std::int64_t>());
  CHECK(tokenizer->encode("1234567890").size() == 10);
  for (const char* name : {"<|endoftext|>", "<|im_start|>", "<|im_end|>"}) {
    CHECK(tokenizer->encode(name) == Ids{tokenizer->id_of(name)});
  }
  for (const auto& row : goldens().at("as_saved")) {
    const auto text = row.at("decoded").get<std::string>();
    CHECK(tokenizer->decode(tokenizer->encode(text)) == text);
  }
  const auto stops = stop_tokens(folder, tokenizer.get());
  CHECK(std::set<std::int64_t>(stops.begin(), stops.end()) ==
        std::set<std::int64_t>{tokenizer->id_of("<|endoftext|>"), tokenizer->id_of("<|im_end|>")});
}

TEST_CASE("ids of no token decode to nothing and unknown names have no id") {
  for (const auto& folder : {kFolder, kFolder / "sentencepiece"}) {
    const auto tokenizer = Tokenizer::load(folder);
    Ids ids = tokenizer->encode("box");
    ids.push_back(-1);
    ids.push_back(tokenizer->vocab_size());
    ids.push_back(248319);
    CHECK(tokenizer->decode(ids) == "box");
    CHECK(tokenizer->id_of("no such token") == -1);
  }
}

TEST_CASE("a tokenizer that would be read wrongly is refused by name") {
  const auto refused = [](const std::function<void(json&)>& change, const std::string& name) {
    INFO(name);
    CHECK_THROWS_WITH(changed("refused", change),
                      Catch::Contains("tokenizer.json") && Catch::Contains(name));
  };
  refused([](json& file) { file["normalizer"] = {{"type", "NFKC"}}; }, "NFKC");
  refused([](json& file) { file["pre_tokenizer"] = {{"type", "Whitespace"}}; }, "Whitespace");
  refused(
      [](json& file) {
        file["pre_tokenizer"] = {{"type", "ByteLevel"}, {"add_prefix_space", true}};
      },
      "add_prefix_space");
  refused(
      [](json& file) {
        file["pre_tokenizer"] = {{"type", "ByteLevel"}, {"use_regex", false}};
      },
      "use_regex");
  refused([](json& file) { file["pre_tokenizer"]["pretokenizers"][0]["invert"] = true; }, "invert");
  refused([](json& file) { file["model"]["type"] = "Unigram"; }, "Unigram");
  refused([](json& file) { file["model"]["byte_fallback"] = true; }, "byte_fallback");
  refused([](json& file) { file["model"]["end_of_word_suffix"] = "</w>"; }, "end_of_word_suffix");
  refused([](json& file) { file["model"]["continuing_subword_prefix"] = "##"; },
          "continuing_subword_prefix");
  refused([](json& file) { file["model"]["vocab"].erase("Ā"); }, "byte 0x00");
  refused([](json& file) { file["model"]["merges"].push_back({"z", "Q"}); }, "zQ");
  refused([](json& file) { file["added_tokens"][0]["lstrip"] = true; }, "lstrip");
  refused([](json& file) { file["added_tokens"][1]["single_word"] = true; }, "single_word");
  refused([](json& file) { file.erase("model"); }, "model");
  refused(
      [](json& file) {
        file["normalizer"] = {{"type", "Sequence"},
                              {"normalizers", {{{"type", "NFC"}}, {{"type", "Lowercase"}}}}};
      },
      "Lowercase");
  refused(
      [](json& file) {
        file["post_processor"] = {{"type", "TemplateProcessing"}};
      },
      "TemplateProcessing");
  refused([](json& file) { file["decoder"] = {{"type", "Metaspace"}}; }, "Metaspace");
  refused([](json& file) { file["decoder"] = nullptr; }, "decoder");
  refused([](json& file) { file["model"]["merges"].push_back("nospace"); }, "nospace");
  refused([](json& file) { file["model"]["vocab"]["x y"] = 4.5; }, "expected 0 to");
  refused([](json& file) { file["model"]["vocab"]["x y"] = -1; }, "expected 0 to");
  refused([](json& file) { file["model"]["vocab"]["x y"] = 1ull << 40; }, "expected 0 to");
  refused([](json& file) { file["model"]["vocab"]["x y"] = 3; }, "belongs to two tokens");
  refused([](json& file) { file["added_tokens"][0]["id"] = 77; }, "two tokens");
  CHECK_THROWS_WITH(Tokenizer::from_json(std::string(5000, '[')), Catch::Contains("nested"));
  CHECK_THROWS_WITH(Tokenizer::load(kModelData / "adapter"), Catch::Contains("tokenizer.json"));
}

TEST_CASE(
    "a sequence of one NFC normaliser is NFC, and many special tokens in a row are all found") {
  const auto tokenizer = changed("sequence", [](json& file) {
    file["normalizer"] = {{"type", "Sequence"}, {"normalizers", {{{"type", "NFC"}}}}};
  });
  check_rows(*tokenizer, goldens().at("as_saved"));
  std::string text;
  for (int i = 0; i < 20000; ++i) text += i % 2 ? "<|im_end|>" : "x";
  const auto ids = tokenizer->encode(text);
  CHECK(ids.size() == 20000);
  CHECK(std::count(ids.begin(), ids.end(), tokenizer->id_of("<|im_end|>")) == 10000);
}

TEST_CASE(
    "a folder's own chat template says whether to think, and another than Qwen3.5's is refused") {
  const std::vector<ChatMessage> chat = {{"user", "A box."}};
  const json templates = read_json(kFolder / "templates.json");
  const auto folder = fresh_folder("chat-template");
  CHECK(ChatTemplate::load(folder).render(chat, {}) == render_chat(chat, {true, false}));
  for (const auto& [name, text] : templates.items()) {
    const bool thinks = name != "qwen3_5_nothink";
    INFO(name);
    std::filesystem::remove(folder / "chat_template.jinja");
    std::ofstream(folder / "tokenizer_config.json") << json{{"chat_template", text}};
    CHECK(ChatTemplate::load(folder).thinks_by_default() == thinks);
    std::ofstream(folder / "tokenizer_config.json")
        << json{{"chat_template", {{{"name", "default"}, {"template", text}}}}};
    CHECK(ChatTemplate::load(folder).thinks_by_default() == thinks);
    std::ofstream(folder / "tokenizer_config.json") << json{{"chat_template", "other"}};
    std::ofstream(folder / "chat_template.jinja") << text.get<std::string>() << "\n";
    const auto loaded = ChatTemplate::load(folder);
    CHECK(loaded.render(chat, {}) == render_chat(chat, {true, thinks}));
    CHECK(loaded.render(chat, {true, !thinks}) == render_chat(chat, {true, !thinks}));
  }
  std::ofstream(folder / "chat_template.jinja") << "{{ messages }}";
  CHECK_THROWS_WITH(ChatTemplate::load(folder).render(chat, {}),
                    Catch::Contains("chat_template.jinja") && Catch::Contains("not Qwen3.5's"));
  std::filesystem::remove(folder / "chat_template.jinja");
  CHECK_THROWS_WITH(ChatTemplate::load(folder).check(), Catch::Contains("tokenizer_config.json"));
}

TEST_CASE("chats are rendered as by Qwen3.5's template, thinking on and off") {
  const auto tokenizer = Tokenizer::load(kFolder);
  const json chats = read_json(kFolder / "chats.json");
  REQUIRE(chats.at("rendered").size() > 10);
  for (const auto& row : chats["rendered"]) {
    const auto messages = messages_of(row.at("messages"));
    INFO(row["messages"].dump());
    CHECK(render_chat(messages, {false, false}) == row.at("plain").get<std::string>());
    CHECK(render_chat(messages, {true, true}) == row.at("thinking").get<std::string>());
    const auto prompt = render_chat(messages, {true, false});
    CHECK(prompt == row.at("prompt").get<std::string>());
    CHECK(tokenizer->encode(prompt) == row.at("prompt_ids").get<Ids>());
    CHECK(render_chat(messages, {true, true}) ==
          row.at("default_of_large_sizes").get<std::string>());
  }
  for (const auto& chat : chats.at("refused")) {
    INFO(chat.dump());
    CHECK_THROWS_WITH(render_chat(messages_of(chat), {}), Catch::Contains("expected"));
  }
}
