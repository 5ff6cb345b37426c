package org.triviumcrm.survey.survey;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;

/** A survey is opened, closed, copied. */
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
}
