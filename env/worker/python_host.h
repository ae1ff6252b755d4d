// The Python inside cadforge-worker: started as the venv's interpreter, with our own modules in it.
#pragma once

#include <string>
#include <vector>

#include "env/channel/confine.h"

namespace cadforge::env {

/// Starts Python as the venv's interpreter would be, so that its site-packages are found, and puts
/// our modules (python/) into it; sets the environment so that libraries start no threads. Once per
/// process. Throws std::runtime_error naming the interpreter.
void start_python();

/// Folders that any program may need to read, Python's own not among them.
std::vector<std::string> system_libraries();

/// What a child of this process gets: system libraries and Python's folders stay readable, the user
/// is dropped where that does not hide them. Python must run.
Confinement confinement_of_this_machine();

}  // namespace cadforge::env
