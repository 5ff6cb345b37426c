package org.triviumcrm.customer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListFilterSource;
import org.triviumcrm.shared.list.ListReader;

/** Customers by how they stand in a measure; whoever declares a {@link CustomerMeasure} declares a filter of each kind for it. */
public final class MeasuredFilter implements ListFilterSource {

    private static final int FIFTHS = 5;

    private final CustomerMeasure measure;
    private final ListColumn column;

    private MeasuredFilter(CustomerMeasure measure, ListColumn column) {
        this.measure = measure;
        this.column = column;
    }

    /** By class. @param title message of the filter's name */
    public static MeasuredFilter classes(CustomerMeasure measure, String title) {
        Choices choices =
                Choices.of(ValueClass.class, "customer.value.class", of(measure) + " and w.value_class in (%1$s)");
        return new MeasuredFilter(measure, ListColumn.filterOnly(classKey(measure), title, choices));
    }

    /** By recency, frequency and monetary value together. @param title message of the filter's name */
    public static MeasuredFilter segments(CustomerMeasure measure, String title) {
        Choices choices =
                Choices.of(ValueSegment.class, "customer.value.segment", of(measure) + " and w.segment in (%1$s)");
        return new MeasuredFilter(measure, ListColumn.filterOnly(segmentKey(measure), title, choices));
    }

    /** By the square of the grid of recency and frequency. @param title message of the filter's name */
    public static MeasuredFilter squares(CustomerMeasure measure, String title) {
        return new MeasuredFilter(
                measure, ListColumn.filterOnly(squareKey(measure), title, squares(of(measure) + " and")));
    }

    private static String of(CustomerMeasure measure) {
        return "select w.customer_id from customer_worth w where w.measure = '" + measure.key() + "'";
    }

    /**
     * Squares of a grid, see {@link #square}.
     *
     * @param query for the ids of customers, to be ended by a condition on {@code w}, which has recency and frequency
     */
    public static Choices squares(String query) {
        List<String> names = IntStream.rangeClosed(1, FIFTHS)
                .boxed()
                .flatMap(recency -> IntStream.rangeClosed(1, FIFTHS).mapToObj(frequency -> square(recency, frequency)))
                .toList();
        String known = names.stream()
                .map(name -> "('" + name + "', " + name.replace("-", "") + ")")
                .collect(Collectors.joining(", "));
        return Choices.texts(
                names,
                query + " w.recency * 10 + w.frequency in (select k.square from (values " + known
                        + ") k (name, square) where k.name in (%1$s))");
    }

    /** What a square is called in addresses: 5-3 is who brought something most recently, and in the middle as often as others. */
    public static String square(int recency, int frequency) {
        return recency + "-" + frequency;
    }

    /** What the filter by class is called in addresses. */
    public static String classKey(CustomerMeasure measure) {
        return key(measure) + "Class";
    }

    /** What the filter by {@link ValueSegment} is called in addresses. */
    public static String segmentKey(CustomerMeasure measure) {
        return key(measure) + "Segment";
    }

    /** What the filter by square is called in addresses. */
    public static String squareKey(CustomerMeasure measure) {
        return key(measure) + "Square";
    }

    private static String key(CustomerMeasure measure) {
        return measure.key().toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<ListColumn> filter(String noun) {
        return "customer".equals(noun) ? Optional.of(column) : Optional.empty();
    }

    @Override
    public boolean isFor(ListReader reader) {
        return measure.isFor(reader) && reader.can("customer.value.view");
    }
}
