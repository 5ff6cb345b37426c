package org.triviumcrm.customer;

import java.util.Locale;
import java.util.Optional;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListFilterSource;
import org.triviumcrm.shared.list.ListReader;

/** Customers by their class in a measure; whoever declares a {@link CustomerMeasure} declares this filter of it. */
public final class MeasuredClassFilter implements ListFilterSource {

    private final CustomerMeasure measure;
    private final String title;

    /** @param title message of the filter's name */
    public MeasuredClassFilter(CustomerMeasure measure, String title) {
        this.measure = measure;
        this.title = title;
    }

    /** What the filter is called in addresses. */
    public static String key(CustomerMeasure measure) {
        return measure.key().toLowerCase(Locale.ROOT) + "Class";
    }

    @Override
    public Optional<ListColumn> filter(String noun) {
        return "customer".equals(noun)
                ? Optional.of(ListColumn.filterOnly(
                        key(measure),
                        title,
                        Choices.of(
                                ValueClass.class,
                                "customer.value.class",
                                "select w.customer_id from customer_worth w where w.measure = '" + measure.key()
                                        + "' and w.value_class in (%1$s)")))
                : Optional.empty();
    }

    @Override
    public boolean isFor(ListReader reader) {
        return measure.isFor(reader) && reader.can("customer.value.view");
    }
}
