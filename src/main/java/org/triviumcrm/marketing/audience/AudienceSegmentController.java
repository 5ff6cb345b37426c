package org.triviumcrm.marketing.audience;

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
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.shared.web.Rejected;

/** The customers of a segment come onto a target list, as they are or as they were on a day. */
@Controller
class AudienceSegmentController {

    private static final String MANY = AudienceList.PATH + "/{id:\\d+}/segments";

    private final AudienceService audiences;
    private final AudienceUseService uses;

    AudienceSegmentController(AudienceService audiences, AudienceUseService uses) {
        this.audiences = audiences;
        this.uses = uses;
    }

    @CanEditAudiences
    @GetMapping(MANY + "/new")
    String ask(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long segment,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        model.addAttribute("freeze", new FreezeSegment(segment, null, false));
        return form(id, htmx, viewer, model);
    }

    @CanEditAudiences
    @PostMapping(MANY)
    String freeze(
            @PathVariable long id,
            @Valid @ModelAttribute("freeze") FreezeSegment freeze,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                return AudienceUseController.after(id, uses.freeze(viewer, id, freeze), flash);
            } catch (Refusal refusal) {
                refusal.tell(errors);
            }
        }
        return Rejected.with(form(id, htmx, viewer, model));
    }

    private String form(long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("audience", audiences.page(viewer, id));
        model.addAttribute("segments", uses.segments(viewer));
        return Part.of(htmx, "marketing/audience/freeze");
    }
}
