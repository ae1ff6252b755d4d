#include <CLI/CLI.hpp>
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
  const auto tokenizer = models::Tokenizer::load(model_folder(options.model));
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
  command->add_option("--model", options->model, "A Hugging Face folder, or tiny")->required();
  command->add_option("--input", options->input, "JSONL of id and text (or ids); - for stdin")
      ->required();
  command->add_flag("--decode", options->decode, "From ids to text");
  command->callback([options] { tokenize(*options); });
}

}  // namespace cadforge::trainer
