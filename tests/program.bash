# Sourced by scripts that start the program: $program is CORRIDORSIM or, without it, the program that was built here. The launcher only
# builds it: it has words and work of its own, and who is to be killed is the program.
program=${CORRIDORSIM:-}
if [[ -z $program ]]; then
  CORRIDORSIM_PRECOMPILE=no ./corridorsim --version >/dev/null
  program=$PWD/src/CorridorSim.Cli/bin/Release/net10.0/corridorsim
fi
