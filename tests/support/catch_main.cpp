// Catch2's runner, with a temporary folder of this process's own: CTest runs each test case in its
// own process, several at a time, and none may meet another's files.
#define CATCH_CONFIG_RUNNER
#include <stdlib.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

int main(int argc, char** argv) {
  std::string folder = std::filesystem::temp_directory_path() / "cadforge-test-XXXXXX";
  if (!::mkdtemp(folder.data())) return 1;
  ::setenv("TMPDIR", folder.c_str(), 1);
  const int failed = Catch::Session().run(argc, argv);
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
  return failed;
}
