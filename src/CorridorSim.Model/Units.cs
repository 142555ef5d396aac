namespace CorridorSim.Model;

/// <summary>Units of inputs, sizes and indicators as files, tables and figures name them, and what turns one into another.</summary>
public static class Units
{
    /// <summary>A share, 0 to 1.</summary>
    public const string Share = "share";

    /// <summary>A factor.</summary>
    public const string Factor = "factor";

    /// <summary>Yes or no.</summary>
    public const string TrueOrFalse = "true or false";

    /// <summary>People.</summary>
    public const string Persons = "persons";

    /// <summary>End of the units of flows.</summary>
    public const string EachMonth = "/month";

    /// <summary>People a month.</summary>
    public const string PersonsPerMonth = Persons + EachMonth;

    /// <summary>People a year.</summary>
    public const string PersonsPerYear = Persons + "/year";

    /// <summary>A rate.</summary>
    public const string PerMonth = "per month";

    /// <summary>Days.</summary>
    public const string Days = "days";

    /// <summary>Months.</summary>
    public const string Months = "months";

    /// <summary>Deaths among those who travel a leg.</summary>
    public const string DeathsPerPerson = "deaths per person";

    /// <summary>A month of the calendar, 1 to 12.</summary>
    public const string MonthOfYear = "month of the year";

    /// <summary>Logarithm of a ratio; also what people weigh ways by.</summary>
    public const string LogUnits = "log units";

    /// <summary>Money.</summary>
    public const string ThousandUsd = "thousand USD";

    /// <summary>Months of a year.</summary>
    public const int MonthsOfYear = 12;
}
