package org.triviumcrm.marketing.mining;

import jakarta.validation.Valid;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.campaign.CampaignService;
import org.triviumcrm.marketing.term.TermKind;
import org.triviumcrm.marketing.term.TermService;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.shared.web.Rejected;

/** The last step: groups become a target list or a campaign; afterwards, what became of them. */
@Controller
class MiningUseController {

    private static final int USUAL_DAYS = 30;

    private final MiningResultService results;
    private final MiningUseService uses;
    private final CampaignService campaigns;
    private final TermService terms;
    private final Format format;

    MiningUseController(
            MiningResultService results,
            MiningUseService uses,
            CampaignService campaigns,
            TermService terms,
            Format format) {
        this.results = results;
        this.uses = uses;
        this.campaigns = campaigns;
        this.terms = terms;
        this.format = format;
    }

    @CanRunMining
    @GetMapping(MiningController.ONE + "/uses/new")
    String blank(@PathVariable long id, Viewer viewer, Model model) {
        LocalDate start = format.today().plusDays(1);
        UseMining use = UseMining.blank(start, start.plusDays(USUAL_DAYS - 1));
        model.addAttribute("use", use);
        return form(id, use, viewer, model);
    }

    @CanRunMining
    @PostMapping(MiningController.ONE + "/uses")
    String use(
            @PathVariable long id,
            @Valid @ModelAttribute("use") UseMining use,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                MiningUseService.Begun begun = uses.use(viewer, id, use);
                if (begun.campaignId() == null) {
                    return "redirect:/bulk-runs/" + begun.run();
                }
                flash.addFlashAttribute("notice", "marketing.mining.used");
                return "redirect:/marketing/campaigns/" + begun.campaignId();
            } catch (Refusal refusal) {
                refusal.tell(errors);
            }
        }
        return Rejected.with(form(id, use, viewer, model));
    }

    @GetMapping(MiningController.ONE + "/uses/{useId:\\d+}")
    String show(@PathVariable long id, @PathVariable long useId, Viewer viewer, Model model) {
        model.addAttribute("outcome", uses.outcome(viewer, id, useId));
        return "marketing/mining/outcome";
    }

    private String form(long id, UseMining use, Viewer viewer, Model model) {
        MiningPage page = results.page(viewer, id);
        model.addAttribute("page", page);
        model.addAttribute("bands", MiningBand.of(page.promising()));
        model.addAttribute("methods", terms.choices(viewer, TermKind.METHOD, use.methodId()));
        Long campaign = use.campaignId();
        model.addAttribute(
                "campaignName",
                campaign == null || !viewer.can("marketing.campaign.view") ? null : campaigns.name(viewer, campaign));
        return "marketing/mining/use";
    }
}
