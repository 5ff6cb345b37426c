package org.triviumcrm.customer.value;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomerMeasure;
import org.triviumcrm.shared.list.ListReader;
import org.triviumcrm.shared.web.NotFound;

/** What customers are weighed by. */
@Component
class Measures {

    private final List<CustomerMeasure> all;

    /** @throws IllegalStateException when two have the same key, or one a key that can't be kept */
    Measures(List<CustomerMeasure> all) {
        this.all = List.copyOf(all);
        if (all.stream().map(CustomerMeasure::key).distinct().count() < all.size()
                || !all.stream().allMatch(one -> one.key().matches("[A-Z]{1,20}"))) {
            throw new IllegalStateException("Measures are told apart by a few capital letters");
        }
    }

    List<CustomerMeasure> all() {
        return all;
    }

    /** All but revenue, which is kept up to date with each customer. */
    List<CustomerMeasure> others() {
        return all.stream().filter(one -> !isRevenue(one)).toList();
    }

    List<CustomerMeasure> of(ListReader reader) {
        return all.stream().filter(one -> one.isFor(reader)).toList();
    }

    /**
     * Revenue, where nothing is asked for.
     *
     * @throws NotFound when there is no such measure for this reader
     */
    CustomerMeasure of(ListReader reader, @Nullable String key) {
        return of(reader).stream()
                .filter(one -> Objects.equals(one.key(), key == null || key.isEmpty() ? RevenueMeasure.KEY : key))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    static boolean isRevenue(CustomerMeasure measure) {
        return RevenueMeasure.KEY.equals(measure.key());
    }
}
