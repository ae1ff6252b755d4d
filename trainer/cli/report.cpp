#include "trainer/report/report.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "trainer/cli/cli.h"

namespace cadforge::trainer {

void add_report(CLI::App& app) {
  auto folder = std::make_shared<std::string>();
  auto* command = app.add_subcommand("report", "Writes a run's report.html");
  command->add_option("run", *folder, "The run's folder")->required();
  command->callback([folder] { fmt::print("{}\n", write_report(*folder).string()); });
}

}  // namespace cadforge::trainer
