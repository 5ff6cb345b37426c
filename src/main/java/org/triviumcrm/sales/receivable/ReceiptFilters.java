package org.triviumcrm.sales.receivable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.customer.MeasuredClassFilter;
import org.triviumcrm.shared.list.ListFilterSource;

/** Customers by their class in what has come in. */
@Configuration(proxyBeanMethods = false)
class ReceiptFilters {

    @Bean
    ListFilterSource customersByReceiptClass(ReceiptMeasure measure) {
        return new MeasuredClassFilter(measure, "sales.receivable.measure.class");
    }
}
