package org.triviumcrm.marketing.audience;

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
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.shared.web.Rejected;

/** Everybody on a target list goes into a campaign, or those of another list come onto it. */
@Controller
class AudienceUseController {

    private static final String ONE = AudienceList.PATH + "/{id:\\d+}";

    private final AudienceService audiences;
    private final AudienceUseService uses;

    AudienceUseController(AudienceService audiences, AudienceUseService uses) {
        this.audiences = audiences;
        this.uses = uses;
    }

    @CanUseAudiences
    @GetMapping(ONE + "/uses/new")
    String ask(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("use", new UseAudience(null));
        return form(id, "use", htmx, viewer, model);
    }

    @CanUseAudiences
    @PostMapping(ONE + "/uses")
    String use(
            @PathVariable long id,
            @Valid @ModelAttribute("use") UseAudience use,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                return after(id, uses.use(viewer, id, use), flash);
            } catch (Refusal refusal) {
                refusal.tell(errors);
            }
        }
        return Rejected.with(form(id, "use", htmx, viewer, model));
    }

    @CanEditAudiences
    @GetMapping(ONE + "/copies/new")
    String askCopy(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("copy", new CopyAudience(null));
        return form(id, "copy", htmx, viewer, model);
    }

    @CanEditAudiences
    @PostMapping(ONE + "/copies")
    String copy(
            @PathVariable long id,
            @Valid @ModelAttribute("copy") CopyAudience copy,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                return after(id, uses.copy(viewer, id, copy), flash);
            } catch (Refusal refusal) {
                refusal.tell(errors);
            }
        }
        return Rejected.with(form(id, "copy", htmx, viewer, model));
    }

    /** To the work that goes on; where it is several pieces, to all of one's work. */
    static String after(long id, List<Long> runs, RedirectAttributes flash) {
        if (runs.isEmpty()) {
            flash.addFlashAttribute("problem", "marketing.audience.error.nobody");
            return "redirect:" + AudienceList.PATH + "/" + id;
        }
        return "redirect:/bulk-runs" + (runs.size() == 1 ? "/" + runs.get(0) : "");
    }

    private String form(long id, String page, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("audience", audiences.page(viewer, id));
        return Part.of(htmx, "marketing/audience/" + page);
    }
}
