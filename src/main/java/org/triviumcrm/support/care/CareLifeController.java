package org.triviumcrm.support.care;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;

/** The steps in the life of plans of care. */
@Controller
class CareLifeController {

    private final CareService plans;

    CareLifeController(CareService plans) {
        this.plans = plans;
    }

    @PostMapping(CareController.PATH + "/{id:\\d+}/start")
    String start(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        try {
            plans.start(viewer, id);
        } catch (CareRefusal e) {
            return done(id, e.key(), flash);
        }
        return done(id, "support.care.started", flash);
    }

    @PostMapping(CareController.PATH + "/{id:\\d+}/end")
    String end(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        try {
            plans.end(viewer, id);
        } catch (CareRefusal e) {
            return done(id, e.key(), flash);
        }
        return done(id, "support.care.ended", flash);
    }

    @PostMapping(CareController.PATH + "/{id:\\d+}/removal")
    String remove(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        try {
            plans.remove(viewer, id);
        } catch (CareRefusal e) {
            return done(id, e.key(), flash);
        }
        flash.addFlashAttribute("notice", "support.care.removed");
        return "redirect:" + CareController.PATH;
    }

    private static String done(long id, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:" + CareController.PATH + "/" + id;
    }
}
