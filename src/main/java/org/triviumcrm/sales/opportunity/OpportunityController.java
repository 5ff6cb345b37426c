package org.triviumcrm.sales.opportunity;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.customer.OpportunityPanel;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.assignment.AssignmentService;
import org.triviumcrm.sales.exit.Exit;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.visit.Visits;
import org.triviumcrm.shared.web.Rejected;

/** An opportunity's page and its forms. */
@Controller
class OpportunityController {

    private final OpportunityService opportunities;
    private final OpportunityReadService readings;
    private final OpportunityLifeService life;
    private final OpportunityForms forms;
    private final ReturnedActions returned;
    private final StagePath path;
    private final AssignmentService assignments;
    private final EditConflicts conflicts;
    private final Visits visits;
    private final ForetoldApprovals approvals;
    private final List<OpportunityPanel> panels;

    OpportunityController(
            OpportunityService opportunities,
            OpportunityReadService readings,
            OpportunityLifeService life,
            OpportunityForms forms,
            ReturnedActions returned,
            StagePath path,
            AssignmentService assignments,
            EditConflicts conflicts,
            Visits visits,
            ForetoldApprovals approvals,
            List<OpportunityPanel> panels) {
        this.opportunities = opportunities;
        this.readings = readings;
        this.life = life;
        this.forms = forms;
        this.returned = returned;
        this.path = path;
        this.assignments = assignments;
        this.conflicts = conflicts;
        this.visits = visits;
        this.approvals = approvals;
        this.panels = panels;
    }

    @GetMapping("/sales/opportunities/{id:\\d+}")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        OpportunityPage page = opportunities.page(viewer, id);
        model.addAttribute("opportunity", page);
        model.addAttribute("stays", readings.stays(viewer, id));
        model.addAttribute("life", life.history(viewer, id));
        model.addAttribute("assigned", assignments.noteOf(viewer, id).orElse(null));
        model.addAttribute("path", path.of(viewer, page));
        if (page.may("REACTIVATE") && viewer.can("sales.opportunity.suspend")) {
            approvals.tell(viewer, model, page, Exit.REACTIVATE);
        } else if (page.may("ARCHIVE") && viewer.can("sales.opportunity.archive")) {
            approvals.tell(viewer, model, page, Exit.ARCHIVE);
        }
        model.addAttribute(
                "panels", panels.stream().filter(panel -> panel.isFor(viewer)).toList());
        model.addAttribute("fresh", visits.fresh(viewer, "opportunity", id));
        return "sales/opportunity/show";
    }

    @GetMapping("/sales/opportunities/new")
    String blank(
            @RequestParam(required = false) @Nullable Long stageId,
            @RequestParam(required = false) @Nullable Long customerId,
            Viewer viewer,
            Model model) {
        return newForm(viewer, model, forms.blank(viewer, stageId, customerId, model));
    }

    @CanCreateOpportunities
    @PostMapping("/sales/opportunities")
    String create(
            @Valid @ModelAttribute("opportunity") CreateOpportunity opportunity,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || hasNoRate(viewer, opportunity, errors)) {
            return Rejected.with(newForm(viewer, model, opportunity));
        }
        try {
            long id = opportunities.create(viewer, opportunity);
            // a rule may have given it to somebody whose opportunities the viewer does not see
            boolean visible = opportunity.ownerId() != null || readings.isVisible(viewer, id);
            flash.addFlashAttribute(
                    "notice", visible ? "sales.opportunity.created" : "sales.opportunity.createdForOthers");
            return visible ? "redirect:/sales/opportunities/" + id : "redirect:/sales/opportunities";
        } catch (ApprovalNeeded beginsTooLate) {
            errors.rejectValue("stageId", "sales.opportunity.error.beginsTooLate");
        } catch (StageAsks asks) {
            asks.into(errors);
        } catch (IllegalMove refused) {
            errors.rejectValue("stageId", refused.key());
        }
        return Rejected.with(newForm(viewer, model, opportunity));
    }

    @GetMapping("/sales/opportunities/{id:\\d+}/edit")
    String edit(
            @PathVariable long id, @RequestParam(defaultValue = "false") boolean again, Viewer viewer, Model model) {
        OpportunityPage page = opportunities.page(viewer, id).free();
        UpdateOpportunity said = returned.or(viewer, id, again, UpdateOpportunity.class, page.toUpdate())
                .at(page.version());
        model.addAttribute("opportunity", said);
        return editForm(viewer, model, page, said);
    }

    @CanEditOpportunities
    @PostMapping("/sales/opportunities/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("opportunity") UpdateOpportunity opportunity,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return Rejected.with(editForm(viewer, model, opportunities.page(viewer, id), opportunity));
        }
        try {
            opportunities.update(viewer, id, opportunity);
        } catch (ObjectOptimisticLockingFailureException e) {
            OpportunityPage saved = opportunities.page(viewer, id);
            String form = editForm(viewer, model, saved, opportunity);
            return conflicts.show(model, "opportunity", id, saved.version(), saved.toUpdate(), opportunity, form);
        } catch (CompetitorAsked asked) {
            asked.tell(errors);
            return Rejected.with(editForm(viewer, model, opportunities.page(viewer, id), opportunity));
        } catch (StageAsks asks) {
            asks.into(errors);
            return Rejected.with(editForm(viewer, model, opportunities.page(viewer, id), opportunity));
        } catch (NoRate e) {
            errors.rejectValue("amount", "sales.error.noRate", new Object[] {opportunity.currency()}, null);
            return Rejected.with(editForm(viewer, model, opportunities.page(viewer, id), opportunity));
        }
        flash.addFlashAttribute("notice", "sales.opportunity.saved");
        return "redirect:/sales/opportunities/" + id;
    }

    private boolean hasNoRate(Viewer viewer, OpportunityInput input, BindingResult errors) {
        if (!readings.hasRate(viewer, input.amount(), input.currency())) {
            errors.rejectValue("amount", "sales.error.noRate", new Object[] {input.currency()}, null);
        }
        return errors.hasErrors();
    }

    private String newForm(Viewer viewer, Model model, CreateOpportunity said) {
        forms.fill(viewer, model, said);
        forms.fillOwner(viewer, model, said.ownerId());
        model.addAttribute("stages", forms.openStages(viewer));
        return "sales/opportunity/new";
    }

    private String editForm(Viewer viewer, Model model, OpportunityPage page, UpdateOpportunity said) {
        forms.fill(viewer, model, said);
        model.addAttribute("page", page);
        return "sales/opportunity/edit";
    }
}
