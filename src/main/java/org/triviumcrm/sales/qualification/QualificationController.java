package org.triviumcrm.sales.qualification;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.LeadFacts;
import org.triviumcrm.sales.opportunity.IllegalMove;
import org.triviumcrm.sales.opportunity.NoRate;
import org.triviumcrm.sales.opportunity.OpportunityReadService;
import org.triviumcrm.sales.opportunity.StageAsks;
import org.triviumcrm.shared.web.NoticeUndo;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.shared.web.Rejected;

/** A lead becomes a customer, a contact and an opportunity; and itself again. */
@Controller
class QualificationController {

    private static final String PATH = "/sales/leads/{id:\\d+}/qualification";
    private static final String FORM = "sales/qualification/form";
    private static final Set<String> FIELDS = Set.of("customerId", "contactId", "amount", "expectedCloseDate");

    private final QualificationService qualifications;
    private final QualificationForms forms;
    private final OpportunityReadService opportunities;

    QualificationController(
            QualificationService qualifications, QualificationForms forms, OpportunityReadService opportunities) {
        this.qualifications = qualifications;
        this.forms = forms;
        this.opportunities = opportunities;
    }

    @CanQualifyLeads
    @GetMapping(PATH)
    String propose(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        LeadFacts lead = qualifications.lead(viewer, id);
        forms.propose(viewer, model, lead, qualifications.known(viewer, lead));
        return Part.of(htmx, FORM);
    }

    @CanQualifyLeads
    @PostMapping(PATH)
    String qualify(
            @PathVariable long id,
            @Valid @ModelAttribute("qualification") QualifyLead qualification,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        LeadFacts lead = qualifications.lead(viewer, id);
        if (!errors.hasErrors()) {
            try {
                Qualification made = qualifications.qualify(viewer, id, qualification);
                flash.addFlashAttribute("notice", "sales.qualification.done");
                flash.addFlashAttribute("noticeArgument", lead.name());
                flash.addFlashAttribute(
                        "noticeUndo",
                        new NoticeUndo(
                                "/sales/leads/" + id + "/qualification/undoing",
                                "sales.qualification.undo",
                                List.of(id)));
                return "redirect:" + place(viewer, made);
            } catch (ApprovalNeeded beginsTooLate) {
                errors.rejectValue("stageId", "sales.opportunity.error.beginsTooLate");
            } catch (StageAsks asks) {
                tell(asks, errors);
            } catch (IllegalMove refused) {
                errors.rejectValue("stageId", refused.key());
            } catch (NoRate e) {
                errors.rejectValue(
                        "amount", "sales.error.noRate", new Object[] {String.valueOf(qualification.currency())}, null);
            } catch (QualificationRefused refused) {
                refused.tell(errors);
            }
        }
        forms.show(viewer, model, lead, qualifications.known(viewer, lead), qualification);
        return Rejected.with(Part.of(htmx, FORM));
    }

    @PostMapping(PATH + "/undoing")
    String undo(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        try {
            qualifications.undo(viewer, id);
            flash.addFlashAttribute("notice", "sales.qualification.undone");
        } catch (Refusal refused) {
            flash.addFlashAttribute("problem", refused.key());
        }
        return "redirect:/marketing/leads/" + id;
    }

    /** On the lead's page. */
    @GetMapping(PATH + "/outcome")
    String outcome(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("outcome", qualifications.outcome(viewer, id).orElse(null));
        return "sales/qualification/outcome";
    }

    /** A stage may ask for what this form has no field for: that is begun in an earlier stage. */
    private static void tell(StageAsks asks, Errors errors) {
        asks.missing().stream()
                .map(field -> FIELDS.contains(field.property()) ? field.property() : "stageId")
                .distinct()
                .forEach(field -> errors.rejectValue(
                        field,
                        field.equals("stageId") ? "sales.qualification.error.asks" : "sales.rule.error.missing",
                        new Object[] {asks.stage()},
                        null));
    }

    private String place(Viewer viewer, Qualification made) {
        if (made.opportunityId() != null && opportunities.isVisible(viewer, made.opportunityId())) {
            return "/sales/opportunities/" + made.opportunityId();
        }
        return made.customerId() == null ? "/contacts/" + made.contactId() : "/customers/" + made.customerId();
    }
}
