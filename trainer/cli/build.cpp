#include <CLI/CLI.hpp>
#include <exception>
#include <future>
#include <memory>
#include <nlohmann/json.hpp>

#include "env/sandbox/pool.h"
#include "trainer/cli/cli.h"
#include "trainer/cli/json_lines.h"
#include "trainer/report/shape_export.h"

namespace cadforge::trainer {
namespace {

constexpr double kExportSeconds = 90;

struct BuildOptions {
  std::string file, step, stl, svg;
};

struct Built {
  rewards::BuildResult build;
  rewards::GeometryReport geometry;
};

Built build_and_measure(const std::string& source) {
  env::PoolOptions pool_options;
  pool_options.lanes = 1;
  env::Pool pool(pool_options);
  std::promise<Built> promise;
  auto built = promise.get_future();
  pool.submit([&](env::Lane& lane) {
    try {
      Built result;
      result.build = lane.build({source, {}});
      if (result.build.ok()) {
        rewards::MeasureRequest request;
        request.brep = result.build.brep;
        result.geometry = lane.measure(request);
      }
      promise.set_value(std::move(result));
    } catch (...) {
      promise.set_exception(std::current_exception());
    }
  });
  return built.get();
}

void export_files(const std::vector<std::byte>& brep, const BuildOptions& options) {
  std::vector<std::string> arguments;
  for (const auto& [option, path] :
       {std::pair{"--step", options.step}, {"--stl", options.stl}, {"--sheet", options.svg}}) {
    if (!path.empty()) arguments.insert(arguments.end(), {option, path});
  }
  if (!arguments.empty()) export_shape(brep, arguments, kExportSeconds);
}

void build(const BuildOptions& options) {
  const Built built = build_and_measure(read_text(options.file));
  nlohmann::json verdict = built.build;
  if (built.build.ok()) {
    verdict["error_class"] = built.geometry.error_class;
    if (!built.geometry.ok()) verdict["message"] = built.geometry.message;
    verdict["geometry"] = built.geometry;
  }
  const bool good = built.build.ok() && built.geometry.ok();
  if (good) export_files(built.build.brep, options);
  print_line(verdict);
  if (!good) throw CLI::RuntimeError(1);
}

}  // namespace

void add_build(CLI::App& app) {
  auto options = std::make_shared<BuildOptions>();
  auto* command = app.add_subcommand("build", "Builds and measures one program in the sandbox");
  command->add_option("file", options->file, "A CadQuery program, - for stdin")->required();
  command->add_option("--step", options->step, "Write the part as STEP");
  command->add_option("--stl", options->stl, "Write the part as binary STL");
  command->add_option("--svg", options->svg,
                      "Write a drawing: three views and an isometric one, hidden lines removed");
  command->callback([options] { build(*options); });
}

}  // namespace cadforge::trainer
