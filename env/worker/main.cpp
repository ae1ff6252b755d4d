// cadforge-worker: imports CadQuery once, then forks for each program. With --hook FILE FUNCTION it
// is a user's own reward instead. See env/README.md.
#include <cstdio>
#include <cstring>
#include <exception>

#include "env/channel/namespaces.h"
#include "env/worker/hook_server.h"
#include "env/worker/server.h"

int main(int argc, char** argv) {
  try {
    using namespace cadforge::env;
    if (argc == 4 && std::strcmp(argv[1], "--hook") == 0) return serve_hook(argv[2], argv[3]);
    return serve_builds(argc < 2 || std::strcmp(argv[1], kNoNamespaces) != 0);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "cadforge-worker: %s\n", error.what());
    return 1;
  }
}
