package org.triviumcrm.customer.value;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.CustomerMeasure;
import org.triviumcrm.customer.VisibleCustomers;
import org.triviumcrm.identity.Viewer;

/** What customers are worth, one by one and all together. */
@Service
public class ValueService {

    private final CustomerValueRepository values;
    private final VisibleCustomers customers;
    private final ValueRuleRepository rules;
    private final ReckoningRepository reckoning;
    private final Measures measures;
    private final WorthRepository worth;
    private final MonthRepository months;

    ValueService(
            CustomerValueRepository values,
            VisibleCustomers customers,
            ValueRuleRepository rules,
            ReckoningRepository reckoning,
            Measures measures,
            WorthRepository worth,
            MonthRepository months) {
        this.values = values;
        this.customers = customers;
        this.rules = rules;
        this.reckoning = reckoning;
        this.measures = measures;
        this.worth = worth;
        this.months = months;
    }

    /**
     * Empty for whoever never brought anything, and before all were reckoned once.
     *
     * @throws org.triviumcrm.shared.web.NotFound when the viewer does not see the customer
     */
    @CanViewOneValue
    @Transactional(readOnly = true)
    public Optional<CustomerValue> of(Viewer viewer, long customerId) {
        customers.require(viewer, customerId);
        return values.of(customerId);
    }

    /** Empty before all were reckoned once. */
    @CanViewValues
    @Transactional(readOnly = true)
    Optional<ValueOverview> overview(Viewer viewer, CustomerMeasure asked) {
        CustomerMeasure measure = measures.of(viewer, asked.key());
        return Measures.isRevenue(measure)
                ? values.bounds().map(bounds -> ValueOverview.of(bounds, values.counts()))
                : worth.bounds(measure).map(bounds -> ValueOverview.ofMeasure(bounds, worth.counts(measure)));
    }

    @CanViewValues
    @Transactional(readOnly = true)
    SaveValueRules rules(Viewer viewer) {
        return rules.read();
    }

    /** All customers are reckoned by them within a minute. */
    @CanSetValueRules
    @Transactional
    void change(Viewer viewer, SaveValueRules input) {
        rules.write(input);
        if (Boolean.TRUE.equals(input.again())) {
            months.again();
        }
        reckoning.due();
    }
}
