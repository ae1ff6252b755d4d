#include "env/worker/python_host.h"

#include <pybind11/embed.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "env/worker/python_modules.h"

namespace cadforge::env {
namespace {

namespace py = pybind11;

void set_environment() {
  // Threads of a library started before the fork would be missing after it.
  for (const char* name :
       {"OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS"}) {
    ::setenv(name, "1", 1);
  }
  ::setenv("PYTHONHASHSEED", "0", 1);
  ::setenv("PYTHONDONTWRITEBYTECODE", "1", 1);
}

std::string interpreter_path() {
  const char* chosen = std::getenv("CADFORGE_PYTHON");
  return chosen ? chosen : CADFORGE_VENV_PYTHON;
}

void start_interpreter() {
  PyConfig config;
  PyConfig_InitPythonConfig(&config);
  config.install_signal_handlers = 0;
  config.parse_argv = 0;
  const std::string path = interpreter_path();
  PyStatus status = PyConfig_SetBytesString(&config, &config.executable, path.c_str());
  if (!PyStatus_Exception(status)) status = Py_InitializeFromConfig(&config);
  PyConfig_Clear(&config);
  if (PyStatus_Exception(status)) {
    throw std::runtime_error(std::string("cannot start Python as ") + path + ": " +
                             (status.err_msg ? status.err_msg : "unknown"));
  }
}

// Our own modules, which are files inside this binary.
void load_our_modules() {
  const py::object module_type = py::module_::import("types").attr("ModuleType");
  const py::object modules = py::module_::import("sys").attr("modules");
  for (const auto& [name, source] : kPythonModules) {
    const py::object module = module_type(name);
    modules[name] = module;
    py::exec(source, module.attr("__dict__"));
  }
}

}  // namespace

void start_python() {
  set_environment();
  start_interpreter();
  load_our_modules();
}

std::vector<std::string> system_libraries() {
  return {"/usr",      "/lib",         "/lib64",    "/etc/fonts", "/etc/ld.so.cache",
          "/dev/null", "/dev/urandom", "/proc/self"};
}

Confinement confinement_of_this_machine() {
  const auto sys = py::module_::import("sys");
  const auto base = sys.attr("base_prefix").cast<std::string>();
  const auto prefix = sys.attr("prefix").cast<std::string>();
  Confinement confinement;
  confinement.readable = system_libraries();
  for (const auto& folder : {base, prefix}) {
    confinement.readable.push_back(folder);
    confinement.readable.push_back(std::filesystem::canonical(folder));
  }
  confinement.drop_user = readable_by_anyone(base) && readable_by_anyone(prefix);
  return confinement;
}

}  // namespace cadforge::env
