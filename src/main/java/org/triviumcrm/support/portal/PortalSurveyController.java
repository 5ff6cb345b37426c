package org.triviumcrm.support.portal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What a customer was asked, and can answer still. */
@Controller
@PortalPage
class PortalSurveyController {

    private final PortalSurveyService surveys;

    PortalSurveyController(PortalSurveyService surveys) {
        this.surveys = surveys;
    }

    @GetMapping(PortalArea.PATH + "/surveys")
    String list(PortalCustomer me, Model model) {
        model.addAttribute("surveys", surveys.mine(me));
        return "support/portal/surveys";
    }
}
