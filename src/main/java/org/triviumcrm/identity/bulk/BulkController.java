package org.triviumcrm.identity.bulk;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.BulkAction;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.shared.web.Rejected;

/** Doing something with the records ticked in a list, or with all that it finds. */
@Controller
@RequestMapping("/lists/{noun}")
class BulkController {

    private static final String FORM = "identity/bulk/form";

    private final BulkService bulk;

    BulkController(BulkService bulk) {
        this.bulk = bulk;
    }

    @GetMapping("/owners")
    @ResponseBody
    List<Option> owners(@PathVariable String noun, @RequestParam(defaultValue = "") String q, Viewer viewer) {
        return bulk.owners(viewer, noun, q);
    }

    /** From the list: asks what the action wants to know. What is no row is none of those chosen. */
    @PostMapping("/bulk/{action}")
    String ask(
            @PathVariable String noun,
            @PathVariable String action,
            BulkSelection chosen,
            BindingResult unchecked,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        BulkAction<?> asked = bulk.action(viewer, noun, action);
        model.addAttribute("selection", chosen);
        model.addAttribute("input", asked.proposal(viewer));
        form(asked, chosen, viewer, model);
        return Part.of(htmx, FORM);
    }

    @PostMapping("/bulk/{action}/runs")
    String run(
            @PathVariable String noun,
            @PathVariable String action,
            @Valid @ModelAttribute("selection") BulkSelection chosen,
            BindingResult choice,
            @Valid @BulkFields @Nullable Object input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        BulkAction<?> asked = bulk.action(viewer, noun, action);
        if (!choice.hasErrors() && !errors.hasErrors() && input != null) {
            try {
                Optional<BulkRun> run = bulk.start(viewer, noun, action, chosen, input);
                if (run.isPresent()) {
                    return after(run.get(), bulk.list(viewer, noun), flash);
                }
                errors.reject("identity.bulk.error.none");
            } catch (Refusal refusal) {
                refusal.tell(errors);
            }
        }
        form(asked, chosen, viewer, model);
        return Rejected.with(FORM);
    }

    private void form(BulkAction<?> action, BulkSelection chosen, Viewer viewer, Model model) {
        model.addAttribute("noun", action.noun());
        model.addAttribute("action", action);
        model.addAttribute("question", bulk.question(viewer, action.noun(), action.key(), chosen));
        model.addAllAttributes(bulk.choices(viewer, action.noun(), action.key()));
    }

    private static String after(BulkRun run, String list, RedirectAttributes flash) {
        if (run.isBusy() || run.refused() > 0) {
            return "redirect:/bulk-runs/" + run.id();
        }
        flash.addFlashAttribute("notice", "identity.bulk.notice");
        flash.addFlashAttribute("noticeArgument", run.done());
        flash.addFlashAttribute("noticeHref", "/bulk-runs/" + run.id());
        return "redirect:" + list;
    }
}
