#include "models/lora/merge.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "trainer/cli/cli.h"
#include "trainer/cli/json_lines.h"
#include "trainer/model_folder.h"

namespace cadforge::trainer {
namespace {

struct MergeOptions {
  std::string model, adapter, out;
};

void merge(const MergeOptions& options) {
  const auto result =
      models::merge_adapter(model_folder(options.model), options.adapter, options.out);
  print_line({{"model", options.out},
              {"merged_tensors", result.merged},
              {"copied_tensors", result.copied},
              {"targets", result.targets}});
}

}  // namespace

void add_merge(CLI::App& app) {
  auto options = std::make_shared<MergeOptions>();
  auto* command = app.add_subcommand("merge", "Writes an adapter into its base model's weights");
  command->add_option("--model", options->model, "A Hugging Face folder, or tiny")->required();
  command->add_option("--adapter", options->adapter, "A PEFT folder")->required();
  command->add_option("--out", options->out, "The merged model's folder")->required();
  command->callback([options] { merge(*options); });
}

}  // namespace cadforge::trainer
