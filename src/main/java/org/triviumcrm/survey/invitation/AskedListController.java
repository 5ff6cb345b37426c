package org.triviumcrm.survey.invitation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Rejected;
import org.triviumcrm.survey.survey.CanManageSurveys;
import org.triviumcrm.survey.survey.SurveyService;

/** Asking by a survey whoever a list or a saved view finds: first what would come of it, then it happens. */
@Controller
@RequestMapping("/surveys/{id:\\d+}/asking")
class AskedListController {

    private static final String VIEW = "survey/invitation/page";

    private final AskedListService audiences;
    private final SurveyService surveys;

    AskedListController(AskedListService audiences, SurveyService surveys) {
        this.audiences = audiences;
        this.surveys = surveys;
    }

    /** Without a choice yet it is the form alone. */
    @CanManageSurveys
    @GetMapping
    String show(
            @PathVariable long id,
            @Valid @ModelAttribute("input") ChooseAsked input,
            BindingResult errors,
            Viewer viewer,
            HttpServletRequest request,
            Model model) {
        if (request.getQueryString() == null) {
            model.addAttribute("input", new ChooseAsked(null, AskAction.USUAL_PAUSE));
            return page(id, viewer, model);
        }
        check(input, errors, viewer);
        if (errors.hasErrors()) {
            return Rejected.with(page(id, viewer, model));
        }
        model.addAttribute("preview", audiences.preview(viewer, id, input));
        return page(id, viewer, model);
    }

    @CanManageSurveys
    @PostMapping
    String ask(
            @PathVariable long id,
            @Valid @ModelAttribute("input") ChooseAsked input,
            BindingResult errors,
            Viewer viewer,
            Model model) {
        surveys.find(viewer, id);
        check(input, errors, viewer);
        if (!errors.hasErrors()) {
            try {
                Optional<Long> run = audiences.start(viewer, id, input);
                if (run.isPresent()) {
                    return "redirect:/bulk-runs/" + run.get();
                }
                errors.reject("survey.ask.error.nobody");
            } catch (AskingRefused refused) {
                errors.reject(refused.key());
            }
        }
        return Rejected.with(page(id, viewer, model));
    }

    private void check(ChooseAsked input, BindingResult errors, Viewer viewer) {
        if (!errors.hasErrors() && !audiences.isChoice(viewer, input)) {
            errors.rejectValue("whom", "survey.ask.error.whom");
        }
    }

    private String page(long id, Viewer viewer, Model model) {
        model.addAttribute("survey", surveys.find(viewer, id));
        model.addAttribute("whom", audiences.choices(viewer));
        return VIEW;
    }
}
