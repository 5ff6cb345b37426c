package org.triviumcrm.support.portal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.customer.CustomerPanel;
import org.triviumcrm.identity.Viewer;

/** Who of a customer is in the portal, as a panel of the customer's page. */
@Controller
class CustomerPortalController implements CustomerPanel {

    private final PortalAccountService accounts;

    CustomerPortalController(PortalAccountService accounts) {
        this.accounts = accounts;
    }

    @Override
    public String key() {
        return "portal";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.canAny("support.portal.invite", "support.portal.manage");
    }

    @Override
    public String url(long customerId) {
        return "/support/customers/" + customerId + "/portal";
    }

    @GetMapping("/support/customers/{customerId:\\d+}/portal")
    String panel(@PathVariable long customerId, Viewer viewer, Model model) {
        model.addAttribute("members", accounts.members(viewer, customerId));
        return "support/portal/members";
    }
}
