package org.triviumcrm.marketing.audience;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.people.PeopleService;
import org.triviumcrm.marketing.people.Who;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** One more person for a target list. */
@Controller
class AudienceMemberController {

    private static final String OF_ONE = AudienceList.PATH + "/{id:\\d+}/members";

    private final AudienceService audiences;
    private final AudienceMemberService members;
    private final PeopleService people;

    AudienceMemberController(AudienceService audiences, AudienceMemberService members, PeopleService people) {
        this.audiences = audiences;
        this.members = members;
        this.people = people;
    }

    @CanEditAudiences
    @GetMapping(OF_ONE + "/new")
    String blank(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("member", new AddMember(""));
        return form(audiences.page(viewer, id), "", htmx, model);
    }

    @CanEditAudiences
    @PostMapping(OF_ONE)
    String add(
            @PathVariable long id,
            @Valid @ModelAttribute("member") AddMember member,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        AudiencePage audience = audiences.page(viewer, id);
        if (errors.hasErrors()) {
            return Rejected.with(form(audience, "", htmx, model));
        }
        Who who = Who.of(member.who());
        String name = people.name(viewer, who);
        if (name == null) {
            throw new NotFound();
        }
        try {
            members.add(viewer, id, who);
        } catch (AudienceRefused refused) {
            refused.tell(errors);
            return Rejected.with(form(audience, name, htmx, model));
        }
        flash.addFlashAttribute("notice", "marketing.audience.added");
        flash.addFlashAttribute("noticeArgument", name);
        return "redirect:" + AudienceList.PATH + "/" + id;
    }

    private static String form(AudiencePage audience, String name, HtmxRequest htmx, Model model) {
        model.addAttribute("audience", audience);
        model.addAttribute("name", name);
        return Part.of(htmx, "marketing/audience/member");
    }
}
