package org.triviumcrm.sales.opportunity;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.pipeline.StageField;
import org.triviumcrm.shared.web.BoardAnswers;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** The quick add of a column: name, customer, amount, and back to the board. */
@Controller
class OpportunityQuickController {

    private static final String VIEW = "sales/opportunity/quick";

    private final OpportunityService opportunities;
    private final OpportunityForms forms;
    private final MoveForms asking;
    private final StagePath path;
    private final BoardAnswers answers;

    OpportunityQuickController(
            OpportunityService opportunities,
            OpportunityForms forms,
            MoveForms asking,
            StagePath path,
            BoardAnswers answers) {
        this.opportunities = opportunities;
        this.forms = forms;
        this.asking = asking;
        this.path = path;
        this.answers = answers;
    }

    @GetMapping("/sales/opportunities/quick")
    String blank(@RequestParam(required = false) @Nullable Long stageId, HtmxRequest htmx, Viewer viewer, Model model) {
        return form(viewer, model, forms.blank(viewer, stageId, null, model), htmx);
    }

    @CanCreateOpportunities
    @PostMapping("/sales/opportunities/quick")
    Object create(
            @Valid @ModelAttribute("opportunity") CreateOpportunity opportunity,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return Rejected.with(form(viewer, model, opportunity, htmx));
        }
        try {
            opportunities.create(viewer, opportunity);
        } catch (ApprovalNeeded beginsTooLate) {
            // the quick form asks for no stage
            errors.reject("sales.opportunity.error.beginsTooLate");
            return Rejected.with(form(viewer, model, opportunity, htmx));
        } catch (StageAsks asks) {
            asks.into(errors);
            return Rejected.with(form(viewer, model, opportunity, htmx));
        } catch (IllegalMove refused) {
            errors.reject(refused.key());
            return Rejected.with(form(viewer, model, opportunity, htmx));
        }
        if (htmx.isHtmxRequest()) {
            return answers.done("sales.opportunity.created", 0, opportunity.stageId());
        }
        flash.addFlashAttribute("notice", "sales.opportunity.created");
        return "redirect:/sales/board";
    }

    private String form(Viewer viewer, Model model, CreateOpportunity said, HtmxRequest htmx) {
        Set<StageField> asked = path.asked(viewer, said.stageId());
        asking.ask(viewer, model, asked, said);
        if (asked.isEmpty()) {
            // customer and amount are asked in any case
            forms.fill(viewer, model, said);
        }
        forms.fillOwner(viewer, model, said.ownerId());
        model.addAttribute("onBoard", htmx.isHtmxRequest());
        return Part.of(htmx, VIEW);
    }
}
