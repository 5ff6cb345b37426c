package org.triviumcrm.sales.quota;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to be reached in a year, its quarters and its months; what is left empty is not said. */
public class SaveQuota {

    private static final int QUARTERS = 4;
    private static final int MONTHS = 12;

    @PositiveOrZero(message = "{sales.error.negative}")
    @Digits(integer = 15, fraction = 2, message = "{sales.error.amount}")
    private @Nullable BigDecimal year;

    private List<
                    @PositiveOrZero(message = "{sales.error.negative}")
                    @Digits(integer = 15, fraction = 2, message = "{sales.error.amount}") BigDecimal>
            quarters = blank(QUARTERS);

    private List<
                    @PositiveOrZero(message = "{sales.error.negative}")
                    @Digits(integer = 15, fraction = 2, message = "{sales.error.amount}") BigDecimal>
            months = blank(MONTHS);

    private static List<BigDecimal> blank(int size) {
        List<BigDecimal> amounts = new ArrayList<>();
        for (int at = 0; at < size; at++) {
            amounts.add(null);
        }
        return amounts;
    }

    static SaveQuota of(int year, Quotas said) {
        SaveQuota input = new SaveQuota();
        input.year = said.said(Period.year(year));
        Quotas.all(year).forEach(period -> {
            if (period.isQuarter()) {
                input.quarters.set(period.quarter() - 1, said.said(period));
            } else if (period.months() == 1) {
                input.months.set(period.start().getMonthValue() - 1, said.said(period));
            }
        });
        return input;
    }

    Quotas quotas(int year) {
        Map<Period, BigDecimal> said = new HashMap<>();
        Quotas.all(year).forEach(period -> {
            BigDecimal amount = period.isYear()
                    ? this.year
                    : period.isQuarter()
                            ? at(quarters, period.quarter() - 1)
                            : at(months, period.start().getMonthValue() - 1);
            if (amount != null) {
                said.put(period, amount);
            }
        });
        return new Quotas(said);
    }

    private static @Nullable BigDecimal at(List<BigDecimal> amounts, int at) {
        return at < amounts.size() ? amounts.get(at) : null;
    }

    public @Nullable BigDecimal getYear() {
        return year;
    }

    public void setYear(@Nullable BigDecimal year) {
        this.year = year;
    }

    public List<BigDecimal> getQuarters() {
        return quarters;
    }

    public void setQuarters(List<BigDecimal> quarters) {
        this.quarters = quarters;
    }

    public List<BigDecimal> getMonths() {
        return months;
    }

    public void setMonths(List<BigDecimal> months) {
        this.months = months;
    }
}
