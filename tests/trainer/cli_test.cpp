// The command as a user meets it: exit codes, one line of complaint, JSON on stdout.
#include <fmt/format.h>
#include <sys/wait.h>

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "trainer/metrics/progress.h"

using Catch::Contains;
using nlohmann::json;

namespace {

struct Outcome {
  int code = -1;
  std::string out, err;
};

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Runs `cadforge ARGUMENTS` with `input` on stdin.
Outcome run_command(const std::string& arguments, const std::string& input = "") {
  const auto folder = std::filesystem::temp_directory_path() / "command";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "in") << input;
  const std::string command =
      fmt::format("'{}/cadforge' {} <'{}' >'{}' 2>'{}'", CADFORGE_BIN_DIR, arguments,
                  (folder / "in").string(), (folder / "out").string(), (folder / "err").string());
  const int status = std::system(command.c_str());
  Outcome outcome{WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(folder / "out"),
                  read(folder / "err")};
  std::filesystem::remove_all(folder);
  return outcome;
}

const std::string kBase = std::string(CADFORGE_TEST_DATA) + "/models/base";

}  // namespace

TEST_CASE("an unknown command or option is wrong usage and names the nearest known one") {
  const auto command = run_command("evaal");
  CHECK(command.code == 2);
  CHECK_THAT(command.err, Contains("unknown command evaal; the nearest is eval"));
  const auto option = run_command("eval --modle tiny");
  CHECK(option.code == 2);
  CHECK_THAT(option.err, Contains("unknown option --modle; the nearest is --model"));
  CHECK(option.out.empty());
}

TEST_CASE("an unknown task names the nearest family") {
  const auto outcome = run_command("tasks show plat:7");
  CHECK(outcome.code == 2);
  CHECK_THAT(outcome.err, Contains("plate"));
  CHECK(run_command("tasks show plate").code == 2);
}

TEST_CASE("a failure is one line on stderr and exit code 1") {
  const auto outcome = run_command("generate --model /nowhere --input -");
  CHECK(outcome.code == 1);
  CHECK_THAT(outcome.err, Contains("cadforge: model: expected a folder"));
  CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1);
}

TEST_CASE("a bad number is refused in words") {
  const auto outcome = run_command("tasks sample --count -3");
  CHECK(outcome.code == 2);
  CHECK_THAT(outcome.err, Contains("expected a number >= 0, got -3"));
}

TEST_CASE("sampled tasks are one JSON object a line and their splits do not meet") {
  const auto train = run_command("tasks sample --family plate --count 3");
  CHECK(train.code == 0);
  CHECK(std::count(train.out.begin(), train.out.end(), '\n') == 3);
  const auto first = json::parse(train.out.substr(0, train.out.find('\n')));
  CHECK(first.at("family") == "plate");
  CHECK(first.at("prompts").contains("terse"));
  const auto eval = run_command("tasks sample --family plate --count 3 --split eval");
  CHECK(eval.out.find(first.at("id").get<std::string>() + "\"") == std::string::npos);
}

TEST_CASE("generate answers in the input's order and logprobs agrees with it") {
  const auto generated = run_command(
      "generate --model " + kBase + " --input - --max-new-tokens 5 --seed 3 --ignore-eos",
      R"({"id":"a","prompt_ids":[1,2,3,4]})"
      "\n\n"
      R"({"id":7,"prompt_ids":[5,6]})"
      "\n");
  REQUIRE(generated.code == 0);
  const auto cut = generated.out.find('\n');
  const auto first = json::parse(generated.out.substr(0, cut));
  const auto second = json::parse(generated.out.substr(cut + 1));
  CHECK(first.at("id") == "a");
  CHECK(second.at("id") == 7);
  CHECK(first.at("finish_reason") == "length");
  CHECK(first.at("text").is_null());  // the folder has no tokenizer
  REQUIRE(first.at("completion_ids").size() == 5);

  json ids = {1, 2, 3, 4};
  for (const auto& id : first.at("completion_ids")) ids.push_back(id);
  const json line{{"id", "a"}, {"ids", ids}, {"prompt_length", 4}};
  const auto scored = run_command("logprobs --model " + kBase + " --input -", line.dump() + "\n");
  REQUIRE(scored.code == 0);
  const auto logprobs = json::parse(scored.out).at("logprobs");
  REQUIRE(logprobs.size() == 5);
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(logprobs[i].get<double>() == Approx(first.at("logprobs")[i].get<double>()).margin(2e-4));
  }
}

TEST_CASE("samples of unlike prompts score as they were drawn, whatever restricts the draw") {
  const std::string data = std::string(CADFORGE_TEST_DATA) + "/models";
  const std::string model =
      " --model " + kBase + " --adapter " + data + "/lora_patterns/regex --input -";
  std::string prompts;
  for (const int length : {1, 2, 9, 64, 70}) {
    json ids = json::array();
    for (int t = 0; t < length; ++t) ids.push_back(3 + (t * 7 + length) % 90);
    prompts += json{{"id", length}, {"prompt_ids", ids}}.dump() + "\n";
  }
  const std::string restricted = GENERATE("", " --top-k 5", " --top-p 0.7");
  const auto generated =
      run_command("generate" + model + " --samples 3 --temperature 0.8 --seed 7" +
                      " --max-new-tokens 30 --ignore-eos --slots 4" + restricted,
                  prompts);
  REQUIRE(generated.code == 0);
  std::string lines;
  std::vector<double> drawn;
  std::istringstream input(prompts), output(generated.out);
  for (std::string prompt; std::getline(input, prompt);) {
    for (int sample = 0; sample < 3; ++sample) {
      std::string text;
      REQUIRE(std::getline(output, text));
      const auto completion = json::parse(text);
      auto ids = json::parse(prompt).at("prompt_ids");
      const auto length = ids.size();
      CHECK(completion.at("id") == length);
      CHECK(completion.at("sample") == sample);
      REQUIRE(completion.at("completion_ids").size() == 30);
      for (const auto& id : completion["completion_ids"]) ids.push_back(id);
      for (const auto& value : completion["logprobs"]) drawn.push_back(value.get<double>());
      lines += json{{"id", 1}, {"ids", ids}, {"prompt_length", length}}.dump() + "\n";
    }
  }
  const auto scored = run_command("logprobs" + model + " --temperature 0.8", lines);
  REQUIRE(scored.code == 0);
  std::istringstream scores(scored.out);
  std::size_t i = 0;
  double total = 0, worst = 0;
  for (std::string line; std::getline(scores, line);) {
    const auto row = json::parse(line);
    for (const auto& value : row.at("logprobs")) {
      const double apart = std::abs(value.get<double>() - drawn.at(i++));
      total += apart;
      worst = std::max(worst, apart);
    }
  }
  CHECK(i == 450);
  CHECK(total / 450 < 1e-5);
  CHECK(worst < 2e-4);
}

TEST_CASE("a stop token of generation_config.json ends a completion, and --ignore-eos goes on") {
  const auto folder = std::filesystem::temp_directory_path() / "stopping";
  std::filesystem::create_directories(folder);
  for (const char* name : {"config.json", "model.safetensors"}) {
    std::filesystem::copy_file(kBase + "/" + name, folder / name,
                               std::filesystem::copy_options::overwrite_existing);
  }
  const std::string arguments =
      "generate --model '" + folder.string() + "' --input - --temperature 0 --max-new-tokens 12";
  const std::string prompt = R"({"id":1,"prompt_ids":[4,5,6]})";
  const auto whole = json::parse(run_command(arguments + " --ignore-eos", prompt).out);
  const auto stop = whole.at("completion_ids")[5];
  std::ofstream(folder / "generation_config.json") << json{{"eos_token_id", {stop, 95}}};
  const auto stopped = json::parse(run_command(arguments, prompt).out);
  CHECK(stopped.at("finish_reason") == "stop");
  CHECK(stopped.at("completion_ids").back() == stop);
  CHECK(stopped.at("completion_ids").size() <= 6);
  const auto ignored = json::parse(run_command(arguments + " --ignore-eos", prompt).out);
  CHECK(ignored.at("completion_ids") == whole.at("completion_ids"));
  CHECK(ignored.at("finish_reason") == "length");
}

TEST_CASE(
    "merge writes a model that scores as base and adapter, and plan sizes one without loading it") {
  const std::string adapter = std::string(CADFORGE_TEST_DATA) + "/models/lora_patterns/all";
  const auto out = (std::filesystem::temp_directory_path() / "merged").string();
  const auto merged =
      run_command("merge --model " + kBase + " --adapter " + adapter + " --out '" + out + "'");
  REQUIRE(merged.code == 0);
  CHECK(json::parse(merged.out).at("merged_tensors") == 18);
  const std::string line = R"({"id":1,"ids":[5,6,7,8,9,10,11],"prompt_length":1})";
  const auto expected = json::parse(
      run_command("logprobs --input - --model " + kBase + " --adapter " + adapter, line).out);
  const auto got = json::parse(run_command("logprobs --input - --model '" + out + "'", line).out);
  for (std::size_t i = 0; i < 6; ++i) {
    CHECK(got["logprobs"][i].get<double>() ==
          Approx(expected["logprobs"][i].get<double>()).margin(2e-4));
  }
  CHECK(run_command("merge --model " + kBase + " --adapter " + adapter + " --out '" + out + "'")
            .code == 1);

  const auto plan = json::parse(run_command("plan --model random:9b --set lora.rank=16").out);
  CHECK(plan.at("parameters") == 8953803264);
  CHECK(plan.at("kv_bytes_a_token") == 32768);
  CHECK(plan.at("weights").get<double>() == Approx(17.9e9).epsilon(0.01));
}

TEST_CASE("an unreadable line is named by file, line and reason") {
  const auto outcome = run_command("logprobs --model " + kBase + " --input -",
                                   "{\"id\":1,\"ids\":[1,2],\"prompt_length\":1}\n{\"id\":\n");
  CHECK(outcome.code == 1);
  CHECK_THAT(outcome.err, Contains("stdin:2:"));
  const auto wrong = run_command("logprobs --model " + kBase + " --input -",
                                 "{\"id\":1,\"ids\":[1,2],\"prompt_length\":3}\n");
  CHECK_THAT(wrong.err, Contains("stdin:1: prompt_length: expected 1 to 2 (the ids), got 3"));
}

TEST_CASE("score gives a task's own program full marks and another's none") {
  const auto task = json::parse(run_command("tasks show plate:7").out);
  const json own{{"id", 1}, {"task_id", "plate:7"}, {"code", task.at("gold")}};
  const json other{{"id", 2}, {"task_id", "plate:8"}, {"code", task.at("gold")}};
  const auto outcome = run_command("score --input -", own.dump() + "\n" + other.dump() + "\n");
  REQUIRE(outcome.code == 0);
  const auto cut = outcome.out.find('\n');
  const auto first = json::parse(outcome.out.substr(0, cut));
  CHECK(first.at("id") == 1);
  CHECK(first.at("total").get<double>() >= 0.95);
  CHECK(first.at("error_class") == "ok");
  for (const char* field :
       {"build", "topology", "contact", "semantic_parts", "reference_similarity", "editability",
        "efficiency", "notes", "seconds"}) {
    CHECK(first.contains(field));
  }
  CHECK(json::parse(outcome.out.substr(cut + 1)).at("total").get<double>() < 0.3);
}

TEST_CASE("score takes a profile, and says so where there is none of that name") {
  const std::string box = "import cadquery as cq\nfixture = cq.Workplane().box(6, 4, 1)\n";
  const auto scored = run_command("score --task plate:7 --profile published_strict --full -", box);
  REQUIRE(scored.code == 0);
  const auto verdict = json::parse(scored.out);
  CHECK(verdict.at("topology").get<double>() == Approx(0.93));
  CHECK(verdict.contains("silhouette"));
  CHECK(verdict.at("training_reward").get<double>() ==
        Approx(0.15 + 0.85 * verdict.at("total").get<double>()));
  const auto unknown = run_command("score --task plate:7 --profile published -", box);
  CHECK(unknown.code == 2);
  CHECK_THAT(unknown.err, Contains("published_dense"));
  CHECK(run_command("score --task plate:7 --full -", box).code == 2);
}

TEST_CASE("score explains a verdict and draws the part on the reference") {
  const auto folder = std::filesystem::temp_directory_path() / "explained";
  std::filesystem::create_directories(folder);
  const auto drawing = folder / "part.svg";
  const std::string box = "import cadquery as cq\nfixture = cq.Workplane().box(60, 40, 5)\n";
  const auto explained =
      run_command("score --task plate:7 --explain --overlay " + drawing.string() + " -", box);
  INFO(explained.err);
  REQUIRE(explained.code == 0);
  CHECK_THAT(explained.out, Contains("plate:7: total") && Contains("semantic_parts") &&
                                Contains("% of correctness") && Contains("what share") &&
                                Contains(drawing.string()));
  const std::string svg = read(drawing);
  CHECK_THAT(svg, Contains("<svg") && Contains("stroke-opacity"));
  // Four views of two shapes.
  std::size_t paths = 0;
  for (auto at = svg.find("<path"); at != std::string::npos; at = svg.find("<path", at + 1))
    ++paths;
  CHECK(paths == 8);
  const auto broken =
      run_command("score --task plate:7 --explain --overlay " + drawing.string() + " -", "a b");
  CHECK_THAT(broken.out, Contains("syntax_error"));
  CHECK(run_command("score --explain --input -", "").code == 2);
  std::filesystem::remove_all(folder);
}

TEST_CASE("score takes tasks of one's own and a reward of one's own") {
  const auto folder = std::filesystem::temp_directory_path() / "own";
  std::filesystem::create_directories(folder);
  const auto plate = run_command("tasks show plate:7");
  auto task = json::parse(plate.out);
  const std::string gold = task.at("gold");
  task["id"] = "my_plate";
  std::ofstream(folder / "my_plate.json") << task;
  std::ofstream(folder / "reward.py")
      << "def faces(sample):\n    return sample['geometry']['faces']\n";
  const std::string own = "score --task my_plate --tasks " + folder.string();
  const auto scored = run_command(
      own + " --hook " + (folder / "reward.py").string() + ":faces --hook-weight 0.5 -", gold);
  INFO(scored.err);
  REQUIRE(scored.code == 0);
  const auto verdict = json::parse(scored.out);
  CHECK(verdict.at("hook").get<double>() >= 6);
  CHECK(verdict.at("training_reward").get<double>() ==
        Approx(verdict.at("total").get<double>() / 2 + verdict.at("hook").get<double>() / 2));
  const auto unknown = run_command("score --task plate:7 --tasks " + folder.string() + " -", gold);
  CHECK(unknown.code == 2);
  CHECK_THAT(unknown.err, Contains("my_plate"));
  CHECK(run_command(own + " --hook reward.txt -", gold).code == 2);
  std::filesystem::remove_all(folder);
}

TEST_CASE("data make writes rows whose answers are right and whose given programs are wrong") {
  const auto file = std::filesystem::temp_directory_path() / "rows.jsonl";
  const std::string out = " --count 2 --out " + file.string();
  const auto rows_of = [&](const std::string& options) {
    const auto made = run_command("data make" + options + out);
    INFO(made.err);
    REQUIRE(made.code == 0);
    std::vector<json> rows;
    std::istringstream lines(read(file));
    for (std::string line; std::getline(lines, line);) rows.push_back(json::parse(line));
    REQUIRE(rows.size() == 2);
    return rows;
  };
  /// Programs that are right and wrong in turn.
  const auto check = [](const char* style, const std::vector<json>& programs) {
    std::string lines;
    for (const auto& program : programs) lines += program.dump() + "\n";
    const auto scored = run_command(std::string("score --input - --style ") + style, lines);
    REQUIRE(scored.code == 0);
    std::istringstream verdicts(scored.out);
    for (std::size_t i = 0; i < programs.size(); ++i) {
      std::string line;
      REQUIRE(std::getline(verdicts, line));
      INFO(line);
      const auto total = json::parse(line).at("total").get<double>();
      CHECK((i % 2 == 0 ? total >= 0.95 : total < 0.95));
    }
  };
  const auto program = [](const json& row, const json& code) {
    return json{{"id", row.at("task_id")}, {"task_id", row.at("task_id")}, {"code", code}};
  };
  // The given program of an edit stands in its prompt.
  std::vector<json> edits;
  for (const auto& row : rows_of(" --kind edit")) {
    const auto& chat = row.at("messages");
    REQUIRE(chat.size() == 3);
    const std::string prompt = chat[1].at("content");
    const auto begin = prompt.find("```python\n") + 10;
    edits.push_back(program(row, chat[2].at("content")));
    edits.push_back(program(row, prompt.substr(begin, prompt.find("```", begin) - begin)));
  }
  check("edit", edits);

  const auto failures = file.string() + ".failures";
  std::ofstream(failures)
      << json{{"task_id", "plate:4"}, {"text", "fixture = box("}, {"truncated", false}}.dump()
      << "\n";
  const auto rows = rows_of(" --kind repair --failures " + failures);
  CHECK(rows[0].at("task_id") == "plate:4");
  CHECK(rows[0].at("mistake") == "sampled");
  CHECK(rows[1].at("mistake") != "sampled");
  std::vector<json> repairs;
  for (const auto& row : rows) {
    const auto& chat = row.at("messages");
    REQUIRE(chat.size() == 5);
    CHECK_THAT(chat[3].at("content").get<std::string>(),
               Contains("The verdict on it:") && Contains("Write the program that is right."));
    repairs.push_back(program(row, chat[4].at("content")));
    repairs.push_back(program(row, chat[2].at("content")));
  }
  check("terse", repairs);

  SECTION("what was there stays where the rows cannot be made") {
    const auto before = read(file);
    CHECK(run_command("data make --style nonsense" + out).code != 0);
    CHECK(read(file) == before);
    CHECK_THAT(run_command("data make --unchecked --out /nowhere/rows").err,
               Contains("cannot write /nowhere/rows"));
    CHECK(run_command("data make --kind repair --unchecked" + out).code == 2);
  }
  std::filesystem::remove(failures);
  std::filesystem::remove(file);
}

TEST_CASE("build says what a part is, draws it, and fails on a program that fails") {
  const auto svg = std::filesystem::temp_directory_path() / "part.svg";
  const auto good = run_command("build - --svg '" + svg.string() + "'",
                                "import cadquery as cq\nresult = cq.Workplane().box(10, 20, 30)\n");
  REQUIRE(good.code == 0);
  CHECK(json::parse(good.out).at("geometry").at("volume").get<double>() == Approx(6000));
  const auto drawing = read(svg);
  int views = 0;
  for (auto at = drawing.find("<path"); at != std::string::npos; at = drawing.find("<path", at + 1))
    ++views;
  CHECK(views == 4);
  std::filesystem::remove(svg);
  const auto bad = run_command("build -", "x = (\n");
  CHECK(bad.code == 1);
  CHECK(json::parse(bad.out).at("error_class") == "syntax_error");
}

TEST_CASE("STEP and STL hold the part: read by CadQuery's own OpenCASCADE, and by hand") {
  const auto folder = std::filesystem::temp_directory_path() / "exports";
  std::filesystem::create_directories(folder);
  const auto step = (folder / "part.step").string(), stl = (folder / "part.stl").string();
  const auto built = run_command(
      fmt::format("build - --step '{}' --stl '{}'", step, stl),
      "import cadquery as cq\nresult = cq.Workplane().box(10, 20, 30).faces('>Z').hole(4)\n");
  REQUIRE(built.code == 0);
  const double volume = json::parse(built.out).at("geometry").at("volume").get<double>();
  CHECK(volume == Approx(6000 - 3.14159265358979 * 4 * 30));

  const char* chosen = std::getenv("CADFORGE_PYTHON");
  const std::string python = chosen ? chosen : CADFORGE_SOURCE_DIR "/.venv/bin/python";
  const auto read_back = (folder / "volume").string();
  const auto program = fmt::format(
      "import cadquery as cq; print(repr(cq.importers.importStep(\"{}\").val().Volume()))", step);
  REQUIRE(std::system(fmt::format("'{}' -c '{}' >'{}'", python, program, read_back).c_str()) == 0);
  CHECK(std::stod(read(read_back)) == Approx(volume).epsilon(1e-6));

  // 80 bytes, a count, then of each triangle the normal, three corners and two bytes.
  const auto bytes = read(stl);
  std::uint32_t triangles = 0;
  std::memcpy(&triangles, bytes.data() + 80, 4);
  REQUIRE(bytes.size() == 84 + std::size_t{50} * triangles);
  double six_volumes = 0;
  for (std::size_t i = 0; i < triangles; ++i) {
    float p[3][3];
    std::memcpy(p, bytes.data() + 84 + 50 * i + 12, sizeof p);
    six_volumes += p[0][0] * (p[1][1] * p[2][2] - p[1][2] * p[2][1]) +
                   p[0][1] * (p[1][2] * p[2][0] - p[1][0] * p[2][2]) +
                   p[0][2] * (p[1][0] * p[2][1] - p[1][1] * p[2][0]);
  }
  CHECK(six_volumes / 6 == Approx(volume).epsilon(2e-3));
  std::filesystem::remove_all(folder);
}

TEST_CASE("an episode is run from the command line, recorded, and replayed to the same verdicts") {
  const auto record = (std::filesystem::temp_directory_path() / "episode.jsonl").string();
  std::filesystem::remove(record);
  const auto gold = json::parse(run_command("tasks show plate:7").out).at("gold");
  const auto outcome =
      run_command("episode run --task plate:7 --record '" + record + "'",
                  json{{"completion", "x = ("}}.dump() + "\n" + json{{"completion", gold}}.dump() +
                      "\n" + json{{"completion", "never read"}}.dump() + "\n");
  REQUIRE(outcome.code == 0);
  std::istringstream lines(outcome.out);
  std::vector<json> said;
  for (std::string line; std::getline(lines, line);) said.push_back(json::parse(line));
  REQUIRE(said.size() == 4);
  CHECK(said[0].contains("prompt"));
  CHECK(said[1].at("error_class") == "syntax_error");
  CHECK(said[2].at("done") == "threshold");
  CHECK(said[3].at("best_turn") == 2);
  CHECK(run_command("episode replay '" + record + "'").code == 0);

  const auto text = read(record);
  const auto forged = text.find("\"syntax_error\"");
  REQUIRE(forged != std::string::npos);
  std::ofstream(record) << std::string(text).replace(forged, 14, "\"no_code_____\"");
  const auto differing = run_command("episode replay '" + record + "'");
  CHECK(differing.code == 1);
  CHECK_THAT(differing.err, Contains("verdicts differ"));
  CHECK(run_command("episode run --task plate:7 --style sonnet").code == 2);
  std::filesystem::remove(record);
}

TEST_CASE("a run is not written over another one") {
  const auto folder = std::filesystem::temp_directory_path() / "run";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "metrics.jsonl") << "{}\n";
  const auto outcome = run_command("grpo --out '" + folder.string() + "'");
  CHECK(outcome.code == 2);
  CHECK_THAT(outcome.err, Contains("--resume"));
  std::filesystem::remove_all(folder);
}

TEST_CASE("the progress line leaves out what is not known") {
  using namespace cadforge::trainer;
  ProgressState state;
  state.label = "grpo";
  state.step = 5;
  state.total = 10;
  CHECK(progress_line(state, 0) == "grpo    5/10");
  state.build_rate = 0.5;
  state.reward = 0.25;
  state.has_reward = true;
  state.tokens_per_second = 830;
  state.seconds_left = 192;
  CHECK(progress_line(state, 4) ==
        "grpo [##--]    5/10  builds 50.0 %  reward 0.250  830 tok/s  3m12s left");
  CHECK(show_duration(7500) == "2h05m");
}
