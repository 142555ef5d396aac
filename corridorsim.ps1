# Builds CorridorSim when its sources changed, then runs it with the arguments given. For PowerShell on Windows, macOS and Linux.
$ErrorActionPreference = 'Stop'

$root = $PSScriptRoot
$cli = Join-Path (Join-Path $root 'src') 'CorridorSim.Cli'
$output = Join-Path (Join-Path (Join-Path $cli 'bin') 'Release') 'net10.0'
$isWindowsHere = [System.IO.Path]::DirectorySeparatorChar -eq '\'
$program = Join-Path $output $(if ($isWindowsHere) { 'corridorsim.exe' } else { 'corridorsim' })
$obj = Join-Path $cli 'obj'
$stamp = Join-Path $obj 'corridorsim.built'

# Sources with their folders, without what builds make: deleting or renaming a source touches only its folder.
function Get-Source {
    $pattern = '[\\/](bin|obj|clients)([\\/]|$)'
    $sources = Get-ChildItem -LiteralPath (Join-Path $root 'src') -Recurse -Force | Where-Object { $_.FullName.Substring($root.Length) -notmatch $pattern }
    $settings = 'Directory.Build.props', 'Directory.Packages.props', 'global.json', '.editorconfig' | ForEach-Object { Get-Item -LiteralPath (Join-Path $root $_) -Force -ErrorAction SilentlyContinue }
    @($sources) + @($settings)
}

function Test-Current {
    if (-not (Test-Path -LiteralPath $program) -or -not (Test-Path -LiteralPath $stamp)) { return $false }
    $built = (Get-Item -LiteralPath $stamp).LastWriteTimeUtc
    -not (Get-Source | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1)
}

if (-not (Test-Current)) {
    if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
        [Console]::Error.WriteLine('corridorsim: the .NET 10 SDK is needed to build it; install it and try again.')
        exit 1
    }

    New-Item -ItemType Directory -Force -Path $obj | Out-Null
    # Two callers at once must not build into the same folders: whoever has the file open builds, the other waits.
    $lock = $null
    $told = $false
    while ($null -eq $lock) {
        try { $lock = [System.IO.File]::Open((Join-Path $obj 'corridorsim.open'), 'OpenOrCreate', 'ReadWrite', 'None') }
        catch [System.IO.IOException] {
            if (-not $told) { [Console]::Error.WriteLine('corridorsim: waiting for another build of the same folder...'); $told = $true }
            Start-Sleep -Seconds 1
        }
    }

    try {
        if (-not (Test-Current)) {
            [Console]::Error.WriteLine('corridorsim: building (once, about a minute); the result follows...')
            # What a program writes to its standard error is no error of this script.
            $ErrorActionPreference = 'Continue'
            $log = & dotnet build (Join-Path $cli 'CorridorSim.Cli.csproj') -c Release -p:RunAnalyzers=false -p:NuGetAudit=false -v q --nologo 2>&1
            if ($LASTEXITCODE -ne 0) {
                $log | Where-Object { "$_" -match ': error ' } | Sort-Object -Unique | ForEach-Object { [Console]::Error.WriteLine("$_") }
                [Console]::Error.WriteLine('corridorsim: the build failed; the lines above say where.')
                exit 1
            }

            Set-Content -LiteralPath $stamp -Value ''
        }
    }
    finally { $lock.Dispose() }
}

& $program @args
exit $LASTEXITCODE
