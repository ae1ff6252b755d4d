// cadforge-worker: imports CadQuery once, then forks for each program. See env/README.md.
#include <cstdio>
#include <exception>

#include "env/worker/server.h"

int main() {
  try {
    return cadforge::env::serve_builds();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "cadforge-worker: %s\n", error.what());
    return 1;
  }
}
