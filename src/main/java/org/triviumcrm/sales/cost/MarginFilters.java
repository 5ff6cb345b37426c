package org.triviumcrm.sales.cost;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.customer.MeasuredClassFilter;
import org.triviumcrm.shared.list.ListFilterSource;

/** Customers by their class in what they leave. */
@Configuration(proxyBeanMethods = false)
class MarginFilters {

    @Bean
    ListFilterSource customersByMarginClass(MarginMeasure measure) {
        return new MeasuredClassFilter(measure, "sales.cost.measure.class");
    }
}
