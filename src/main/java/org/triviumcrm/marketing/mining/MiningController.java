package org.triviumcrm.marketing.mining;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
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
import org.triviumcrm.marketing.MiningQuestion;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.shared.web.Rejected;

/** The models, the question that begins one, and its page. */
@Controller
class MiningController {

    static final String PATH = "/marketing/mining";
    static final String ONE = PATH + "/{id:\\d+}";

    private final MiningService mining;
    private final MiningResultService results;
    private final MiningCharts charts;

    MiningController(MiningService mining, MiningResultService results, MiningCharts charts) {
        this.mining = mining;
        this.results = results;
        this.charts = charts;
    }

    @GetMapping(PATH)
    String list(Viewer viewer, Model model) {
        List<MiningModel> models = mining.latest(viewer);
        model.addAttribute("models", models);
        model.addAttribute("asked", mining.asked(viewer, models));
        return "marketing/mining/list";
    }

    /** @param question which one is asked; what is none is not asked for */
    @CanRunMining
    @GetMapping(PATH + "/new")
    String blank(@RequestParam(required = false) @Nullable String question, Viewer viewer, Model model) {
        model.addAttribute("again", false);
        return form(viewer, model, new AskMining("", question == null ? "" : question, null, null, null));
    }

    @CanRunMining
    @PostMapping(PATH)
    String ask(@Valid @ModelAttribute("mining") AskMining asked, BindingResult errors, Viewer viewer, Model model) {
        if (!errors.hasErrors()) {
            try {
                return "redirect:" + PATH + "/" + mining.ask(viewer, asked) + "/training";
            } catch (Refusal refusal) {
                refusal.tell(errors);
            }
        }
        model.addAttribute("again", true);
        return Rejected.with(form(viewer, model, asked));
    }

    private String form(Viewer viewer, Model model, AskMining asked) {
        var questions = mining.questions(viewer);
        MiningQuestion chosen = questions.get(asked.question());
        model.addAttribute(
                "subjects",
                questions.values().stream()
                        .collect(Collectors.groupingBy(
                                MiningQuestion::subject, LinkedHashMap::new, Collectors.toList())));
        model.addAttribute(
                "options",
                questions.values().stream()
                        .map(one -> new Option(one.key(), one.field().label()))
                        .toList());
        model.addAttribute("segments", mining.segments(viewer));
        model.addAttribute("chosen", chosen);
        String thing = asked.thing();
        ConditionField about = chosen == null ? null : chosen.field().thing();
        model.addAttribute("thingName", thing == null || about == null ? null : about.named(thing));
        Long audience = asked.audienceId();
        model.addAttribute("audienceName", audience == null ? null : mining.audienceName(viewer, audience));
        if (!model.containsAttribute("mining")) {
            model.addAttribute("mining", asked);
        }
        return "marketing/mining/ask";
    }

    /**
     * While something is reckoned the page asks for its head again and again, and loads itself anew at the end.
     *
     * @param run which of what it has learned; the latest without one
     * @param cut in percent, from which on people would be addressed; the base share without one
     */
    @GetMapping(ONE)
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long run,
            @RequestParam(required = false) @Nullable Integer cut,
            HtmxRequest htmx,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        MiningPage page = results.page(viewer, id, run);
        model.addAttribute("page", page);
        if (htmx.isHtmxRequest() && !page.model().isBusy()) {
            response.setHeader("HX-Refresh", "true"); // what it was waited for fills the whole page
        }
        if (page.mined() != null) {
            var known = results.known(viewer, page.model());
            double base = page.mined().curve().base().value();
            int best =
                    page.groups().stream().mapToInt(MiningGroup::percent).max().orElse(100);
            int from = cut == null ? Math.min(best, (int) Math.ceil(base * 200)) : Math.max(0, Math.min(100, cut));
            model.addAttribute("known", known);
            model.addAttribute("facts", results.facts(viewer, page.model()));
            model.addAttribute("cut", from);
            model.addAttribute("confusion", page.mined().curve().confusion(from / 100.0));
            model.addAttribute("treeChart", charts.tree(page.mined(), known, viewer.locale()));
            model.addAttribute("gainChart", charts.gain(page.mined().curve(), viewer.locale()));
            model.addAttribute("liftChart", charts.lift(page.mined().curve(), viewer.locale()));
            model.addAttribute(
                    "calibrationChart", charts.calibration(page.mined().curve(), viewer.locale()));
        }
        return Part.of(htmx, "marketing/mining/show");
    }

    @PostMapping(ONE + "/deletion")
    String delete(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        try {
            mining.delete(viewer, id);
        } catch (MiningRefused used) {
            flash.addFlashAttribute("problem", used.key());
            return "redirect:" + PATH + "/" + id;
        }
        flash.addFlashAttribute("notice", "marketing.mining.deleted");
        return "redirect:" + PATH;
    }
}
