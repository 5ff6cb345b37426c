package org.triviumcrm.marketing.lead;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.LeadPanel;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.visit.Visits;
import org.triviumcrm.shared.web.Rejected;

/** A lead's page and its forms. */
@Controller
class LeadController {

    private final LeadService leads;
    private final LeadForms forms;
    private final EditConflicts conflicts;
    private final Visits visits;
    private final List<LeadPanel> panels;

    LeadController(LeadService leads, LeadForms forms, EditConflicts conflicts, Visits visits, List<LeadPanel> panels) {
        this.panels = panels;
        this.leads = leads;
        this.forms = forms;
        this.conflicts = conflicts;
        this.visits = visits;
    }

    @GetMapping(LeadList.PATH + "/{id:\\d+}")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        LeadPage page = leads.page(viewer, id);
        model.addAttribute("lead", page);
        model.addAttribute("twins", leads.twins(viewer, DescribeLead.of(page)));
        model.addAttribute(
                "panels",
                panels.stream()
                        .filter(panel -> panel.isFor(viewer, page.became()))
                        .toList());
        model.addAttribute("fresh", visits.fresh(viewer, LeadList.NOUN, id));
        return "marketing/lead/show";
    }

    @CanCreateLeads
    @GetMapping(LeadList.PATH + "/new")
    String blank(Viewer viewer, Model model) {
        SaveLead blank = SaveLead.empty(viewer.personId());
        model.addAttribute("lead", blank);
        return forms.show(viewer, model, 0, blank);
    }

    @CanCreateLeads
    @PostMapping(LeadList.PATH)
    String create(
            @Valid @ModelAttribute("lead") SaveLead lead,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            forms.check(viewer, 0, lead, errors, "fullName");
        }
        if (errors.hasErrors()) {
            return Rejected.with(forms.show(viewer, model, 0, lead));
        }
        long id = leads.create(viewer, lead);
        flash.addFlashAttribute("notice", "marketing.lead.created");
        return "redirect:" + LeadList.PATH + "/" + id;
    }

    @CanEditLeads
    @GetMapping(LeadList.PATH + "/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        SaveLead saved = leads.page(viewer, id).toInput();
        model.addAttribute("lead", saved);
        return forms.show(viewer, model, id, saved);
    }

    @CanEditLeads
    @PostMapping(LeadList.PATH + "/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("lead") SaveLead lead,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        LeadPage page = leads.page(viewer, id);
        if (!errors.hasErrors()) {
            forms.check(viewer, id, lead, errors, "fullName");
        }
        if (errors.hasErrors()) {
            return Rejected.with(forms.show(viewer, model, id, lead));
        }
        try {
            leads.update(viewer, id, lead);
        } catch (ObjectOptimisticLockingFailureException e) {
            LeadPage saved = leads.page(viewer, id);
            String form = forms.show(viewer, model, id, lead);
            return conflicts.show(model, LeadList.NOUN, id, saved.version(), saved.toInput(), lead, form);
        }
        flash.addFlashAttribute("notice", "marketing.lead.saved");
        return "redirect:" + LeadList.PATH + "/" + page.id();
    }
}
