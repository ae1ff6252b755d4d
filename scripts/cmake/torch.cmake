# LibTorch comes out of the PyPI wheel in the checkout's venv. The wheel's own TorchConfig.cmake
# ends in an error where no CUDA toolkit is installed, so the target is our own. It holds the CPU
# library only: the CUDA backend is loaded at run time where there is a GPU (models/device.cpp).
execute_process(
  COMMAND ${CADFORGE_PYTHON} -c "import importlib.util as u; print(u.find_spec('torch').submodule_search_locations[0])"
  OUTPUT_VARIABLE TORCH_DIR OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE TORCH_MISSING)
if(TORCH_MISSING)
  message(FATAL_ERROR "no torch for ${CADFORGE_PYTHON}: run scripts/setup.sh first")
endif()

add_library(torch_cpu_library INTERFACE)
# The wheel carries headers of its own fmt: after the system's, or they shadow the fmt we link.
target_compile_options(torch_cpu_library INTERFACE
  -idirafter${TORCH_DIR}/include -idirafter${TORCH_DIR}/include/torch/csrc/api/include)
target_link_libraries(torch_cpu_library INTERFACE
  ${TORCH_DIR}/lib/libtorch_cpu.so ${TORCH_DIR}/lib/libc10.so ${CMAKE_DL_LIBS})
# at::parallel_for is a template of the header: without this our own ops would run on one thread. The
# wheel's libgomp serves both, as two runtimes would be two pools of threads. Clang has another.
target_compile_options(torch_cpu_library INTERFACE $<$<CXX_COMPILER_ID:GNU>:-fopenmp>)
target_link_libraries(torch_cpu_library INTERFACE ${TORCH_DIR}/lib/libgomp.so.1)
target_link_options(torch_cpu_library INTERFACE -Wl,-rpath,${TORCH_DIR}/lib)
add_library(torch::cpu ALIAS torch_cpu_library)
message(STATUS "cadforge: LibTorch of ${TORCH_DIR}")
