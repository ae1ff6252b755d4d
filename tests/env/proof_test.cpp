// What `cadforge doctor` says of the sandbox.
#include "env/sandbox/proof.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <set>
#include <sstream>

#include "pool_fixture.h"

namespace {

using namespace cadforge::env;

void check_proofs(Pool& pool) {
  std::set<std::string> layers, proved;
  std::istringstream names(pool.sandbox_layers());
  for (std::string name; std::getline(names >> std::ws, name, ',');) layers.insert(name);
  for (const auto& proof : prove_layers(pool)) {
    INFO(proof.layer << ": " << proof.tried << ": " << proof.got);
    CHECK(proof.holds);
    proved.insert(proof.layer);
  }
  CHECK(proved == layers);
  CHECK(layers.count("seccomp"));
  CHECK(layers.count("rlimits"));
  CHECK_FALSE(std::filesystem::exists("/tmp/cadforge-was-here"));
}

}  // namespace

TEST_CASE("each layer in force is tried and holds, with namespaces and without") {
  check_proofs(*make_pool(1));
  auto options = pool_options(1);
  options.namespaces = false;
  Pool bare(options);
  check_proofs(bare);
}

TEST_CASE("a pool without a layer that is required does not start") {
  auto options = pool_options(1);
  options.namespaces = false;
  options.require = "seccomp,landlock|mount_namespace,pid_namespace";
  CHECK_THROWS_WITH(Pool(options), Catch::Contains("sandbox.require: layer \"pid_namespace\""));
}
