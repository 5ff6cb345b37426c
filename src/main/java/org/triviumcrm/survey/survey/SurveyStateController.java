package org.triviumcrm.survey.survey;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;

/** A survey is opened, closed, copied, deleted. */
@Controller
class SurveyStateController {

    private final SurveyService surveys;

    SurveyStateController(SurveyService surveys) {
        this.surveys = surveys;
    }

    @PostMapping(SurveyList.PATH + "/{id:\\d+}/state")
    String change(@PathVariable long id, @RequestParam SurveyState to, Viewer viewer, RedirectAttributes flash) {
        try {
            surveys.become(viewer, id, to);
            String became = "survey.survey.became." + to;
            flash.addFlashAttribute("notice", became);
        } catch (WrongSurveyState e) {
            flash.addFlashAttribute("problem", e.key());
        }
        return "redirect:" + SurveyList.PATH + "/" + id;
    }

    @PostMapping(SurveyList.PATH + "/{id:\\d+}/copy")
    String copy(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        long copy = surveys.copy(viewer, id);
        flash.addFlashAttribute("notice", "survey.survey.copied");
        return "redirect:" + SurveyList.PATH + "/" + copy + "/edit";
    }

    @PostMapping(SurveyList.PATH + "/{id:\\d+}/deletion")
    String delete(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        try {
            surveys.delete(viewer, id);
        } catch (WrongSurveyState e) {
            return kept(id, e.key(), flash);
        } catch (DataIntegrityViolationException e) {
            return kept(id, "survey.survey.error.used", flash);
        }
        flash.addFlashAttribute("notice", "survey.survey.deleted");
        return "redirect:" + SurveyList.PATH;
    }

    private static String kept(long id, String why, RedirectAttributes flash) {
        flash.addFlashAttribute("problem", why);
        return "redirect:" + SurveyList.PATH + "/" + id;
    }
}
