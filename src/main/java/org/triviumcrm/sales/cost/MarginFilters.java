package org.triviumcrm.sales.cost;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.customer.MeasuredFilter;
import org.triviumcrm.shared.list.ListFilterSource;

/** Customers by how they stand in what they leave. */
@Configuration(proxyBeanMethods = false)
class MarginFilters {

    @Bean
    ListFilterSource customersByMarginClass(MarginMeasure measure) {
        return MeasuredFilter.classes(measure, "sales.cost.measure.class");
    }

    @Bean
    ListFilterSource customersByMarginSegment(MarginMeasure measure) {
        return MeasuredFilter.segments(measure, "sales.cost.measure.segment");
    }

    @Bean
    ListFilterSource customersByMarginSquare(MarginMeasure measure) {
        return MeasuredFilter.squares(measure, "sales.cost.measure.square");
    }
}
