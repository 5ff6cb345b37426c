package org.triviumcrm.marketing.audience;

import jakarta.validation.Valid;
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
import org.triviumcrm.shared.web.NoticeUndo;

/** The people on target lists, and what is said of one or many of them there. */
@Controller
class AudienceMemberListController {

    static final String UNDO = AudienceMemberList.PATH + "/removals/undoing";

    private final ListService lists;
    private final AudienceStepService steps;

    AudienceMemberListController(ListService lists, AudienceStepService steps) {
        this.lists = lists;
        this.steps = steps;
    }

    @GetMapping(AudienceMemberList.PATH)
    String list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", lists.page(AudienceMemberList.NOUN, viewer, parameters));
        model.addAttribute("all", new PeopleScope(viewer, AudienceList.NOUN).isAll());
        return "marketing/audience/members";
    }

    @CanEditAudiences
    @PostMapping(AudienceMemberList.PATH + "/opt-outs")
    String optOut(
            @Valid @ModelAttribute("choice") ChooseMembers choice,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes flash) {
        return done(errors, () -> steps.optOut(viewer, choice), "marketing.audience.noted", flash);
    }

    @CanEditAudiences
    @PostMapping(AudienceMemberList.PATH + "/opt-ins")
    String optIn(
            @Valid @ModelAttribute("choice") ChooseMembers choice,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes flash) {
        return done(errors, () -> steps.optIn(viewer, choice), "marketing.audience.optedIn", flash);
    }

    @CanEditAudiences
    @PostMapping(AudienceMemberList.PATH + "/removals")
    String remove(
            @Valid @ModelAttribute("choice") ChooseMembers choice,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes flash) {
        return done(errors, () -> steps.remove(viewer, choice), "marketing.audience.removed", flash);
    }

    /** The ids are those of removals. */
    @CanEditAudiences
    @PostMapping(UNDO)
    String undo(
            @Valid @ModelAttribute("choice") ChooseMembers choice,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes flash) {
        int back = errors.hasErrors() ? 0 : steps.restore(viewer, choice.ids());
        if (back > 0) {
            flash.addFlashAttribute("notice", "marketing.audience.restored");
            flash.addFlashAttribute("noticeArgument", back);
        } else {
            flash.addFlashAttribute("problem", "marketing.audience.error.restored");
        }
        return "redirect:" + AudienceMemberList.PATH;
    }

    private static String done(
            BindingResult errors, Supplier<MembersChanged> step, String notice, RedirectAttributes flash) {
        if (errors.hasErrors()) {
            flash.addFlashAttribute("problem", "identity.bulk.error.many");
            return "redirect:" + AudienceMemberList.PATH;
        }
        MembersChanged changed = step.get();
        Long audience = changed.audienceId();
        if (audience == null) {
            flash.addFlashAttribute("problem", "marketing.audience.error.none");
            return "redirect:" + AudienceMemberList.PATH;
        }
        flash.addFlashAttribute("notice", changed.isEverybody() ? notice : notice + ".some");
        flash.addFlashAttribute(
                "noticeArgument", changed.isEverybody() ? changed.done() : changed.done() + " / " + changed.chosen());
        if (!changed.removals().isEmpty()) {
            flash.addFlashAttribute(
                    "noticeUndo", new NoticeUndo(UNDO, "marketing.audience.restore", changed.removals()));
        }
        return "redirect:" + ListLink.to(AudienceMemberList.PATH).is("audience", audience);
    }
}
