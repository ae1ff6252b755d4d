#include "trainer/cli/cli.h"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "env/text.h"
#include "trainer/cli/usage_error.h"

namespace cadforge::trainer {
namespace {

constexpr int kWorked = 0, kFailed = 1, kWrongUsage = 2;

void log_to_stderr() {
  auto logger = spdlog::stderr_color_mt("cadforge");
  logger->set_pattern("%^%l%$ %v");
  spdlog::set_default_logger(std::move(logger));
}

void add_commands(CLI::App& app) {
  add_grpo(app);
  add_sft(app);
  add_eval(app);
  add_generate(app);
  add_logprobs(app);
  add_tokenize(app);
  add_score(app);
  add_attack(app);
  add_bench(app);
  add_build(app);
  add_episode(app);
  add_tasks(app);
  add_data(app);
  add_merge(app);
  add_plan(app);
  add_report(app);
  add_doctor(app);
}

/// The innermost command that was being parsed.
const CLI::App& deepest(const CLI::App& app) {
  const auto parsed = app.get_subcommands();
  return parsed.empty() ? app : deepest(*parsed.front());
}

std::vector<std::string> known_options(const CLI::App& app) {
  std::vector<std::string> names;
  for (const auto* option : app.get_options()) {
    for (const auto& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

std::vector<std::string> known_commands(const CLI::App& app) {
  std::vector<std::string> names;
  for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  return names;
}

/// What was not understood, and the nearest thing that would have been.
std::string unknown_word(const CLI::App& app) {
  const CLI::App& command = deepest(app);
  const auto rest = app.remaining(true);
  if (rest.empty()) return {};
  const std::string word = rest.front().substr(0, rest.front().find('='));
  const bool option = word.rfind("-", 0) == 0;
  const auto near = env::nearest(word, option ? known_options(command) : known_commands(command));
  const std::string where = &command == &app ? std::string{} : command.get_name() + ": ";
  if (near.empty()) return fmt::format("{}unexpected argument {}", where, word);
  return fmt::format("{}unknown {} {}; the nearest is {}", where, option ? "option" : "command",
                     word, near);
}

int complain(const std::string& text, int code) {
  fmt::print(stderr, "cadforge: {}\n", text);
  return code;
}

int wrong_usage(const CLI::App& app, const CLI::ParseError& error) {
  const auto unknown = unknown_word(app);
  return complain(unknown.empty() ? error.what() : unknown, kWrongUsage);
}

}  // namespace

int run_cli(int argc, char** argv) {
  log_to_stderr();
  CLI::App app("Trains language models to write CAD programs that really build.", "cadforge");
  app.require_subcommand(1);
  add_commands(app);
  try {
    app.parse(argc, argv);
    return std::fflush(stdout) == 0 ? kWorked : complain("cannot write to stdout", kFailed);
  } catch (const CLI::Success& asked_for_help) {
    return app.exit(asked_for_help);
  } catch (const CLI::RuntimeError& told_already) {
    return told_already.get_exit_code();
  } catch (const CLI::ParseError& error) {
    return wrong_usage(app, error);
  } catch (const UsageError& error) {
    return complain(error.what(), kWrongUsage);
  } catch (const std::exception& error) {
    return complain(error.what(), kFailed);
  }
}

}  // namespace cadforge::trainer
