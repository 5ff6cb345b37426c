package org.triviumcrm.marketing.campaign;

import jakarta.validation.Valid;
import java.time.LocalDate;
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
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.exit.CampaignStep;
import org.triviumcrm.marketing.exit.IllegalStep;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.visit.Visits;
import org.triviumcrm.shared.web.Rejected;

/** A campaign's page and its forms. */
@Controller
class CampaignController {

    private final CampaignService campaigns;
    private final CampaignBudgetService budgets;
    private final CampaignLifeService life;
    private final CampaignForms forms;
    private final EditConflicts conflicts;
    private final Visits visits;

    CampaignController(
            CampaignService campaigns,
            CampaignBudgetService budgets,
            CampaignLifeService life,
            CampaignForms forms,
            EditConflicts conflicts,
            Visits visits) {
        this.campaigns = campaigns;
        this.budgets = budgets;
        this.life = life;
        this.forms = forms;
        this.conflicts = conflicts;
        this.visits = visits;
    }

    @GetMapping("/marketing/campaigns/{id:\\d+}")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        CampaignPage page = campaigns.page(viewer, id);
        model.addAttribute("campaign", page);
        model.addAttribute("lines", budgets.lines(viewer, id));
        model.addAttribute("life", campaigns.life(viewer, id));
        model.addAttribute("parts", campaigns.parts(viewer, id));
        if (viewer.can("marketing.campaign.edit")) {
            life.foretell(viewer, page, CampaignStep.SUBMIT)
                    .ifPresent(foretold -> model.addAttribute("foretold", foretold));
        }
        model.addAttribute("fresh", visits.fresh(viewer, "campaign", id));
        return "marketing/campaign/show";
    }

    @CanCreateCampaigns
    @GetMapping("/marketing/campaigns/new")
    String blank(
            @RequestParam(required = false) @Nullable Long parentId,
            @RequestParam(required = false) @Nullable Long planId,
            @RequestParam(required = false) @Nullable LocalDate startOn,
            Viewer viewer,
            Model model) {
        return form(viewer, model, 0, forms.blank(viewer, parentId, planId, startOn));
    }

    @CanCreateCampaigns
    @PostMapping("/marketing/campaigns")
    String create(
            @Valid @ModelAttribute("campaign") SaveCampaign campaign,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                long id = campaigns.create(viewer, campaign);
                flash.addFlashAttribute("notice", "marketing.campaign.created");
                return "redirect:/marketing/campaigns/" + id;
            } catch (IllegalStep e) {
                e.tell(errors);
            }
        }
        return Rejected.with(form(viewer, model, 0, campaign));
    }

    @CanEditCampaigns
    @GetMapping("/marketing/campaigns/{id:\\d+}/edit")
    String edit(
            @PathVariable long id, @RequestParam(defaultValue = "false") boolean again, Viewer viewer, Model model) {
        CampaignPage page = campaigns.page(viewer, id);
        model.addAttribute("mends", page.mendable());
        SaveCampaign said = again ? forms.returned(viewer, page, SaveCampaign.class, page.toInput()) : page.toInput();
        return form(viewer, model, id, said.at(page.version()));
    }

    @CanEditCampaigns
    @PostMapping("/marketing/campaigns/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("campaign") SaveCampaign campaign,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        CampaignPage saved = campaigns.page(viewer, id);
        model.addAttribute("mends", saved.mendable());
        if (!errors.hasErrors()) {
            try {
                campaigns.update(viewer, id, campaign);
                flash.addFlashAttribute("notice", "marketing.campaign.saved");
                return "redirect:/marketing/campaigns/" + id;
            } catch (ObjectOptimisticLockingFailureException e) {
                CampaignPage now = campaigns.page(viewer, id);
                String form = form(viewer, model, id, campaign);
                return conflicts.show(model, "campaign", id, now.version(), now.toInput(), campaign, form);
            } catch (IllegalStep e) {
                e.tell(errors);
            }
        }
        return Rejected.with(form(viewer, model, saved.id(), campaign));
    }

    private String form(Viewer viewer, Model model, long id, SaveCampaign said) {
        model.addAttribute("id", id);
        if (!model.containsAttribute("campaign")) {
            model.addAttribute("campaign", said);
        }
        forms.fill(viewer, model, said);
        return "marketing/campaign/form";
    }
}
