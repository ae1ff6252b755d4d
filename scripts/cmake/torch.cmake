# LibTorch comes out of the PyPI wheel in the checkout's venv. The wheel's own TorchConfig.cmake
# ends in an error where no CUDA toolkit is installed, so the targets are our own: `torch::cpu` is
# the ATen and autograd core, `torch::cuda` is there only when the CUDA compiler is.
execute_process(
  COMMAND ${CADFORGE_PYTHON} -c "import importlib.util as u; print(u.find_spec('torch').submodule_search_locations[0])"
  OUTPUT_VARIABLE TORCH_DIR OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE TORCH_MISSING)
if(TORCH_MISSING)
  message(FATAL_ERROR "no torch for ${CADFORGE_PYTHON}: run scripts/setup.sh first")
endif()

add_library(torch_cpu_library INTERFACE)
target_include_directories(torch_cpu_library SYSTEM INTERFACE
  ${TORCH_DIR}/include ${TORCH_DIR}/include/torch/csrc/api/include)
target_link_libraries(torch_cpu_library INTERFACE
  ${TORCH_DIR}/lib/libtorch_cpu.so ${TORCH_DIR}/lib/libc10.so)
target_link_options(torch_cpu_library INTERFACE -Wl,-rpath,${TORCH_DIR}/lib)
add_library(torch::cpu ALIAS torch_cpu_library)

set(CADFORGE_HAS_CUDA OFF)
if(CADFORGE_CUDA)
  include(CheckLanguage)
  find_package(CUDAToolkit QUIET)
  check_language(CUDA)
  if(CMAKE_CUDA_COMPILER AND CUDAToolkit_FOUND)
    set(CADFORGE_HAS_CUDA ON)
    add_library(torch_cuda_library INTERFACE)
    # ATen registers its CUDA backend when libtorch_cuda is loaded; nothing in our code names a
    # symbol of it, so the linker must be told to keep it.
    target_link_libraries(torch_cuda_library INTERFACE torch::cpu
      "-Wl,--no-as-needed,${TORCH_DIR}/lib/libtorch_cuda.so,${TORCH_DIR}/lib/libc10_cuda.so,--as-needed"
      CUDA::cudart)
    add_library(torch::cuda ALIAS torch_cuda_library)
  endif()
endif()
message(STATUS "cadforge: torch at ${TORCH_DIR}, CUDA ${CADFORGE_HAS_CUDA}")
