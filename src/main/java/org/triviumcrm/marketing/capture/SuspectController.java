package org.triviumcrm.marketing.capture;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;

/** The page of suspected spam. */
@Controller
class SuspectController {

    private static final String PATH = "/marketing/suspects";
    private static final int SIZE = 30;

    private final SuspectService suspects;

    SuspectController(SuspectService suspects) {
        this.suspects = suspects;
    }

    @GetMapping(PATH)
    String list(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Viewer viewer, Model model) {
        List<Suspect> some = suspects.before(viewer, before, SIZE + 1);
        boolean more = some.size() > SIZE;
        List<Suspect> shown = more ? some.subList(0, SIZE) : some;
        model.addAttribute("suspects", shown);
        model.addAttribute("known", Captured.FIELDS);
        model.addAttribute("next", more ? shown.get(SIZE - 1).id() : null);
        return "marketing/capture/suspects";
    }

    @PostMapping(PATH + "/{id:\\d+}/admission")
    String admit(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        boolean admitted = suspects.admit(viewer, id);
        flash.addFlashAttribute(
                admitted ? "notice" : "problem",
                admitted ? "marketing.suspect.admitted" : "marketing.suspect.error.nobody");
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/{id:\\d+}/removal")
    String remove(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        suspects.remove(viewer, id);
        flash.addFlashAttribute("notice", "marketing.suspect.removed");
        return "redirect:" + PATH;
    }
}
