package org.triviumcrm.marketing.participant;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.campaign.CampaignPage;
import org.triviumcrm.marketing.people.PeopleService;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** The people of one campaign: how many there are, and one more. */
@Controller
class ParticipantController {

    private static final String OF_ONE = "/marketing/campaigns/{id:\\d+}/participants";

    private final ParticipantService participants;
    private final PeopleService people;

    ParticipantController(ParticipantService participants, PeopleService people) {
        this.participants = participants;
        this.people = people;
    }

    /** The part of the campaign's page. */
    @GetMapping(OF_ONE)
    String figures(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("figures", participants.figures(viewer, id));
        model.addAttribute("statuses", ParticipantStatus.values());
        return Part.of(htmx, "marketing/participant/figures");
    }

    @CanEditParticipants
    @GetMapping(OF_ONE + "/new")
    String blank(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("participant", new AddParticipant("", null));
        return form(participants.campaign(viewer, id), "", htmx, model);
    }

    @CanEditParticipants
    @PostMapping(OF_ONE)
    String add(
            @PathVariable long id,
            @Valid @ModelAttribute("participant") AddParticipant participant,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        CampaignPage campaign = participants.campaign(viewer, id);
        String name = "";
        if (!errors.hasFieldErrors("who")) {
            name = people.name(viewer, participant.person());
            if (name == null) {
                throw new NotFound();
            }
        }
        if (!errors.hasErrors()) {
            try {
                participants.add(viewer, id, participant);
                flash.addFlashAttribute("notice", "marketing.participant.added");
                flash.addFlashAttribute("noticeArgument", name);
                return "redirect:/marketing/campaigns/" + id;
            } catch (ParticipantRefused refused) {
                refused.tell(errors);
            }
        }
        return Rejected.with(form(campaign, name, htmx, model));
    }

    private static String form(CampaignPage campaign, String name, HtmxRequest htmx, Model model) {
        model.addAttribute("campaign", campaign);
        model.addAttribute("name", name);
        model.addAttribute(
                "statuses",
                List.of(ParticipantStatus.values()).stream()
                        .filter(status -> status.fits(campaign.state()))
                        .toList());
        return Part.of(htmx, "marketing/participant/form");
    }
}
