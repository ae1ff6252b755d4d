#include "trainer/cli/cli.h"

int main(int argc, char** argv) { return cadforge::trainer::run_cli(argc, argv); }
