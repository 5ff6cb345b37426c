package org.triviumcrm.marketing.participant;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.customer.CustomerPanel;
import org.triviumcrm.identity.Viewer;

/** The campaigns that a customer, or people who work there, take part in, as a panel of the customer's page. */
@Controller
class CustomerCampaignController implements CustomerPanel {

    private final CustomerCampaignService campaigns;

    CustomerCampaignController(CustomerCampaignService campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public String key() {
        return "campaigns";
    }

    @Override
    public int order() {
        return 19;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.can("marketing.campaign.view");
    }

    @Override
    public String url(long customerId) {
        return "/marketing/customers/" + customerId + "/campaigns";
    }

    @GetMapping("/marketing/customers/{customerId:\\d+}/campaigns")
    String ofCustomer(@PathVariable long customerId, Viewer viewer, Model model) {
        model.addAttribute("participations", campaigns.ofCustomer(viewer, customerId));
        return "marketing/participant/panel";
    }
}
