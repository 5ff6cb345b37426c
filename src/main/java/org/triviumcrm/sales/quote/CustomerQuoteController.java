package org.triviumcrm.sales.quote;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.customer.CustomerPanel;
import org.triviumcrm.identity.Viewer;

/** The quotes of a customer, as a panel of the customer's page. */
@Controller
class CustomerQuoteController implements CustomerPanel {

    private final QuotePanelService quotes;

    CustomerQuoteController(QuotePanelService quotes) {
        this.quotes = quotes;
    }

    @Override
    public String key() {
        return "quotes";
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.can("sales.quote.view");
    }

    @Override
    public String url(long customerId) {
        return "/sales/customers/" + customerId + "/quotes";
    }

    @GetMapping("/sales/customers/{customerId}/quotes")
    String ofCustomer(@PathVariable long customerId, Viewer viewer, Model model) {
        model.addAttribute("quotes", quotes.ofCustomer(viewer, customerId));
        model.addAttribute("create", "/sales/quotes/new?customerId=" + customerId);
        return "sales/quote/panel";
    }
}
