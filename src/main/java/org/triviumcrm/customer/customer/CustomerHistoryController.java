package org.triviumcrm.customer.customer;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.FieldHistory;
import org.triviumcrm.shared.history.HistoryPage;

/** Who changed what in a customer. */
@Controller
class CustomerHistoryController {

    private final CustomerService customers;
    private final FieldHistory history;

    CustomerHistoryController(CustomerService customers, FieldHistory history) {
        this.customers = customers;
        this.history = history;
    }

    @GetMapping("/customers/{id:\\d+}/history")
    String show(@PathVariable long id, Viewer viewer, Locale locale, HtmxRequest request, Model model) {
        String name = customers.page(viewer, id).name();
        return HistoryPage.of(model, request, "customers", name, history.of("customer", id, HistoryPage.SIZE, locale));
    }
}
