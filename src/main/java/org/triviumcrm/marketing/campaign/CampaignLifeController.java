package org.triviumcrm.marketing.campaign;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
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
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** The steps in a campaign's life. */
@Controller
class CampaignLifeController {

    private final CampaignService campaigns;
    private final CampaignLifeService life;

    CampaignLifeController(CampaignService campaigns, CampaignLifeService life) {
        this.campaigns = campaigns;
        this.life = life;
    }

    @PostMapping("/marketing/campaigns/{id:\\d+}/submission")
    String submit(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        life.submit(viewer, id);
        return done(id, "marketing.campaign.approved", flash);
    }

    @PostMapping("/marketing/campaigns/{id:\\d+}/start")
    String start(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        life.start(viewer, id);
        return done(id, "marketing.campaign.started", flash);
    }

    @PostMapping("/marketing/campaigns/{id:\\d+}/completion")
    String complete(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        life.complete(viewer, id);
        return done(id, "marketing.campaign.completed", flash);
    }

    @CanRunCampaigns
    @GetMapping("/marketing/campaigns/{id:\\d+}/cancellation")
    String cancelling(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("cancellation", new CancelCampaign(""));
        return Part.of(htmx, cancelForm(viewer, model, id));
    }

    @CanRunCampaigns
    @PostMapping("/marketing/campaigns/{id:\\d+}/cancellation")
    String cancel(
            @PathVariable long id,
            @Valid @ModelAttribute("cancellation") CancelCampaign cancellation,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String from,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        String form = cancelForm(viewer, model, id);
        if (!errors.hasErrors()) {
            try {
                life.cancel(viewer, id, cancellation);
                return done(id, from, "marketing.campaign.cancelled", flash);
            } catch (IllegalStep e) {
                e.tell(errors);
            }
        }
        return Rejected.with(Part.of(htmx, form));
    }

    @CanRunCampaigns
    @GetMapping("/marketing/campaigns/{id:\\d+}/resumption")
    String resuming(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("resumption", new ResumeCampaign(""));
        return Part.of(htmx, resumeForm(viewer, model, id));
    }

    @CanRunCampaigns
    @PostMapping("/marketing/campaigns/{id:\\d+}/resumption")
    String resume(
            @PathVariable long id,
            @Valid @ModelAttribute("resumption") ResumeCampaign resumption,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String from,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        String form = resumeForm(viewer, model, id);
        if (!errors.hasErrors()) {
            try {
                life.resume(viewer, id, resumption);
                return done(id, from, "marketing.campaign.resumed", flash);
            } catch (IllegalStep e) {
                e.tell(errors);
            }
        }
        return Rejected.with(Part.of(htmx, form));
    }

    private String cancelForm(Viewer viewer, Model model, long id) {
        CampaignPage page = campaigns.page(viewer, id);
        model.addAttribute("campaign", page);
        if (page.state().counts()) {
            life.foretell(viewer, page, CampaignStep.CANCEL)
                    .ifPresent(foretold -> model.addAttribute("foretold", foretold));
        }
        return "marketing/campaign/cancel";
    }

    private String resumeForm(Viewer viewer, Model model, long id) {
        model.addAttribute("campaign", campaigns.page(viewer, id));
        return "marketing/campaign/resume";
    }

    private static String done(long id, String notice, RedirectAttributes flash) {
        return done(id, null, notice, flash);
    }

    /** @param from {@code board}: back there */
    private static String done(long id, @Nullable String from, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return "board".equals(from) ? "redirect:/marketing/board" : "redirect:/marketing/campaigns/" + id;
    }
}
