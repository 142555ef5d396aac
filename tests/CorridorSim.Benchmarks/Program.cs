using BenchmarkDotNet.Running;
using CorridorSim.Benchmarks.Ratios;

if (args is ["ratios", ..])
{
    await RatioReport.PrintAsync(args.Length > 1 ? args[1..] : RatioReport.Sections);
}
else if (args is ["kernel"])
{
    KernelTable.Print();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
