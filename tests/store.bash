# What the scripts about the run store share. $program and $work are set by who sources it.

# A small scenario in $work/made and a sweep of it: make_small ID POINTS
make_small() {
  "$program" new "$work/made" --tiny >/dev/null
  cat >"$work/made/$1.sweep.yaml" <<SWEEP
corridorsim: 1
id: $1
base: displaced-schemes.yaml
set: { horizon.to: 2022-12 }
factors:
  places: { path: measures.GBR.family-scheme.places-per-month, kind: lever, range: [2000, 20000] }
design: { kind: latin-hypercube, points: $2 }
replicates: 1
record: [admissions]
SWEEP
}
