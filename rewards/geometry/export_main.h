// `cadforge-measure export`: a B-rep on stdin, a drawing or an exchange file out.
#pragma once

namespace cadforge::geometry {

/// Runs `export --svg OUT|- [--size PIXELS] | --stl OUT | --step OUT`; several may be asked for at
/// once. argv[0] is "export". Returns the exit code: 0 worked, 1 no shape or not writable (one line
/// on stderr), 2 wrong usage. Limits its own time and memory, since the bytes may be hostile.
int export_main(int argc, char** argv);

}  // namespace cadforge::geometry
