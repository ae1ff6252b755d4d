// cadforge-measure: measures B-reps with OpenCASCADE, or exports one. See rewards/README.md.
#include <cstdio>
#include <cstring>
#include <exception>

#include "env/channel/namespaces.h"
#include "rewards/geometry/export_main.h"
#include "rewards/geometry/server.h"

int main(int argc, char** argv) {
  try {
    if (argc > 1 && std::strcmp(argv[1], "export") == 0) {
      return cadforge::geometry::export_main(argc - 1, argv + 1);
    }
    const bool namespaces = argc < 2 || std::strcmp(argv[1], cadforge::env::kNoNamespaces) != 0;
    return cadforge::geometry::serve_measurements(namespaces);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "cadforge-measure: %s\n", error.what());
    return 1;
  }
}
