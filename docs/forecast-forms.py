"""Other forms of the default forecast, chosen on months before 2023 (docs/forecasts.md, why this form).

Runs a backtest from each origin with the parameters that were fitted before it, and prints root mean square errors of log(1 + flow).
The state of the model at the origin is worked out of the first half year of the default forecast, whose share of the model's change and fade are known.
"""
import csv
import math
import pathlib
import statistics
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
RECORD = ROOT / "scenarios/worlds/americas/observations.csv"
ORIGINS = {"holdout-2021": "2022-01", "holdout-2022-06": "2022-07", "holdout-2022-09": "2022-10", "holdout-2022": "2023-01", "holdout-2023-06": "2023-07"}
BORDER, DARIEN, LAST = "encounters-between-ports:MEX>USA", "irregular-entries:COL>PAN", "2023-12"


def number(month):
    return int(month[:4]) * 12 + int(month[5:]) - 1


def month_of(n):
    return f"{n // 12:04d}-{n % 12 + 1:02d}"


def log(value):
    return math.log1p(value)


def table(path):
    return list(csv.DictReader(line for line in path.read_text().splitlines() if not line.startswith("#")))


# Totals have the same.
SHARE, FADE = next((float(r["weight"]), float(r["fade"])) for r in table(ROOT / "scenarios/worlds/americas/forecast-errors.csv") if r["kind"] == "nationality")


def forecasts():
    """One dictionary a month, series and origin."""
    counted = {(r["series"], r["nationality"], r["month"]): float(r["value"]) for r in table(RECORD) if r["value"]}
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for scenario, origin in ORIGINS.items():
            out = pathlib.Path(folder) / f"{scenario}.csv"
            months = number(LAST) - number(origin) + 1
            subprocess.run(
                [ROOT / "corridorsim", "backtest", f"scenarios/{scenario}.yaml", "--observations", RECORD, "--from", origin, "--months", str(months), "--csv", out, "--quiet"],
                cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            series = {}
            for r in table(out):
                if r["observed"] and r["model"] and r["month"] >= origin and r["series"] in (BORDER, DARIEN):
                    series.setdefault((r["series"], r["nationality"]), []).append(r)
            for key, months_of in series.items():
                past = [counted.get((*key, month_of(number(origin) - back))) for back in (3, 2, 1)]
                year = [counted.get((*key, month_of(number(origin) - back))) for back in (15, 14, 13)]
                if None in past or None in year:
                    continue
                anchor = log(statistics.mean(past))
                start = statistics.median(state(r, number(origin), anchor) for r in months_of if number(r["month"]) < number(origin) + 6)
                for r in months_of:
                    rows.append({
                        "key": key, "origin": origin, "month": r["month"], "ahead": number(r["month"]) - number(origin) + 1, "observed": log(float(r["observed"])),
                        "model": log(float(r["model"])), "start": start, "anchor": anchor, "last": log(past[-1]), "drift": (anchor - log(statistics.mean(year))) / 12})
    return rows


def state(row, origin, anchor):
    """What the model had at the origin, from one month of the default forecast."""
    kept, model = (1 - FADE) ** (number(row["month"]) - origin + 1), log(float(row["model"]))
    return model - ((log(float(row["median"])) - (1 - kept) * model) / kept - anchor) / SHARE


def form(share=SHARE, drift=0.0, last=0.0, fade=FADE):
    """The default with another share, a fading drift, the last month in the anchor, or a state that fades."""
    def value(r):
        fading = 0.85 * (1 - 0.85 ** r["ahead"]) / 0.15
        kept = r["anchor"] + last * (r["last"] - r["anchor"]) + share * (r["model"] - r["start"]) + drift * r["drift"] * fading
        weight = (1 - fade) ** r["ahead"]
        return weight * kept + (1 - weight) * r["model"]
    return value


def error(rows, value):
    return math.sqrt(statistics.mean((value(r) - r["observed"]) ** 2 for r in rows)) if rows else math.nan


def main():
    rows = forecasts()
    groups = {
        "between ports, 15 nationalities": [r for r in rows if r["key"][0] == BORDER and r["key"][1] not in ("ALL", "OTH")],
        "Darien, total": [r for r in rows if r["key"] == (DARIEN, "ALL")],
    }
    forms = {
        "the default": form(),
        **{f"share {share}": form(share) for share in (0, 0.25, 0.5, 1)},
        **{f"fade {fade}": form(fade=fade) for fade in (0, 0.05, 0.2)},
        "the model as it is": form(fade=1),
        "a quarter of the drift": form(drift=0.25),
        "last month by half": form(last=0.5),
    }
    for group, of in groups.items():
        before, after = [r for r in of if r["month"] < "2023-01"], [r for r in of if r["month"] >= "2023-01"]
        held = [r for r in of if r["origin"] == "2023-01"]
        print(f"{group}: before 2023, in 2023 from all origins, in 2023 from January 2023")
        for name, value in forms.items():
            print(f"  {name:36s} {error(before, value):5.2f} {error(after, value):5.2f} {error(held, value):5.2f}")


if __name__ == "__main__":
    main()
