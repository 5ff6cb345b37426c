package org.triviumcrm.sales.number;

import jakarta.validation.Valid;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Rejected;

/** The form of how papers are numbered. */
@Controller
class NumberPatternController {

    private static final String PATH = "/administration/numbers";

    private final NumberPatternService numbers;

    NumberPatternController(NumberPatternService numbers) {
        this.numbers = numbers;
    }

    @CanManageNumbers
    @GetMapping(PATH)
    String edit(Viewer viewer, Model model) {
        SaveNumberPatterns input = new SaveNumberPatterns();
        numbers.all(viewer)
                .forEach(rule ->
                        input.getPatterns().put(rule.kind(), rule.pattern().text()));
        model.addAttribute("numbers", input);
        return form(viewer, model);
    }

    @CanManageNumbers
    @PostMapping(PATH)
    String save(
            @Valid @ModelAttribute("numbers") SaveNumberPatterns input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Map<NumberKind, NumberPattern> patterns = new EnumMap<>(NumberKind.class);
        input.getPatterns().forEach((kind, text) -> {
            String typed = text == null ? "" : text.strip();
            if (typed.isEmpty()) {
                return;
            }
            if (NumberPattern.isPattern(typed)) {
                patterns.put(kind, NumberPattern.of(typed));
            } else {
                errors.rejectValue("patterns[" + kind + "]", "sales.number.error.pattern");
            }
        });
        if (errors.hasErrors()) {
            return Rejected.with(form(viewer, model));
        }
        numbers.save(viewer, patterns);
        flash.addFlashAttribute("notice", "sales.number.saved");
        return "redirect:" + PATH;
    }

    private String form(Viewer viewer, Model model) {
        model.addAttribute("rules", numbers.all(viewer));
        return "sales/number/form";
    }
}
