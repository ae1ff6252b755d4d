// The command `cadforge`: one file a subcommand, each registering itself on the application.
#pragma once

namespace CLI {
class App;
}

namespace cadforge::trainer {

/// Parses, runs the command, and turns an exception into one line on stderr. Exit code: 0 worked, 1
/// failed, 2 wrong usage. Results go to stdout, everything else to stderr.
int run_cli(int argc, char** argv);

// Each adds one subcommand with its options and the callback that runs it. A callback that has
// printed why it failed throws CLI::RuntimeError with the exit code.
void add_bench(CLI::App& app);
void add_build(CLI::App& app);
void add_data(CLI::App& app);
void add_doctor(CLI::App& app);
void add_episode(CLI::App& app);
void add_eval(CLI::App& app);
void add_generate(CLI::App& app);
void add_grpo(CLI::App& app);
void add_logprobs(CLI::App& app);
void add_merge(CLI::App& app);
void add_plan(CLI::App& app);
void add_report(CLI::App& app);
void add_score(CLI::App& app);
void add_attack(CLI::App& app);
void add_sft(CLI::App& app);
void add_tasks(CLI::App& app);
void add_tokenize(CLI::App& app);

}  // namespace cadforge::trainer
