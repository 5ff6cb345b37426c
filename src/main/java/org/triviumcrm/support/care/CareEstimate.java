package org.triviumcrm.support.care;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan comes to if everything is done for the customers of now.
 *
 * @param customers whom it is for
 * @param cost of all times of all lines that are counted, in the company's currency
 */
public record CareEstimate(long customers, List<Times> lines, BigDecimal cost) {

    private static final long SOME_CUSTOMER = 1;

    /**
     * @param times how often for each customer; null where that depends on contacts and contracts
     * @param cost of all of them
     */
    public record Times(CareLine line, @Nullable Integer times, BigDecimal cost) {}

    static CareEstimate of(CarePlan plan, long customers) {
        List<Times> lines = plan.getLines().stream()
                .map(line -> times(plan, line, customers))
                .toList();
        return new CareEstimate(
                customers, lines, lines.stream().map(Times::cost).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static Times times(CarePlan plan, CareLine line, long customers) {
        if (line.getRhythm().hasOccasions()) {
            return new Times(line, null, BigDecimal.ZERO);
        }
        LocalDate bought = plan.getStartsOn().minusYears(1);
        int times = CareDays.of(
                        line,
                        plan.getStartsOn(),
                        plan.getEndsOn(),
                        SOME_CUSTOMER,
                        bought,
                        plan.getStartsOn(),
                        plan.getEndsOn())
                .size();
        return new Times(line, times, line.getCost().multiply(BigDecimal.valueOf(times * customers)));
    }

    /** Whether doing all of it costs more than the plan may spend. */
    public boolean isOver(BigDecimal budget) {
        return cost.compareTo(budget) > 0;
    }
}
