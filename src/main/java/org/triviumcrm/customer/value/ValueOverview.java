package org.triviumcrm.customer.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.MeasuredFilter;
import org.triviumcrm.customer.ValueClass;
import org.triviumcrm.customer.ValueSegment;

/**
 * What all customers are worth.
 *
 * @param classes how many are in each, and what they bring; the last line, without a name, are those who brought nothing within the time
 * @param segments the same by segment
 * @param grid customers by recency (the outer list, from 5 to 1) and frequency (from 1 to 5)
 */
public record ValueOverview(ValueBounds bounds, List<Line> classes, List<Line> segments, List<List<Square>> grid) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int FIFTHS = 5;

    /** @param share per cent of the revenue, null when there is none */
    public record Line(
            @Nullable String name,
            long customers,
            BigDecimal revenue,
            @Nullable BigDecimal share) {}

    /** @param strength from 0 for none to 4 for the fullest square */
    public record Square(int recency, int frequency, long customers, int strength) {

        /** As the filter of customers has it. */
        public String getName() {
            return MeasuredFilter.square(recency, frequency);
        }
    }

    /** By revenue. */
    static ValueOverview of(ValueBounds bounds, List<ValueCount> counts) {
        return of(bounds, counts, sum(counts));
    }

    /** By a measure that can be a loss: shares are of what is brought without the losses, which have none. */
    static ValueOverview ofMeasure(ValueBounds bounds, List<ValueCount> counts) {
        ValueOverview all = of(bounds, counts, bounds.revenue());
        return new ValueOverview(
                bounds,
                all.classes.stream()
                        .map(line ->
                                line.name() == null ? new Line(null, line.customers(), line.revenue(), null) : line)
                        .toList(),
                all.segments,
                all.grid);
    }

    private static ValueOverview of(ValueBounds bounds, List<ValueCount> counts, BigDecimal all) {
        return new ValueOverview(
                bounds,
                lines(
                        counts,
                        all,
                        Arrays.asList(ValueClass.A, ValueClass.B, ValueClass.C, null),
                        ValueCount::valueClass),
                lines(counts, all, List.of(ValueSegment.values()), ValueCount::segment),
                grid(counts.stream().filter(count -> count.segment() != null).toList()));
    }

    /** All who ever brought anything. */
    public long customers() {
        return classes.stream().mapToLong(Line::customers).sum();
    }

    private static <T extends Enum<T>> List<Line> lines(
            List<ValueCount> counts, BigDecimal all, List<T> names, Function<ValueCount, @Nullable T> nameOf) {
        return names.stream()
                .map(name -> line(
                        name == null ? null : name.name(),
                        counts.stream()
                                .filter(count -> nameOf.apply(count) == name)
                                .toList(),
                        all))
                .toList();
    }

    private static Line line(@Nullable String name, List<ValueCount> counts, BigDecimal all) {
        BigDecimal revenue = sum(counts);
        return new Line(
                name,
                customers(counts, count -> true),
                revenue,
                all.signum() == 0 ? null : revenue.multiply(HUNDRED).divide(all, 1, RoundingMode.HALF_UP));
    }

    private static List<List<Square>> grid(List<ValueCount> counts) {
        long[][] found = new long[FIFTHS + 1][FIFTHS + 1];
        counts.forEach(count -> found[count.recency()][count.frequency()] += count.customers());
        long most = Arrays.stream(found).flatMapToLong(Arrays::stream).max().orElse(0);
        return IntStream.iterate(FIFTHS, recency -> recency >= 1, recency -> recency - 1)
                .mapToObj(recency -> IntStream.rangeClosed(1, FIFTHS)
                        .mapToObj(frequency -> square(recency, frequency, found[recency][frequency], most))
                        .toList())
                .toList();
    }

    private static Square square(int recency, int frequency, long customers, long most) {
        return new Square(recency, frequency, customers, customers == 0 ? 0 : (int) (1 + 3 * customers / most));
    }

    private static long customers(List<ValueCount> counts, Predicate<ValueCount> which) {
        return counts.stream().filter(which).mapToLong(ValueCount::customers).sum();
    }

    private static BigDecimal sum(List<ValueCount> counts) {
        return counts.stream().map(ValueCount::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
