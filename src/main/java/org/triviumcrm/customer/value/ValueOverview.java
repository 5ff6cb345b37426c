package org.triviumcrm.customer.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.ValueClass;

/**
 * What all customers are worth.
 *
 * @param classes how many are in each, and what they bring; the last line, without a name, are those who brought nothing within the time
 * @param segments the same by segment; none where only revenue tells them
 * @param grid customers by recency (the outer list, from 5 to 1) and frequency (from 1 to 5); empty as well
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

    /** Customers of one class, and what they bring. */
    record Classed(@Nullable ValueClass valueClass, long customers, BigDecimal amount) {}

    /** @param strength from 0 for none to 4 for the fullest square */
    public record Square(int recency, int frequency, long customers, int strength) {}

    static ValueOverview of(ValueBounds bounds, List<ValueCount> counts) {
        BigDecimal all = sum(counts);
        return new ValueOverview(
                bounds,
                lines(
                        counts,
                        all,
                        Arrays.asList(ValueClass.A, ValueClass.B, ValueClass.C, null),
                        ValueCount::valueClass),
                lines(counts, all, List.of(ValueSegment.values()), ValueCount::segment),
                grid(counts));
    }

    /** By classes alone, of a measure that says nothing of when and how often. Shares are of what is brought without the losses. */
    static ValueOverview ofClasses(ValueBounds bounds, List<Classed> classes) {
        return new ValueOverview(
                bounds,
                Arrays.asList(ValueClass.A, ValueClass.B, ValueClass.C, null).stream()
                        .map(one -> classed(one, bounds.revenue(), classes))
                        .toList(),
                List.of(),
                List.of());
    }

    private static Line classed(@Nullable ValueClass one, BigDecimal all, List<Classed> classes) {
        Classed found = classes.stream()
                .filter(some -> some.valueClass() == one)
                .findFirst()
                .orElse(new Classed(one, 0, BigDecimal.ZERO));
        return new Line(
                one == null ? null : one.name(),
                found.customers(),
                found.amount(),
                one == null || all.signum() == 0
                        ? null
                        : found.amount().multiply(HUNDRED).divide(all, 1, RoundingMode.HALF_UP));
    }

    /** All who ever brought anything. */
    public long customers() {
        return classes.stream().mapToLong(Line::customers).sum();
    }

    private static <T extends Enum<T>> List<Line> lines(
            List<ValueCount> counts, BigDecimal all, List<T> names, Function<ValueCount, T> nameOf) {
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
