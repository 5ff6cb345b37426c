package org.triviumcrm.customer.value;

import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListFilterSource;

/** Customers by their value, and contacts by that of their customers. */
@Configuration(proxyBeanMethods = false)
class ValueFilters {

    @Bean
    ListFilterSource byValueClass() {
        return source("valueClass", "value_class", ValueClass.class, "customer.value.class");
    }

    @Bean
    ListFilterSource byValueSegment() {
        return source("valueSegment", "segment", ValueSegment.class, "customer.value.segment");
    }

    private static ListFilterSource source(String key, String column, Class<? extends Enum<?>> values, String message) {
        BiFunction<String, String, ListColumn> of = (owner, ids) -> {
            Choices choices = Choices.of(values, message, ids.formatted("v." + column + " in (%1$s)"));
            return ListColumn.choice(
                            key,
                            "(select v." + column + " from customer_value v where v.customer_id = c." + owner + ")",
                            choices)
                    .titled(message)
                    .filterableThrough(choices);
        };
        return noun -> switch (noun) {
            case "customer" -> Optional.of(of.apply("id", "select v.customer_id from customer_value v where %s"));
            case "contact" ->
                Optional.of(
                        of.apply(
                                "customer_id",
                                "select k.id from contact k where k.customer_id in (select v.customer_id from customer_value v where %s)"));
            default -> Optional.empty();
        };
    }
}
