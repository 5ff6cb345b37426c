package org.triviumcrm.marketing.result;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.customer.CompanyAmounts;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.campaign.CampaignPage;
import org.triviumcrm.marketing.campaign.CampaignService;
import org.triviumcrm.marketing.exit.IllegalStep;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** What media report of a campaign, and the form of a day. */
@Controller
class CampaignResultController {

    private final CampaignResultService results;
    private final CampaignService campaigns;
    private final CompanyAmounts amounts;
    private final EditConflicts conflicts;

    CampaignResultController(
            CampaignResultService results, CampaignService campaigns, CompanyAmounts amounts, EditConflicts conflicts) {
        this.results = results;
        this.campaigns = campaigns;
        this.amounts = amounts;
        this.conflicts = conflicts;
    }

    @GetMapping("/marketing/campaigns/{id:\\d+}/results")
    String part(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("results", results.part(viewer, id));
        return Part.of(htmx, "marketing/result/show");
    }

    @CanRecordResults
    @GetMapping("/marketing/campaigns/{id:\\d+}/results/new")
    String blank(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("result", results.blank(viewer, id));
        return form(viewer, model, campaigns.page(viewer, id), 0, htmx);
    }

    @CanRecordResults
    @PostMapping("/marketing/campaigns/{id:\\d+}/results")
    String record(
            @PathVariable long id,
            @Valid @ModelAttribute("result") SaveResult result,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        CampaignPage campaign = campaigns.page(viewer, id);
        if (!errors.hasErrors()) {
            try {
                results.record(viewer, id, result);
                flash.addFlashAttribute("notice", "marketing.result.recorded");
                return "redirect:/marketing/campaigns/" + id;
            } catch (IllegalStep e) {
                e.tell(errors);
            }
        }
        return Rejected.with(form(viewer, model, campaign, 0, htmx));
    }

    @CanRecordResults
    @GetMapping(ResultList.PATH + "/{id:\\d+}/edit")
    String edit(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        CampaignResultPage page = results.page(viewer, id);
        model.addAttribute("result", page.toInput());
        return form(viewer, model, campaigns.page(viewer, page.campaignId()), id, htmx);
    }

    @CanRecordResults
    @PostMapping(ResultList.PATH + "/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("result") SaveResult result,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        CampaignPage campaign = campaigns.page(viewer, results.page(viewer, id).campaignId());
        if (!errors.hasErrors()) {
            try {
                results.update(viewer, id, result);
                flash.addFlashAttribute("notice", "marketing.result.saved");
                return "redirect:/marketing/campaigns/" + campaign.id();
            } catch (ObjectOptimisticLockingFailureException e) {
                CampaignResultPage now = results.page(viewer, id);
                String form = form(viewer, model, campaign, id, htmx);
                return conflicts.show(model, "campaign_result", id, now.version(), now.toInput(), result, form);
            } catch (IllegalStep e) {
                e.tell(errors);
            }
        }
        return Rejected.with(form(viewer, model, campaign, id, htmx));
    }

    @PostMapping(ResultList.PATH + "/{id:\\d+}/deletion")
    String delete(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        long campaign = results.delete(viewer, id);
        flash.addFlashAttribute("notice", "marketing.result.deleted");
        return "redirect:/marketing/campaigns/" + campaign;
    }

    private String form(Viewer viewer, Model model, CampaignPage campaign, long id, HtmxRequest htmx) {
        model.addAttribute("id", id);
        model.addAttribute("campaign", campaign);
        model.addAttribute("currencies", amounts.currencies(viewer));
        return Part.of(htmx, "marketing/result/form");
    }
}
