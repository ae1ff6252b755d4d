#include "env/reward_hook.h"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <future>
#include <nlohmann/json.hpp>

#include "env/evaluator.h"
#include "env/families/families.h"
#include "pool_fixture.h"

using namespace cadforge::env;
using Catch::Matchers::Contains;
using nlohmann::json;

namespace {

const std::string kFolder = std::string(CADFORGE_TEST_DATA) + "/env/hooks/";

std::shared_ptr<RewardHook> python_hook(const std::string& function, double deadline = 30) {
  return make_reward_hook(kFolder + "rewards.py:" + function, deadline);
}

const json kSample = {
    {"task_id", "plate:1"}, {"code", "fixture = 1"}, {"reward", {{"total", 0.5}}}};

std::string error_of(RewardHook& hook, const json& sample = kSample) {
  try {
    hook.call(sample, {});
  } catch (const HookError& error) {
    return error.what();
  }
  return "";
}

/// A real HTTP server in Python, ended with its stdin.
class Server {
 public:
  Server() {
    int in[2], out[2];
    REQUIRE((::pipe(in) == 0 && ::pipe(out) == 0));
    pid_ = ::fork();
    if (pid_ == 0) {
      ::dup2(in[0], 0);
      ::dup2(out[1], 1);
      ::close(in[1]);
      ::execl(CADFORGE_SOURCE_DIR "/.venv/bin/python", "python", (kFolder + "server.py").c_str(),
              static_cast<char*>(nullptr));
      ::_exit(127);
    }
    ::close(in[0]);
    ::close(out[1]);
    stdin_ = in[1];
    std::FILE* lines = ::fdopen(out[0], "r");
    REQUIRE(std::fscanf(lines, "%d", &port_) == 1);
    std::fclose(lines);
  }
  ~Server() {
    ::close(stdin_);
    ::waitpid(pid_, nullptr, 0);
  }
  std::string address(const std::string& path) const {
    return fmt::format("http://127.0.0.1:{}{}", port_, path);
  }

 private:
  pid_t pid_ = -1;
  int stdin_ = -1, port_ = 0;
};

}  // namespace

TEST_CASE("a Python function's answer is the reward") {
  const auto answer = python_hook("with_notes")->call(kSample, {});
  CHECK(answer.reward == 0.25);
  CHECK(answer.notes == std::vector<std::string>{"halved", "3"});
  CHECK(python_hook("prints")->call(kSample, {}).reward == 0.5);
}

TEST_CASE("a hook that cannot be loaded says why at once") {
  using Catch::Matchers::Message;
  CHECK_THROWS_WITH(make_reward_hook("reward.txt", 1), Contains("FILE.py:FUNCTION"));
  CHECK_THROWS_WITH(make_reward_hook("reward.py:", 1), Contains("FILE.py:FUNCTION"));
  CHECK_THROWS_WITH(make_reward_hook("/nowhere/reward.py:f", 1), Contains("/nowhere/reward.py"));
  CHECK_THROWS_WITH(python_hook("nowhere"), Contains("nowhere"));
  CHECK_THROWS_WITH(python_hook("not_callable"), Contains("no function 'not_callable'"));
  CHECK_THROWS_WITH(make_reward_hook(kFolder + "broken.py:f", 1),
                    Contains("ZeroDivisionError") && Contains("broken.py, line 3"));
}

TEST_CASE("a hook that fails names itself, the error and its line") {
  CHECK_THAT(error_of(*python_hook("raises")),
             Contains("rewards.py:raises") && Contains("KeyError") && Contains("line 22"));
  CHECK_THAT(error_of(*python_hook("not_a_number")), Contains("finite number"));
  CHECK_THAT(error_of(*python_hook("text")), Contains("very good"));
  CHECK_THAT(error_of(*python_hook("ends")), Contains("ended before it answered"));
}

TEST_CASE("a hook that takes too long is ended, and the next call has a fresh process") {
  const auto hook = python_hook("sleeps_once", 0.5);
  CHECK_THAT(error_of(*hook, {{"code", "sleep"}}), Contains("no answer within 0.5 s"));
  CHECK(hook->call(kSample, {}).reward == 1);
}

TEST_CASE("callers at the same time have processes of their own, which stay") {
  const auto hook = python_hook("count");
  const auto call = [&] { return hook->call(kSample, {}).reward; };
  CHECK(call() == 1);
  CHECK(call() == 2);
  auto other = std::async(std::launch::async, call);
  const double mine = call(), theirs = other.get();
  CHECK(std::max(mine, theirs) >= 3);
}

TEST_CASE("a hook may neither reach out nor write nor fork") {
  const auto answer = python_hook("reaches_out")->call(kSample, {});
  CHECK(answer.notes == std::vector<std::string>{"network", "write", "process"});
  CHECK_FALSE(std::filesystem::exists("/tmp/cadforge-hook-wrote-this"));
}

TEST_CASE("an HTTP address is asked with the sample and the shape") {
  const Server server;
  const auto answer =
      make_reward_hook(server.address("/size"), 10)->call(kSample, std::vector<std::byte>(1000));
  CHECK(answer.reward == 1000);
  CHECK(answer.notes == std::vector<std::string>{"plate:1"});
  CHECK_THAT(error_of(*make_reward_hook(server.address("/error"), 10)),
             Contains("500") && Contains("out of order"));
  CHECK_THAT(error_of(*make_reward_hook(server.address("/text"), 10)), Contains("JSON object"));
  CHECK_THAT(error_of(*make_reward_hook(server.address("/slow"), 0.5)), Contains("timed out"));
  CHECK(error_of(*make_reward_hook(server.address("/endless"), 10)) != "");
  CHECK(error_of(*make_reward_hook("http://127.0.0.1:9/", 10)) != "");
}

TEST_CASE("the hook's reward is mixed into the training reward of what builds") {
  EvaluatorOptions options;
  options.perturbations = 0;
  options.hook = python_hook("volume");
  options.hook_weight = 0.25;
  Evaluator evaluator(shared_pool(), options);
  const Task task = draw_task("plate", 7);
  const auto gold = evaluator.evaluate(task, task.gold, false, 0).get();
  REQUIRE(gold.reward.hook);
  CHECK(*gold.reward.hook == Approx(gold.geometry.volume).epsilon(1e-6));
  REQUIRE(gold.reward.training_reward);
  CHECK(*gold.reward.training_reward ==
        Approx(0.75 * gold.reward.total + 0.25 * gold.geometry.volume).epsilon(1e-6));
  const auto broken = evaluator.evaluate(task, "fixture = nothing", false, 0).get();
  CHECK_FALSE(broken.reward.hook);
  CHECK(cadforge::rewards::training_reward(broken.reward, -0.2) == -0.2);
}

TEST_CASE("where the hook fails, the completion is a failure of that name, and asked again") {
  EvaluatorOptions options;
  options.perturbations = 0;
  options.hook = python_hook("raises");
  Evaluator evaluator(shared_pool(), options);
  const Task task = draw_task("plate", 7);
  for (int i = 0; i < 2; ++i) {
    const auto gold = evaluator.evaluate(task, task.gold, false, 0).get();
    CHECK(gold.build.ok());
    CHECK(gold.reward.error_class == "hook_failed");
    CHECK(gold.reward.build == 0);
    CHECK_THAT(gold.reward.notes.at(0), Contains("KeyError"));
    CHECK_FALSE(gold.cached);
  }
}
