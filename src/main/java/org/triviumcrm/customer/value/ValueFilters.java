package org.triviumcrm.customer.value;

import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.customer.MeasuredFilter;
import org.triviumcrm.customer.ValueClass;
import org.triviumcrm.customer.ValueSegment;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListFilterSource;

/** Customers by their value, and contacts by that of their customers. */
@Configuration(proxyBeanMethods = false)
class ValueFilters {

    static final String SQUARE = "valueSquare";
    static final String SEGMENT = "valueSegment";

    @Bean
    ListFilterSource byValueClass() {
        return source("valueClass", "value_class", ValueClass.class, "customer.value.class");
    }

    @Bean
    ListFilterSource byValueSegment() {
        return source(SEGMENT, "segment", ValueSegment.class, "customer.value.segment");
    }

    @Bean
    ListFilterSource byValueSquare() {
        ListColumn square = ListColumn.filterOnly(
                SQUARE,
                "customer.value.square",
                MeasuredFilter.squares("select w.customer_id from customer_value w where"));
        return noun -> "customer".equals(noun) ? Optional.of(square) : Optional.empty();
    }

    private static ListFilterSource source(String key, String column, Class<? extends Enum<?>> values, String message) {
        Choices choices = Choices.keptIn("customer_value", "customer_id", column, values, message);
        Function<String, ListColumn> of = customer -> ListColumn.choice(
                        key,
                        "(select v." + column + " from customer_value v where v.customer_id = " + customer + ")",
                        choices)
                .titled(message)
                .filterable(customer, choices);
        return noun -> switch (noun) {
            case "customer" -> Optional.of(of.apply("c.id"));
            case "contact" -> Optional.of(of.apply("c.customer_id"));
            default -> Optional.empty();
        };
    }
}
