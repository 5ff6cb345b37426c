package org.triviumcrm.marketing.score;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.mining.LeadModelService;
import org.triviumcrm.marketing.mining.MiningModel;
import org.triviumcrm.shared.web.Rejected;

/** What leads get points for, what happens from how many on, and how many have how many. */
@Controller
class ScoreController {

    static final String PATH = "/marketing/scores";

    private final ScoreService scores;
    private final LeadModelService models;
    private final People people;

    ScoreController(ScoreService scores, LeadModelService models, People people) {
        this.scores = scores;
        this.models = models;
        this.people = people;
    }

    @GetMapping(PATH)
    String page(Viewer viewer, Model model) {
        model.addAttribute("threshold", new SaveScoreThreshold(null, null, false));
        return page(viewer, model, null);
    }

    @CanManageScores
    @PostMapping(PATH + "/thresholds")
    String add(
            @Valid @ModelAttribute("threshold") SaveScoreThreshold threshold,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Long person = threshold.personId();
        if (threshold.isAssigning() && person == null) {
            errors.rejectValue("personId", "marketing.score.error.person");
        } else if (person != null && !people.mayChoose(viewer, "lead", person)) {
            errors.rejectValue("personId", "marketing.score.error.stranger");
        }
        if (errors.hasErrors()) {
            return Rejected.with(page(viewer, model, person));
        }
        scores.add(viewer, threshold);
        flash.addFlashAttribute("notice", "marketing.score.threshold.added");
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/thresholds/{id:\\d+}/removal")
    String remove(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        scores.removeThreshold(viewer, id);
        flash.addFlashAttribute("notice", "marketing.score.threshold.removed");
        return "redirect:" + PATH;
    }

    private String page(Viewer viewer, Model model, @Nullable Long person) {
        List<ScoreBand> bands = scores.bands(viewer);
        model.addAttribute("rules", scores.rows(viewer, LocaleContextHolder.getLocale()));
        model.addAttribute("thresholds", scores.thresholds(viewer));
        model.addAttribute("bands", bands);
        List<MiningModel> ready = models.ready(viewer);
        boolean shown = ready.stream().anyMatch(MiningModel::isShown);
        model.addAttribute("models", ready);
        model.addAttribute("chances", shown ? models.bands(viewer) : List.of());
        model.addAttribute(
                "largest", bands.stream().mapToLong(ScoreBand::leads).max().orElse(1));
        model.addAttribute(
                "person",
                person == null ? null : people.find(person).map(PersonRef::name).orElse(null));
        model.addAttribute("events", Arrays.asList(LeadEvent.values()));
        return "marketing/score/list";
    }
}
