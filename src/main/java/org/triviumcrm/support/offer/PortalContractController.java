package org.triviumcrm.support.offer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.customer.OfferedQuotes;
import org.triviumcrm.shared.attachment.Download;
import org.triviumcrm.support.portal.PortalCustomer;
import org.triviumcrm.support.portal.PortalPage;

/** A customer's contracts: what they say, and what of it is due and paid. */
@Controller
@PortalPage
class PortalContractController {

    static final String LIST = "/portal/contracts";
    private static final String ONE = LIST + "/{id:\\d+}";

    private final PortalContractService contracts;

    PortalContractController(PortalContractService contracts) {
        this.contracts = contracts;
    }

    @GetMapping(LIST)
    String list(PortalCustomer me, Model model) {
        model.addAttribute("contracts", contracts.mine(me));
        return "support/offer/contracts";
    }

    @GetMapping(ONE)
    String show(@PathVariable long id, PortalCustomer me, Model model) {
        model.addAttribute("detail", contracts.find(me, id));
        contracts.opened(me, id);
        return "support/offer/contract";
    }

    @GetMapping(ONE + "/paper.pdf")
    void download(@PathVariable long id, PortalCustomer me, HttpServletResponse response) throws IOException {
        OfferedQuotes.File file = contracts.file(me, id);
        contracts.opened(me, id);
        Download.begin(response, file.name(), MediaType.APPLICATION_PDF_VALUE, file.bytes().length);
        response.getOutputStream().write(file.bytes());
    }
}
