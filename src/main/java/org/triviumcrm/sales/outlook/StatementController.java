package org.triviumcrm.sales.outlook;

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
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.shared.web.Rejected;

/** The forecast of one person: what the opportunities say, what was said, and the form to say something. */
@Controller
class StatementController {

    private final StatementService statements;

    StatementController(StatementService statements) {
        this.statements = statements;
    }

    @GetMapping("/sales/forecast/people/{id:\\d+}")
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String period,
            Viewer viewer,
            Model model) {
        PersonForecast forecast = statements.of(viewer, id, period);
        model.addAttribute("forecast", forecast);
        Expected expected = forecast.row().expected();
        model.addAttribute(
                "input",
                new SayForecast(forecast.period().toString(), expected.withCommit(), expected.withBest(), null));
        return "sales/outlook/show";
    }

    @CanSayForecasts
    @PostMapping("/sales/forecast/people/{id:\\d+}")
    String say(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SayForecast input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                statements.say(viewer, id, input);
                flash.addFlashAttribute("notice", "sales.statement.saved");
                flash.addAttribute("period", input.period());
                return "redirect:/sales/forecast/people/" + id;
            } catch (Refusal e) {
                e.tell(errors);
            }
        }
        model.addAttribute("forecast", statements.of(viewer, id, input.period()));
        return Rejected.with("sales/outlook/show");
    }
}
