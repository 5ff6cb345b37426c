package org.triviumcrm.sales.receivable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.customer.MeasuredFilter;
import org.triviumcrm.shared.list.ListFilterSource;

/** Customers by how they stand in what has come in. */
@Configuration(proxyBeanMethods = false)
class ReceiptFilters {

    @Bean
    ListFilterSource customersByReceiptClass(ReceiptMeasure measure) {
        return MeasuredFilter.classes(measure, "sales.receivable.measure.class");
    }

    @Bean
    ListFilterSource customersByReceiptSegment(ReceiptMeasure measure) {
        return MeasuredFilter.segments(measure, "sales.receivable.measure.segment");
    }

    @Bean
    ListFilterSource customersByReceiptSquare(ReceiptMeasure measure) {
        return MeasuredFilter.squares(measure, "sales.receivable.measure.square");
    }
}
