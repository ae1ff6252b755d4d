#include "models/device.h"
#include "trainer/cli/cli.h"

int main(int argc, char** argv) {
  cadforge::models::sleep_while_waiting(argv);
  return cadforge::trainer::run_cli(argc, argv);
}
