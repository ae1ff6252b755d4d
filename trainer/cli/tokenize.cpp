#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

#include "models/tokenizer/tokenizer.h"
#include "trainer/cli/cli.h"
#include "trainer/cli/json_lines.h"
#include "trainer/model_folder.h"

namespace cadforge::trainer {
namespace {

struct TokenizeOptions {
  std::string model, input;
  bool decode = false;
};

void tokenize(const TokenizeOptions& options) {
  const std::filesystem::path given = options.model;
  const auto tokenizer = models::Tokenizer::load(given == "tiny" ? model_folder("tiny") : given);
  for_each_line(options.input, [&](const nlohmann::json& line) {
    nlohmann::json out{{"id", line.value("id", nlohmann::json())}};
    if (options.decode) {
      out["text"] = tokenizer->decode(line.at("ids").get<std::vector<std::int64_t>>());
    } else {
      out["ids"] = tokenizer->encode(line.at("text").get<std::string>());
    }
    print_line(out);
  });
}

}  // namespace

void add_tokenize(CLI::App& app) {
  auto options = std::make_shared<TokenizeOptions>();
  auto* command = app.add_subcommand("tokenize", "Text to token ids, or back");
  command->add_option("--model", options->model, "A folder with a tokenizer, or tiny")->required();
  command->add_option("--input", options->input, "JSONL of id and text (or ids); - for stdin")
      ->required();
  command->add_flag("--decode", options->decode, "From ids to text");
  command->callback([options] { tokenize(*options); });
}

}  // namespace cadforge::trainer
