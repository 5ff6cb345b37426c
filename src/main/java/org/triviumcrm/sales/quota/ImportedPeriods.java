package org.triviumcrm.sales.quota;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Months, quarters and years as files write them: {@code 2026}, {@code 2026-Q4}, {@code Q4 2026}, {@code 2026/11}, {@code 2026年四季度}. */
final class ImportedPeriods {

    private static final Pattern YEAR = Pattern.compile("(20\\d\\d)年?");
    private static final Pattern QUARTER = Pattern.compile("(20\\d\\d)[-/. 年]*第?(?:Q([1-4])|([1-4一二三四])季度?)");
    private static final Pattern QUARTER_FIRST = Pattern.compile("Q([1-4])[-/. ]*(20\\d\\d)");
    private static final Pattern MONTH = Pattern.compile("(20\\d\\d)[-/.年](\\d{1,2})月?");
    private static final String NUMERALS = "一二三四";
    private static final int MONTHS = 3;

    private ImportedPeriods() {}

    /** Empty for what is none. */
    static Optional<Period> read(String written) {
        String text = written.strip().toUpperCase(Locale.ROOT);
        Matcher year = YEAR.matcher(text);
        if (year.matches()) {
            return Optional.of(Period.year(Integer.parseInt(year.group(1))));
        }
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            String number = quarter.group(2) == null ? quarter.group(3) : quarter.group(2);
            int numeral = NUMERALS.indexOf(number) + 1;
            return Optional.of(quarter(quarter.group(1), numeral == 0 ? Integer.parseInt(number) : numeral));
        }
        Matcher first = QUARTER_FIRST.matcher(text);
        if (first.matches()) {
            return Optional.of(quarter(first.group(2), Integer.parseInt(first.group(1))));
        }
        Matcher month = MONTH.matcher(text);
        try {
            return month.matches()
                    ? Optional.of(Period.month(
                            YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)))))
                    : Optional.empty();
        } catch (DateTimeException noMonth) {
            return Optional.empty();
        }
    }

    private static Period quarter(String year, int number) {
        return new Period(YearMonth.of(Integer.parseInt(year), (number - 1) * MONTHS + 1), MONTHS);
    }
}
