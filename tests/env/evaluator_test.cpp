// Verdicts of whole completions, through the real worker and measurer.
#include "env/evaluator.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <cmath>
#include <nlohmann/json.hpp>

#include "env/families/families.h"
#include "env/tasks/task_set.h"
#include "pool_fixture.h"

namespace {

using namespace cadforge;
using namespace cadforge::env;

std::shared_ptr<Pool> one_lane() {
  static const auto pool = make_pool(1);
  return pool;
}

const Task& plate() {
  static const Task task = sample_tasks("plate", Split::kEval, 1).at(0);
  return task;
}

Evaluation judged(Evaluator& evaluator, const std::string& completion, bool cut = false) {
  return evaluator.evaluate(plate(), completion, cut, 0).get();
}

Evaluation judged(const std::string& completion, bool cut = false) {
  static Evaluator evaluator(one_lane(), {});
  return judged(evaluator, completion, cut);
}

std::string bits(const Evaluation& evaluation) {
  return nlohmann::json(evaluation.reward).dump() + nlohmann::json(evaluation.geometry).dump() +
         nlohmann::json(evaluation.build.facts).dump();
}

rewards::BuildResult built(const std::string& body) {
  return build(*one_lane(), "import cadquery as cq\n" + body).get();
}

double volume(const std::string& body) {
  return on_lane(*one_lane(),
                 [=](Lane& lane) { return volume_of(lane, "import cadquery as cq\n" + body); })
      .get();
}

std::string with(std::string text, const std::string& word, const std::string& other) {
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + other.size()))
    text.replace(at, word.size(), other);
  return text;
}

}  // namespace

TEST_CASE("a contract is kept by the parameter that the prompt names, and by no other") {
  Task task = in_style(find_task("v_block_fixture"), "drawing");
  Evaluator evaluator(one_lane(), {});
  const auto judge = [&](const std::string& code) {
    return evaluator.evaluate(task, code, false, 0).get().reward;
  };
  const auto says = [](const rewards::RewardReport& reward, const std::string& words) {
    const auto has = [&](const std::string& note) { return note.find(words) != std::string::npos; };
    return std::any_of(reward.notes.begin(), reward.notes.end(), has);
  };
  REQUIRE(task.spec.contracts.size() == 1);
  const auto kept = judge(task.gold);
  CHECK(*kept.editability >= 0.95);
  const auto renamed = judge(with(task.gold, "length", "size_x"));
  CHECK(*renamed.editability == Approx(*kept.editability - 0.4).margin(0.02));
  CHECK(says(renamed, "no parameter \"length\""));
  // Alive, but the block's own length is written a second time.
  const auto twice = judge(with(task.gold, "box(length,", "box(80.0,"));
  CHECK(twice.correctness > 0.99);
  CHECK(*twice.editability < *kept.editability - 0.35);
  task.spec.contracts[0].parameter = "len";
  CHECK_THROWS_WITH(judge(task.gold), Catch::Contains("v_block_fixture: contract len = 100") &&
                                          Catch::Contains("no such parameter"));
}

// One case, so that CTest imports CadQuery once for all of it.
TEST_CASE("verdicts of completions") {
  SECTION("each way to fail has its class, and only a shape is paid") {
    const auto gold = judged(plate().gold);
    CHECK(gold.build.error_class == "ok");
    CHECK(gold.reward.total >= 0.95);
    const auto ends = [](const std::string& completion, bool cut = false) {
      const auto evaluation = judged(completion, cut);
      CHECK(evaluation.reward.build == 0);
      CHECK(evaluation.reward.total < 0);
      return evaluation.reward.error_class;
    };
    CHECK(ends("") == "no_code");
    CHECK(ends("```python\n```") == "no_code");
    CHECK(ends(plate().gold, true) == "truncated");
    CHECK(ends("<think>" + plate().gold) == "truncated");
    CHECK(ends("I cannot do that.") == "syntax_error");
    CHECK(ends("x = (1") == "syntax_error");
    CHECK(ends("x = 1\n") == "no_result");
    CHECK(ends("result = None\n") == "no_result");
    CHECK(ends("result = 5\n") == "not_a_shape");
    CHECK(ends("result = []\n") == "not_a_shape");
    CHECK(ends("import cadquery as cq\nresult = cq.Workplane()\n") == "not_a_shape");
    CHECK(ends("raise ValueError('x')\n") == "exception:ValueError");
    CHECK(ends("import cadquery as cq\nr = cq.Workplane().box(1, 1, 1)\n"
               "result = r.cut(cq.Workplane().box(2, 2, 2))\n") == "not_a_shape");
  }
  SECTION("editability is whether the named numbers drive the part") {
    const auto& p = plate().parameters;
    std::string numbers = plate().gold;
    // The same part with its numbers written out: nothing to edit.
    for (const auto& [name, value] : p) {
      const auto line = fmt::format("{} = {}\n", name, value);
      REQUIRE(numbers.find(line) != std::string::npos);
      numbers.replace(numbers.find(line), line.size(), "");
    }
    for (const auto* call : {"box(w, h, t)", "rarray(px, py, nx, ny)", "hole(d)"}) {
      std::string filled = call;
      for (const auto* name : {"px", "py", "nx", "ny", "w", "h", "t", "d"}) {
        const std::string n = name;
        for (auto at = filled.find(n, filled.find('(')); at != std::string::npos;
             at = filled.find(n, at + 1)) {
          if (std::isalnum(filled[at - 1]) || std::isalnum(filled[at + n.size()])) continue;
          filled.replace(at, n.size(), fmt::format("{}", p.at(n)));
        }
      }
      REQUIRE(numbers.find(call) != std::string::npos);
      numbers.replace(numbers.find(call), std::string(call).size(), filled);
    }
    const auto live = judged(plate().gold), dead = judged(numbers);
    INFO(numbers << nlohmann::json(dead.reward).dump() << nlohmann::json(live.reward).dump());
    CHECK(dead.geometry.volume == Approx(live.geometry.volume));
    REQUIRE(live.reward.editability);
    REQUIRE(dead.reward.editability);
    CHECK(*live.reward.editability >= 0.9);
    CHECK(*dead.reward.editability == 0);
    CHECK(dead.reward.total < live.reward.total - 0.05);
    EvaluatorOptions unmeasured;
    unmeasured.perturbations = 0;
    Evaluator plain(one_lane(), unmeasured);
    CHECK_FALSE(judged(plain, plate().gold).reward.editability);
  }
  SECTION("a failure says where and what, clipped as UTF-8") {
    const auto failed = built("a = 1\n\nb = a.missing\n");
    CHECK(failed.line == 4);
    CHECK(failed.message.find("'int' object has no attribute 'missing'") != std::string::npos);
    CHECK(built("def f():\n  return (\n").line == 3);
    const auto wide =
        built("print('\\u00e4' * 100000)\nraise ValueError('a' + '\\u00e4' * 1000)\n");
    CHECK(wide.message.size() <= 500);
    CHECK(wide.output.size() <= 64 << 10);
    for (const auto& text : {wide.message, wide.output}) CHECK_NOTHROW(nlohmann::json(text).dump());
    CHECK(wide.message.find("\xef\xbf\xbd") == std::string::npos);
    const auto bytes = built("import os\nfor _ in range(100): os.write(1, b'\\xff' * 10000)\n");
    CHECK(bytes.output.size() <= 64 << 10);
  }
  SECTION("the same completion gives the same bits, from the cache or not") {
    EvaluatorOptions no_cache;
    no_cache.cache = false;
    Evaluator cached(one_lane(), {}), plain(one_lane(), no_cache);
    for (const auto& completion : {plate().gold, std::string("a = b\n")}) {
      const auto first = judged(cached, completion);
      const auto again = judged(cached, "```python\n" + completion + "```");
      CHECK_FALSE(first.cached);
      CHECK(again.cached);
      CHECK(bits(first) == bits(again));
      for (int i = 0; i < 2; ++i) {
        const auto repeated = judged(plain, completion);
        CHECK_FALSE(repeated.cached);
        CHECK(bits(repeated) == bits(first));
        CHECK(repeated.build.brep == first.build.brep);
      }
    }
    CHECK_FALSE(cached.evaluate(plate(), plate().gold, false, 1).get().cached);
  }
  SECTION("a task whose reference does not build says so each time it is asked") {
    Task task = plate();
    task.id = "broken:1";
    task.gold = "raise ValueError('no part')\n";
    Evaluator evaluator(one_lane(), {});
    CHECK_THROWS_WITH(evaluator.prepare(task).get(), Catch::Contains("broken:1"));
    for (int i = 0; i < 2; ++i) {
      auto future = evaluator.evaluate(task, plate().gold, false, 0);
      REQUIRE(future.wait_for(std::chrono::seconds(20)) == std::future_status::ready);
      CHECK_THROWS_WITH(future.get(), Catch::Contains("broken:1"));
    }
  }
  SECTION("fixture goes before result, result before what is shown") {
    const std::string one = "cq.Workplane().box(1,1,1)", two = "cq.Workplane().box(2,1,1)",
                      three = "cq.Workplane().box(3,1,1)";
    CHECK(volume("show_object(" + three + ")\nresult = " + two + "\nfixture = " + one) ==
          Approx(1));
    CHECK(volume("show_object(" + three + ")\nresult = " + two) == Approx(2));
    CHECK(volume("fixture = None\nresult = " + two) == Approx(2));
    CHECK(volume("show_object(" + three + ", name='a', options={})") == Approx(3));
    CHECK(volume("show_object(" + three + ")\nshow_object(" + two +
                 ".translate((0, 9, 0)))\ndebug(" + one + ")") == Approx(5));
  }
  SECTION("a Workplane, a Shape, a Compound, an Assembly and a list of them are shapes") {
    CHECK(volume("result = cq.Workplane().box(2,3,4)") == Approx(24));
    CHECK(volume("result = cq.Workplane().box(2,3,4).val()") == Approx(24));
    CHECK(volume("result = cq.Workplane().rarray(9,9,2,1).box(2,3,4)") == Approx(48));
    CHECK(volume("result = cq.Workplane().rarray(9,9,2,1).box(2,3,4,combine=False)") == Approx(48));
    CHECK(volume("result = cq.Compound.makeCompound([cq.Solid.makeBox(1,1,1)])") == Approx(1));
    CHECK(volume("a = cq.Workplane().box(1,1,1)\n"
                 "result = cq.Assembly().add(a).add(a, loc=cq.Location((5,0,0)))") == Approx(2));
    CHECK(volume(
              "result = [cq.Solid.makeBox(1,1,1), cq.Workplane().box(1,1,1).translate((5,0,0))]") ==
          Approx(2));
  }
  SECTION("text that is no clean program still has a verdict") {
    const std::string gold = plate().gold;
    CHECK(judged("Here it is:\n\n```python\n" + gold + "```\nThat builds.").reward.total >= 0.95);
    std::string dos;
    for (const char c : gold) dos += c == '\n' ? std::string("\r\n") : std::string(1, c);
    CHECK(judged(dos).reward.total >= 0.95);
    CHECK(judged("# Gr\u00f6\u00dfe \u2205 20 mm \U0001f529\n" + gold).reward.total >= 0.95);
    CHECK(judged("\xef\xbb\xbf" + gold).build.error_class == "ok");
    CHECK(judged(gold + std::string(1, '\0')).build.error_class == "syntax_error");
    CHECK(judged("\xff\xfe" + gold).build.error_class == "syntax_error");
    CHECK(judged(" \r\n\t").build.error_class == "no_code");
    CHECK(judged(std::string(10 << 20, 'a')).build.error_class == "refused");
    CHECK(judged(std::string(200 << 10, 'a')).build.error_class == "exception:NameError");
    CHECK(judged("x = [" + std::string(200 << 10, '1')).build.error_class == "syntax_error");
    CHECK(judged(gold).reward.total >= 0.95);
  }
  SECTION("a forged shape is measured like any other") {
    const std::string forge =
        "import json, os, struct\n"
        "head = json.dumps({'error_class': 'ok', 'message': '', 'line': 0}).encode()\n"
        "payload = struct.pack('<I', len(head)) + head + BREP\n"
        "os.write(63, struct.pack('<II', 5, len(payload)) + payload)\n"
        "os._exit(0)\n";
    const auto garbage = judged("BREP = bytes(range(256)) * 100\n" + forge);
    CHECK(garbage.build.ok());
    CHECK(garbage.reward.error_class == "not_a_shape");
    CHECK(garbage.reward.build == 0);
    const auto header = judged(
        "BREP = b'\\nOpen CASCADE Topology V4 (c)\\n' + b'Locations 1000000000\\n' * 3\n" + forge);
    CHECK(header.reward.error_class == "not_a_shape");
    const auto body = judged(
        "import random\nBREP = b'\\nOpen CASCADE Topology V4, (c) Open Cascade\\nLocations 3\\n' + "
        "random.randbytes(5000)\n" +
        forge);
    CHECK(body.reward.error_class == "not_a_shape");
    CHECK(judged(plate().gold).reward.total >= 0.95);
  }
  SECTION("a result that is only reached by swallowing an exception is not one") {
    const std::string part = "r = cq.Workplane().box(10,10,10)\n", show = "result = r\n";
    const std::string fails = "r.edges().fillet(50)";
    const auto swallows = [&](const std::string& body) {
      const auto result = built(part + body + show);
      CHECK(result.ok());
      return result.swallowed_exception;
    };
    CHECK(swallows("try:\n  r = " + fails + "\nexcept Exception:\n  pass\n"));
    CHECK(swallows("try:\n  r = " + fails + "\nexcept:\n  r = cq.Workplane().sphere(1)\n"));
    CHECK(
        swallows("import contextlib\nwith contextlib.suppress(Exception):\n  r = " + fails + "\n"));
    CHECK(swallows("def f(r):\n  try:\n    return " + fails +
                   "\n  except Exception:\n    return r\nr = f(r)\n"));
    // A finally block that is left early, and contexts that keep what happens in them.
    CHECK(
        swallows("def f(r):\n  try:\n    r = " + fails + "\n  finally:\n    return r\nr = f(r)\n"));
    CHECK(swallows("while True:\n  try:\n    r = " + fails + "\n  finally:\n    break\n"));
    CHECK(swallows("for _ in range(2):\n  try:\n    r = " + fails +
                   "\n  finally:\n    if r: continue\n"));
    CHECK(
        swallows("class Calm:\n  def __enter__(self): return self\n"
                 "  def __exit__(self, *_): return True\nwith Calm() as calm:\n  r = " +
                 fails + "\n"));
    CHECK(
        swallows("from contextlib import ExitStack, suppress as calm\nwith ExitStack() as stack:\n"
                 "  stack.enter_context(calm(Exception))\n  r = " +
                 fails + "\n"));
    // Text run by the program, threads, and futures that nobody asks.
    CHECK(swallows("exec('try:\\n  " + fails + "\\nexcept Exception:\\n  pass')\n"));
    CHECK(swallows("exec(compile('try:\\n  " + fails +
                   "\\nexcept Exception:\\n  pass', 'x', 'exec'), {'r': r})\n"));
    CHECK(swallows("import threading\nt = threading.Thread(target=lambda: " + fails +
                   ")\nt.start()\nt.join()\n"));
    CHECK(
        swallows("from concurrent.futures import ThreadPoolExecutor\n"
                 "with ThreadPoolExecutor(1) as pool:\n  pool.submit(lambda: " +
                 fails + ")\n"));
    // What is no swallowing: nothing fails, or the module is not there, or an iterator ends.
    CHECK_FALSE(
        swallows("def f(r):\n  try:\n    return r\n  finally:\n    print('done')\nr = f(r)\n"));
    CHECK_FALSE(
        swallows("def f(r):\n  try:\n    r = r.edges().fillet(1)\n  finally:\n    return r\n"
                 "r = f(r)\n"));
    CHECK_FALSE(swallows("import contextlib\nwith contextlib.suppress(KeyError):\n  r = r\n"));
    CHECK_FALSE(
        swallows("parts = iter([r])\ntry:\n  r = next(parts)\n  next(parts)\n"
                 "except StopIteration:\n  pass\n"));
    CHECK_FALSE(swallows("exec('s = 3')\nr = r.translate((s, 0, 0))\n"));
    CHECK_FALSE(swallows("try:\n  r = r.edges().fillet(1)\nexcept Exception:\n  pass\n"));
    CHECK_FALSE(swallows("try:\n  import no_such_viewer\nexcept ImportError:\n  pass\n"));
    CHECK(judged("import cadquery as cq\n" + part + "try:\n  " + fails +
                 "\nexcept Exception:\n  pass\n" + show)
              .reward.error_class == "swallowed_exception");
  }
}
