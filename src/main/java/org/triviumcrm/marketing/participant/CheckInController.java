package org.triviumcrm.marketing.participant;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
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
import org.triviumcrm.marketing.campaign.CampaignPage;
import org.triviumcrm.shared.web.NoticeUndo;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** The page at the door of an event, made for a phone in one hand. */
@Controller
class CheckInController {

    private static final String ONE = "/marketing/campaigns/{id:\\d+}";

    private final CheckInService door;

    CheckInController(CheckInService door) {
        this.door = door;
    }

    @CanCheckIn
    @GetMapping(ONE + "/check-in")
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String q,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        model.addAttribute("walkIn", WalkIn.empty());
        return Part.of(htmx, page(id, q, false, viewer, model));
    }

    @CanCheckIn
    @PostMapping(ONE + "/arrivals")
    String arrive(
            @PathVariable long id,
            @Valid @ModelAttribute("choice") ChooseParticipants choice,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes flash) {
        long done = errors.hasErrors() ? 0 : door.arrive(viewer, id, choice.ids());
        if (done > 0) {
            flash.addFlashAttribute("notice", "marketing.checkIn.arrived");
            flash.addFlashAttribute(
                    "noticeUndo",
                    new NoticeUndo(
                            "/marketing/campaigns/" + id + "/arrivals/undoing",
                            "marketing.checkIn.undo",
                            choice.ids()));
        } else {
            flash.addFlashAttribute("problem", "marketing.checkIn.error.arrive");
        }
        return "redirect:/marketing/campaigns/" + id + "/check-in";
    }

    @CanCheckIn
    @PostMapping(ONE + "/arrivals/undoing")
    String undo(
            @PathVariable long id,
            @Valid @ModelAttribute("choice") ChooseParticipants choice,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes flash) {
        boolean done = !errors.hasErrors() && door.undo(viewer, id, choice.ids()) > 0;
        flash.addFlashAttribute(
                done ? "notice" : "problem", done ? "marketing.checkIn.undone" : "marketing.checkIn.error.undo");
        return "redirect:/marketing/campaigns/" + id + "/check-in";
    }

    @CanCheckIn
    @PostMapping(ONE + "/walk-ins")
    String walkIn(
            @PathVariable long id,
            @Valid @ModelAttribute("walkIn") WalkIn walkIn,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                door.walkIn(viewer, id, walkIn);
                flash.addFlashAttribute("notice", "marketing.checkIn.walkedIn");
                flash.addFlashAttribute("noticeArgument", walkIn.fullName());
                return "redirect:/marketing/campaigns/" + id + "/check-in";
            } catch (ParticipantRefused refused) {
                refused.tell(errors);
            }
        }
        return Rejected.with(page(id, null, true, viewer, model));
    }

    /** @param typing whether somebody who was not expected is being taken in */
    private String page(long id, @Nullable String typed, boolean typing, Viewer viewer, Model model) {
        CampaignPage campaign = door.campaign(viewer, id);
        List<Guest> found = door.find(viewer, id, typed);
        Map<ParticipantStatus, Long> counts = door.counts(viewer, id);
        model.addAttribute("campaign", campaign);
        model.addAttribute("typed", typed == null ? "" : typed.strip());
        model.addAttribute("typing", typing);
        model.addAttribute("found", found);
        model.addAttribute("more", found.size() == CheckInService.FOUND);
        model.addAttribute("open", ParticipantStatus.ATTENDED.fits(campaign.state()));
        model.addAttribute("here", counts.getOrDefault(ParticipantStatus.ATTENDED, 0L));
        model.addAttribute(
                "all", counts.values().stream().mapToLong(Long::longValue).sum());
        model.addAttribute("twins", List.of());
        return "marketing/participant/check-in";
    }
}
