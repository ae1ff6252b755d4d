#include "trainer/report/report.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "trainer/report/html.h"
#include "trainer/report/svg_chart.h"

using namespace cadforge::trainer;
namespace fs = std::filesystem;

namespace {

/// A run's folder that goes away with the test.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / fs::path("report")) {
    fs::remove_all(path_);
    fs::create_directories(path_ / "shapes");
  }
  ~Folder() { fs::remove_all(path_); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name) << text;
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string no_drawing(const std::vector<std::byte>&) { return {}; }

std::string page_of(const Folder& folder) {
  return render_report(read_run_folder(folder.path()), no_drawing);
}

ScoredProgram shape(int step, const std::string& task, double total) {
  ScoredProgram program;
  program.step = step;
  program.task_id = task;
  program.total = total;
  program.brep = "shape.brep";
  return program;
}

}  // namespace

TEST_CASE("nothing that a model wrote becomes markup") {
  Folder folder;
  const std::string row =
      R"({"step":1,"task_id":"<i>t","sample":0,"total":0.9,"file":"a.brep","watched":true,)"
      R"("prompt":"<img src=x onerror=alert(1)>","text":"</pre><script>alert(2)</script>",)"
      R"("error_class":"ok","notes":["<b>note</b>"]})";
  folder.write("completions.jsonl",
               R"({"step":1,"task_id":"t","error_class":"exception:<u>","total":-1})"
               "\n");
  folder.write("shapes/index.jsonl", row + "\n");
  folder.write("shapes/a.brep", "bytes");
  const auto page = page_of(folder);
  for (const char* markup : {"<img", "<script", "<b>note", "<i>t", "<u>"}) {
    INFO(markup);
    CHECK(page.find(markup) == std::string::npos);
  }
  CHECK(page.find("&lt;script&gt;alert(2)") != std::string::npos);
}

TEST_CASE("the page loads nothing from elsewhere") {
  Folder folder;
  folder.write("metrics.jsonl", "{\"step\":1,\"reward\":0.5}\n{\"step\":2,\"reward\":0.6}\n");
  const auto page = page_of(folder);
  for (const char* reference : {"http://", "https://", "src=", "href=", "@import", "url("}) {
    INFO(reference);
    CHECK(page.find(reference) == std::string::npos);
  }
  CHECK(page.find("mean reward") != std::string::npos);
}

TEST_CASE("an empty folder and a line broken off still give a report") {
  Folder folder;
  CHECK(page_of(folder).find("no step was finished") != std::string::npos);
  folder.write("metrics.jsonl", "{\"step\":1,\"reward\":0.5}\n{\"step\":2,\"rew");
  const auto run = read_run_folder(folder.path());
  CHECK(run.metrics.size() == 1);
  CHECK(run.unreadable_lines == 1);
  CHECK(page_of(folder).find("1 unreadable lines") != std::string::npos);
}

TEST_CASE("values of the wrong kind are passed over, not trusted") {
  Folder folder;
  folder.write("metrics.jsonl", "{\"step\":\"one\",\"reward\":\"high\",\"entropy\":null}\n[1,2]\n");
  folder.write("completions.jsonl",
               "{\"step\":1e300,\"total\":\"x\",\"notes\":[1,{}],\"text\":7}\n");
  folder.write("eval_before.json", "{\"all\":3}");
  CHECK_NOTHROW(page_of(folder));
}

TEST_CASE("a step written twice counts once, as it was written last") {
  Folder folder;
  folder.write(
      "metrics.jsonl",
      "{\"step\":1,\"reward\":0.1}\n{\"step\":2,\"reward\":0.2}\n{\"step\":2,\"reward\":0.3}\n");
  const auto run = read_run_folder(folder.path());
  REQUIRE(run.metrics.size() == 2);
  CHECK(run.metrics[1].values.at("reward") == 0.3);
}

TEST_CASE("a shape's file is looked for in the run's own folder only") {
  Folder folder;
  folder.write("shapes/index.jsonl", "{\"step\":1,\"file\":\"../../etc/passwd\"}\n");
  CHECK(read_run_folder(folder.path()).shapes.at(0).brep == folder.path() / "shapes" / "passwd");
}

TEST_CASE("a shape takes prompt, program and terms from its completion") {
  Folder folder;
  folder.write(
      "completions.jsonl",
      "{\"step\":3,\"task_id\":\"plate:1\",\"sample\":2,\"prompt\":\"p\",\"text\":\"code\","
      "\"build\":1.0}\n");
  folder.write("shapes/index.jsonl", "{\"step\":3,\"task_id\":\"plate:1\",\"sample\":2}\n");
  const auto shapes = read_run_folder(folder.path()).shapes;
  REQUIRE(shapes.size() == 1);
  CHECK(shapes[0].text == "code");
  CHECK(shapes[0].terms.at("build") == 1.0);
}

TEST_CASE("four moments are the first, the last and two evenly between") {
  CHECK(four_moments({40, 10, 20, 30, 0, 50, 60, 20}) == std::vector<int>{0, 20, 40, 60});
  CHECK(four_moments({5, 1}) == std::vector<int>{1, 5});
  CHECK(four_moments({}).empty());
}

TEST_CASE("the watched prompt is shown in the user's words, with the best sample of each step") {
  Folder folder;
  const std::string chat =
      R"("prompt":"<|im_start|>user\nplate w=1<|im_end|>\n<|im_start|>assistant\n")";
  folder.write("shapes/index.jsonl",
               R"({"step":1,"sample":0,"watched":true,"total":0.11,)" + chat + "}\n" +
                   R"({"step":1,"sample":1,"watched":true,"total":0.44,)" + chat + "}\n" +
                   R"({"step":2,"sample":0,"watched":false,"total":0.77,)" + chat + "}\n");
  const auto page = page_of(folder);
  CHECK(page.find("<div class=\"prompt\">plate w=1</div>") != std::string::npos);
  CHECK(page.find("im_start") == std::string::npos);
  CHECK(page.find("<b>0.44</b>") != std::string::npos);
  CHECK(page.find("<b>0.11</b>") == std::string::npos);
  CHECK(page.find("<b>0.77</b>") == std::string::npos);
}

TEST_CASE("the gallery shows each part once, failures never") {
  RunFolder run;
  run.shapes = {shape(1, "a", 0.9), shape(2, "a", 0.9), shape(1, "b", 0.3), shape(1, "c", -0.8)};
  run.shapes.back().error_class = "syntax_error";
  const auto best = pick_shapes(run, true, 8);
  REQUIRE(best.size() == 2);
  CHECK(best[0]->step == 2);  // the later of two equals
  CHECK(best[1]->task_id == "b");
  const auto worst = pick_shapes(run, false, 8);
  REQUIRE(worst.size() == 1);
  CHECK(worst[0]->task_id == "b");
}

TEST_CASE("the gallery takes the first shape of every family before the second of any") {
  RunFolder run;
  run.shapes = {shape(1, "box:1", 0.9), shape(1, "box:2", 0.8), shape(1, "plate:1", 0.3)};
  run.shapes[0].family = run.shapes[1].family = "box";
  run.shapes[2].family = "plate";
  const auto best = pick_shapes(run, true, 2);
  REQUIRE(best.size() == 2);
  CHECK(best[0]->task_id == "box:1");
  CHECK(best[1]->task_id == "plate:1");
}

TEST_CASE("escaping leaves valid UTF-8 alone and replaces everything else") {
  CHECK(escape_html("a<b> & \"c\" 'd'") == "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;");
  CHECK(escape_html("\xC3\xBC\xE2\x82\xAC") == "\xC3\xBC\xE2\x82\xAC");
  const std::string replaced = "\xEF\xBF\xBD";
  CHECK(escape_html("\xFF") == replaced);
  CHECK(escape_html(std::string("\0", 1)) == replaced);
  CHECK(escape_html("\xED\xA0\x80") == replaced + replaced + replaced);  // a lone surrogate
  CHECK(escape_html("\xC3") == replaced);
}

TEST_CASE("clipping never splits a character") {
  CHECK(clip_text("abc", 3) == "abc");
  CHECK(clip_text("a\xC3\xBC!", 2) == "a\xE2\x80\xA6");
}

TEST_CASE("ticks are round and cover the range") {
  CHECK(nice_ticks(0, 1, 4) == std::vector<double>{0, 0.25, 0.5, 0.75, 1});
  const auto ticks = nice_ticks(-0.13, 0.72, 4);
  CHECK(ticks.front() <= -0.13);
  CHECK(ticks.back() >= 0.72);
}

TEST_CASE("a moving average of a constant is that constant from its first point on") {
  for (const auto& point : moving_average({{0, 2}, {1, 2}, {2, 2}}, 10))
    CHECK(point.y == Approx(2));
}

TEST_CASE("a chart survives values that are no numbers and a single point") {
  CHECK(line_chart({{"nothing", {{0, NAN}, {1, INFINITY}}}}, {}).empty());
  const auto chart = line_chart({{"one", {{5, 0.0}}}}, {});
  CHECK(chart.find("nan") == std::string::npos);
  CHECK(chart.find("<svg") != std::string::npos);
}
