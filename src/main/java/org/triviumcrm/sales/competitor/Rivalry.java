package org.triviumcrm.sales.competitor;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.list.ListLink;

/**
 * How it goes against a competitor, of what the viewer sees; amounts in the company's currency.
 *
 * @param record of the last twelve months
 * @param months of the same, the earliest first; those without any are left out
 * @param open the greatest
 * @param losses the latest
 * @param lost of the same months as the record, by reason, product, stage and person; of each the most frequent
 */
public record Rivalry(Record record, List<Month> months, List<Open> open, List<Loss> losses, List<Lost> lost) {

    /** What was lost in one cut. */
    public List<Lost> lostBy(String cut) {
        return lost.stream().filter(one -> one.cut().equals(cut)).toList();
    }

    /** What was lost besides those that a cut shows; null when it shows all. */
    public @Nullable Lost restOf(String cut) {
        List<Lost> shown = lostBy(cut);
        long count = record.lost() - shown.stream().mapToLong(Lost::count).sum();
        BigDecimal amount = shown.stream().map(Lost::amount).reduce(record.lostAmount(), BigDecimal::subtract);
        return count <= 0 ? null : new Lost(cut, 0, null, count, amount);
    }

    /**
     * @param cut the column of the list of opportunities: lostReason, product, lostStage or owner
     * @param id 0 and no name for what names none
     */
    public record Lost(String cut, long id, @Nullable String name, long count, BigDecimal amount) {}

    /** @param since the first day of what is counted as won and lost */
    public record Record(
            long id,
            String name,
            boolean active,
            LocalDate since,
            long won,
            BigDecimal wonAmount,
            long lost,
            BigDecimal lostAmount,
            long open,
            BigDecimal openAmount) {

        /** Share of the won ones in percent; null when nothing was decided. */
        public @Nullable Long rate() {
            return won + lost == 0 ? null : Math.round(100.0 * won / (won + lost));
        }

        public String wonHref() {
            return decided("WON", since, null);
        }

        public String lostHref() {
            return decided("LOST", since, null);
        }

        public String openHref() {
            return ListLink.to("/sales/opportunities")
                    .is("state", "OPEN")
                    .is("competitor", id)
                    .toString();
        }

        /** Of one month. */
        public String monthHref(Month month, String state) {
            return decided(state, month.month(), month.month().plusMonths(1).minusDays(1));
        }

        /** Of one reason, product, stage or person. */
        public String lostHref(Lost lost) {
            ListLink all = all("LOST", since, null);
            return (lost.id() == 0 ? all.empty(lost.cut()) : all.is(lost.cut(), lost.id())).toString();
        }

        private String decided(String state, LocalDate from, @Nullable LocalDate to) {
            return all(state, from, to).toString();
        }

        private ListLink all(String state, LocalDate from, @Nullable LocalDate to) {
            return ListLink.to("/sales/opportunities")
                    .is("state", state)
                    .is("competitor", id)
                    .days("closedOn", from, to);
        }
    }

    /** @param month its first day */
    public record Month(LocalDate month, long won, BigDecimal wonAmount, long lost, BigDecimal lostAmount) {

        public YearMonth yearMonth() {
            return YearMonth.from(month);
        }

        public @Nullable Long rate() {
            return won + lost == 0 ? null : Math.round(100.0 * won / (won + lost));
        }
    }

    public record Open(
            long id,
            String name,
            @Nullable String customer,
            String stage,
            String owner,
            @Nullable BigDecimal amount,
            String currency) {}

    public record Loss(
            long id,
            String name,
            @Nullable String customer,
            @Nullable String reason,
            @Nullable String note,
            @Nullable BigDecimal amount,
            String currency,
            LocalDate closedOn) {}
}
