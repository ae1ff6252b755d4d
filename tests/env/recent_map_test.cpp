#include "env/recent_map.h"

#include <catch2/catch.hpp>
#include <memory>

using cadforge::env::RecentMap;

TEST_CASE("a map within bytes forgets what has not been asked for longest") {
  RecentMap<int> map(100 << 10);
  map.insert("a", 1);
  map.insert("b", 2);
  map.insert("c", 3);
  map.weigh("a", 30 << 10);
  map.weigh("b", 30 << 10);
  REQUIRE(map.find("a"));  // b is the one that nobody has asked for
  map.weigh("c", 50 << 10);
  CHECK(map.find("a"));
  CHECK_FALSE(map.find("b"));
  REQUIRE(map.find("c"));
  CHECK(*map.find("c") == 3);

  map.weigh("c", 1 << 20);  // alone it may be larger than the whole
  CHECK_FALSE(map.find("a"));
  CHECK(map.find("c"));
  map.erase("c");
  map.insert("d", 4);
  map.insert("e", 5);
  CHECK(map.find("d"));  // nothing of c is held against them
  map.weigh("gone", 1 << 20);
  CHECK(map.find("e"));
}

TEST_CASE("small values count with their keys") {
  RecentMap<std::shared_ptr<int>> map(1 << 20);
  const auto value = std::make_shared<int>(0);
  for (int i = 0; i < 10000; ++i) map.insert(std::to_string(i), value);
  CHECK(value.use_count() < 300);
  CHECK(value.use_count() > 100);
  CHECK(map.find("9999"));
  CHECK_FALSE(map.find("0"));
}
