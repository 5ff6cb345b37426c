package org.triviumcrm.sales.quote;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.customer.OpportunityPanel;
import org.triviumcrm.identity.Viewer;

/** The quotes of an opportunity, as a panel of its page. */
@Controller
class OpportunityQuoteController implements OpportunityPanel {

    private final QuotePanelService quotes;

    OpportunityQuoteController(QuotePanelService quotes) {
        this.quotes = quotes;
    }

    @Override
    public String key() {
        return "quotes";
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.can("sales.quote.view");
    }

    @Override
    public String url(long opportunityId) {
        return "/sales/opportunities/" + opportunityId + "/quotes";
    }

    @GetMapping("/sales/opportunities/{id:\\d+}/quotes")
    String ofOpportunity(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("quotes", quotes.ofOpportunity(viewer, id));
        model.addAttribute("create", "/sales/quotes/new?opportunityId=" + id);
        return "sales/quote/panel";
    }
}
