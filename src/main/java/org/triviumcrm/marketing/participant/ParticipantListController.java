package org.triviumcrm.marketing.participant;

import jakarta.validation.Valid;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.people.PeopleScope;
import org.triviumcrm.shared.list.ListLink;
import org.triviumcrm.shared.list.ListService;

/** The list of participants, and what is said of one or many of them there. */
@Controller
class ParticipantListController {

    private final ListService lists;
    private final ParticipantStepService steps;

    ParticipantListController(ListService lists, ParticipantStepService steps) {
        this.lists = lists;
        this.steps = steps;
    }

    @GetMapping(ParticipantList.PATH)
    String list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", lists.page(ParticipantList.NOUN, viewer, parameters));
        model.addAttribute("all", new PeopleScope(viewer, "campaign").isAll());
        model.addAttribute(
                "steps",
                List.of(ParticipantStatus.values()).stream()
                        .filter(status -> status != ParticipantStatus.CHOSEN)
                        .toList());
        return "marketing/participant/list";
    }

    /** What is no row is none of those chosen. */
    @CanEditParticipants
    @PostMapping(ParticipantList.PATH + "/statuses")
    String move(
            @Valid @ModelAttribute("choice") ChooseParticipants choice,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes flash) {
        ParticipantStatus to = choice.status();
        if (to == null || to == ParticipantStatus.CHOSEN) {
            flash.addFlashAttribute("problem", "marketing.participant.error.step");
            return "redirect:" + ParticipantList.PATH;
        }
        return done(errors, () -> steps.move(viewer, choice, to), "marketing.participant.moved", flash);
    }

    @CanEditParticipants
    @PostMapping(ParticipantList.PATH + "/corrections")
    String stepBack(
            @Valid @ModelAttribute("choice") ChooseParticipants choice,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes flash) {
        return done(errors, () -> steps.stepBack(viewer, choice), "marketing.participant.steppedBack", flash);
    }

    @CanEditParticipants
    @PostMapping(ParticipantList.PATH + "/removals")
    String remove(
            @Valid @ModelAttribute("choice") ChooseParticipants choice,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes flash) {
        return done(errors, () -> steps.remove(viewer, choice), "marketing.participant.removed", flash);
    }

    private static String done(
            BindingResult errors, Supplier<ParticipantsMoved> step, String notice, RedirectAttributes flash) {
        if (errors.hasErrors()) {
            flash.addFlashAttribute("problem", "identity.bulk.error.many");
            return "redirect:" + ParticipantList.PATH;
        }
        ParticipantsMoved moved = step.get();
        if (moved.optedOut() > 0) {
            flash.addFlashAttribute("notice", notice + ".optedOut");
            flash.addFlashAttribute("noticeArgument", moved.done() + " / " + moved.chosen());
            flash.addFlashAttribute("noticeMore", moved.optedOut());
        } else if (moved.done() == 0) {
            flash.addFlashAttribute("problem", "marketing.participant.error.none");
        } else {
            flash.addFlashAttribute("notice", moved.left() == 0 ? notice : notice + ".some");
            flash.addFlashAttribute(
                    "noticeArgument", moved.left() == 0 ? moved.done() : moved.done() + " / " + moved.chosen());
        }
        return "redirect:"
                + (moved.campaignId() == null
                        ? ParticipantList.PATH
                        : ListLink.to(ParticipantList.PATH).is("campaign", moved.campaignId()));
    }
}
