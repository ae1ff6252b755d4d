#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "trainer/eval/summary.h"
#include "trainer/eval/table.h"

using namespace cadforge::trainer;

namespace {

Verdict verdict(int task, double total, const std::string& family = "plate") {
  Verdict v;
  v.task = task;
  v.family = family;
  v.total = total;
  v.built = total >= 0;
  v.error_class = v.built ? "ok" : "syntax_error";
  v.tokens = 10;
  return v;
}

}  // namespace

TEST_CASE("pass@k is one minus the chance that k draws without replacement are all wrong") {
  CHECK(pass_at_k(4, 1, 1) == Approx(0.25));
  CHECK(pass_at_k(4, 1, 2) == Approx(1 - 3.0 / 6));      // C(3,2) / C(4,2)
  CHECK(pass_at_k(10, 3, 5) == Approx(1 - 21.0 / 252));  // C(7,5) / C(10,5)
  CHECK(pass_at_k(16, 0, 16) == 0);
  CHECK(pass_at_k(16, 1, 16) == 1);
  CHECK_THROWS_WITH(pass_at_k(4, 5, 1), Catch::Contains("5 of 4"));
}

TEST_CASE("a failed build counts nothing in the mean total, not its negative class value") {
  const auto row = summarise({verdict(0, -1.0), verdict(0, 0.5)}).all;
  CHECK(row.mean_total == Approx(0.25));
  CHECK(row.build_rate == Approx(0.5));
}

TEST_CASE("pass rates are means over tasks, shares are means over completions") {
  // Task 0: two of two solved. Task 1: one of two.
  const auto row =
      summarise({verdict(0, 0.9), verdict(0, 0.8), verdict(1, 0.79), verdict(1, 1.0)}).all;
  CHECK(row.tasks == 2);
  CHECK(row.share_solved == Approx(0.75));
  CHECK(row.pass_1 == Approx(0.75));
  CHECK(row.pass_k == Approx(1.0));
  CHECK(row.k == 2);
}

TEST_CASE("each family has a row of its own") {
  const auto summary = summarise({verdict(0, 1.0, "plate"), verdict(1, 0.0, "shaft")});
  CHECK(summary.families.at("plate").share_solved == 1);
  CHECK(summary.families.at("shaft").share_solved == 0);
  CHECK(summary.error_classes.at("ok") == 2);
}

TEST_CASE("a summary survives its own JSON") {
  const auto summary = summarise({verdict(0, 1.0), verdict(1, -0.8, "shaft")});
  const nlohmann::json json = summary;
  CHECK(nlohmann::json(json.get<EvalSummary>()) == json);
}

TEST_CASE("the comparison shows before, after and the change in points") {
  const auto before = summarise({verdict(0, 0.9), verdict(0, -1.0)});
  const auto after = summarise({verdict(0, 0.9), verdict(0, 0.9)});
  const auto table = comparison_table(before, after);
  CHECK_THAT(table, Catch::Contains("| programs that build") && Catch::Contains("50.0 %") &&
                        Catch::Contains("100.0 %") && Catch::Contains("+50.0"));
}

TEST_CASE("no verdicts make an empty summary, not a division by zero") {
  const auto row = summarise({}).all;
  CHECK(row.completions == 0);
  CHECK(row.mean_total == 0);
}
