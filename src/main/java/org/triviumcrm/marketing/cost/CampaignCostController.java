package org.triviumcrm.marketing.cost;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.io.IOException;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.customer.CompanyAmounts;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.campaign.CampaignPage;
import org.triviumcrm.marketing.campaign.CampaignService;
import org.triviumcrm.marketing.term.TermKind;
import org.triviumcrm.marketing.term.TermService;
import org.triviumcrm.shared.attachment.AttachmentKind;
import org.triviumcrm.shared.attachment.RefusedFile;
import org.triviumcrm.shared.attachment.SentFile;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.shared.web.Rejected;

/** What a campaign has cost, and the form of a line. */
@Controller
class CampaignCostController {

    private final CampaignCostService costs;
    private final CampaignService campaigns;
    private final TermService terms;
    private final CompanyAmounts amounts;
    private final EditConflicts conflicts;

    CampaignCostController(
            CampaignCostService costs,
            CampaignService campaigns,
            TermService terms,
            CompanyAmounts amounts,
            EditConflicts conflicts) {
        this.costs = costs;
        this.campaigns = campaigns;
        this.terms = terms;
        this.amounts = amounts;
        this.conflicts = conflicts;
    }

    @GetMapping("/marketing/campaigns/{id:\\d+}/costs")
    String part(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("costs", costs.part(viewer, id));
        return Part.of(htmx, "marketing/cost/show");
    }

    @CanRecordCosts
    @GetMapping("/marketing/campaigns/{id:\\d+}/costs/new")
    String blank(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        CampaignPage campaign = campaigns.page(viewer, id);
        SaveCost blank = costs.blank(viewer, campaign);
        model.addAttribute("cost", blank);
        return form(viewer, model, campaign, 0, blank, htmx);
    }

    @CanRecordCosts
    @PostMapping("/marketing/campaigns/{id:\\d+}/costs")
    String record(
            @PathVariable long id,
            @Valid @ModelAttribute("cost") SaveCost cost,
            BindingResult errors,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        CampaignPage campaign = campaigns.page(viewer, id);
        if (!errors.hasErrors()) {
            try {
                costs.record(viewer, id, cost, sent(file));
                flash.addFlashAttribute("notice", "marketing.cost.recorded");
                return "redirect:/marketing/campaigns/" + id;
            } catch (Refusal e) {
                tell(e, errors, model);
            }
        }
        return Rejected.with(form(viewer, model, campaign, 0, cost, htmx));
    }

    @CanRecordCosts
    @GetMapping(CostList.PATH + "/{id:\\d+}/edit")
    String edit(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        CostPage page = costs.page(viewer, id);
        model.addAttribute("cost", page.toInput());
        return form(viewer, model, page, page.toInput(), htmx);
    }

    @CanRecordCosts
    @PostMapping(CostList.PATH + "/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("cost") SaveCost cost,
            BindingResult errors,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        CostPage page = costs.page(viewer, id);
        if (!errors.hasErrors()) {
            try {
                costs.update(viewer, id, cost, sent(file));
                flash.addFlashAttribute("notice", "marketing.cost.saved");
                return "redirect:/marketing/campaigns/" + page.campaignId();
            } catch (ObjectOptimisticLockingFailureException e) {
                CostPage now = costs.page(viewer, id);
                String form = form(viewer, model, now, cost, htmx);
                return conflicts.show(model, "campaign_cost", id, now.version(), now.toInput(), cost, form);
            } catch (Refusal e) {
                tell(e, errors, model);
            }
        }
        return Rejected.with(form(viewer, model, page, cost, htmx));
    }

    @PostMapping(CostList.PATH + "/{id:\\d+}/deletion")
    String delete(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        long campaign = costs.delete(viewer, id);
        flash.addFlashAttribute("notice", "marketing.cost.deleted");
        return "redirect:/marketing/campaigns/" + campaign;
    }

    private static @Nullable SentFile sent(@Nullable MultipartFile file) throws IOException {
        String name = file == null ? null : file.getOriginalFilename();
        return file == null || name == null || name.isEmpty()
                ? null
                : SentFile.of(name, file.getSize(), file.getInputStream());
    }

    /** The file is no field of the input: what is wrong with it is said beside it. */
    private static void tell(Refusal refusal, BindingResult errors, Model model) {
        if (refusal instanceof RefusedFile) {
            errors.reject(refusal.key());
            model.addAttribute("wrong", refusal.key());
        } else {
            refusal.tell(errors);
        }
    }

    private String form(Viewer viewer, Model model, CostPage page, SaveCost said, HtmxRequest htmx) {
        model.addAttribute("page", page);
        return form(viewer, model, campaigns.page(viewer, page.campaignId()), page.id(), said, htmx);
    }

    private String form(Viewer viewer, Model model, CampaignPage campaign, long id, SaveCost said, HtmxRequest htmx) {
        model.addAttribute("id", id);
        model.addAttribute("campaign", campaign);
        model.addAttribute("categories", terms.choices(viewer, TermKind.COST_CATEGORY, said.categoryId()));
        model.addAttribute("currencies", amounts.currencies(viewer));
        model.addAttribute("suppliers", costs.suppliers(viewer));
        model.addAttribute("endings", AttachmentKind.endings());
        return Part.of(htmx, "marketing/cost/form");
    }
}
