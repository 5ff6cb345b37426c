package org.triviumcrm.marketing.lead;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** Beginning with a lead, giving it up, and taking it up again. */
@Controller
class LeadStateController {

    private static final String ONE = LeadList.PATH + "/{id:\\d+}";

    private final LeadService leads;

    LeadStateController(LeadService leads) {
        this.leads = leads;
    }

    @PostMapping(ONE + "/work")
    String work(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        return done(id, () -> leads.work(viewer, id), "marketing.lead.working", flash);
    }

    @CanQualifyLeads
    @GetMapping(ONE + "/disqualification")
    String disqualifying(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("disqualification", new DisqualifyLead(""));
        return form(leads.page(viewer, id), htmx, model);
    }

    @CanQualifyLeads
    @PostMapping(ONE + "/disqualification")
    String disqualify(
            @PathVariable long id,
            @Valid @ModelAttribute("disqualification") DisqualifyLead disqualification,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        LeadPage page = leads.page(viewer, id);
        if (errors.hasErrors()) {
            return Rejected.with(form(page, htmx, model));
        }
        return done(id, () -> leads.disqualify(viewer, id, disqualification), "marketing.lead.disqualified", flash);
    }

    @PostMapping(ONE + "/reopening")
    String reopen(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        return done(id, () -> leads.reopen(viewer, id), "marketing.lead.reopened", flash);
    }

    private static String done(long id, Runnable change, String notice, RedirectAttributes flash) {
        try {
            change.run();
            flash.addFlashAttribute("notice", notice);
        } catch (WrongLeadState refused) {
            flash.addFlashAttribute("problem", refused.key());
        }
        return "redirect:" + LeadList.PATH + "/" + id;
    }

    private static String form(LeadPage page, HtmxRequest htmx, Model model) {
        model.addAttribute("page", page);
        return Part.of(htmx, "marketing/lead/disqualification");
    }
}
