package org.triviumcrm.sales.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.triviumcrm.shared.list.ListLink;

/**
 * What is owed, by how long it has been due, in the company's currency.
 *
 * @param total of all customers that the viewer sees
 * @param rows the customers who owe most, of what is due
 * @param others whether there are more of them
 */
public record Ageing(LocalDate today, String currency, Row total, List<Row> rows, boolean others) {

    /** How many days it is late, the last open-ended. */
    static final List<Integer> LIMITS = List.of(0, 30, 60, 90);

    /**
     * What one owes.
     *
     * @param customerId 0 for all of them
     * @param amounts not due yet, then one for each of {@link #LIMITS}: late by up to 30 days, 60, 90, and more
     */
    public record Row(long customerId, String name, List<BigDecimal> amounts) {

        public BigDecimal due() {
            return amounts.stream().skip(1).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        public BigDecimal all() {
            return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** Where the rows of one age are. @param age as in {@link Row#amounts} */
    public String href(Row row, int age) {
        LocalDate from = age == 0 ? today : age == LIMITS.size() ? null : today.minusDays(LIMITS.get(age));
        LocalDate to = age == 0 ? null : today.minusDays(1L + LIMITS.get(age - 1));
        ListLink link = ListLink.to(ReceivableLists.INSTALMENTS)
                .is("state", "OPEN", "PARTLY")
                .is("binding", "yes");
        if (row.customerId() != 0) {
            link = link.is("customer", row.customerId());
        }
        return link.days("dueOn", from, to).toString();
    }

    /** Limits of the ages in days: from, and to where it ends. */
    public List<String> ages() {
        List<String> ages = new ArrayList<>();
        for (int at = 0; at < LIMITS.size(); at++) {
            ages.add(at + 1 < LIMITS.size() ? (LIMITS.get(at) + 1) + "–" + LIMITS.get(at + 1) : "> " + LIMITS.get(at));
        }
        return ages;
    }
}
