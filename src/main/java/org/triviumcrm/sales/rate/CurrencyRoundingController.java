package org.triviumcrm.sales.rate;

import jakarta.validation.Valid;
import java.util.Currency;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.shared.web.Rejected;

/** To what totals of currencies are rounded, with the form for another one. */
@Controller
class CurrencyRoundingController {

    private static final String PAGE = "/administration/roundings";

    private static final List<Option> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .sorted()
            .map(code -> new Option(code, code))
            .toList();

    private final CurrencyRoundingService roundings;

    CurrencyRoundingController(CurrencyRoundingService roundings) {
        this.roundings = roundings;
    }

    @GetMapping(PAGE)
    String list(Viewer viewer, Model model) {
        model.addAttribute("input", new BlankRounding("", ""));
        return page(viewer, model);
    }

    @CanManageRates
    @PostMapping(PAGE)
    String save(
            @Valid @ModelAttribute("input") SaveCurrencyRounding input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                roundings.save(viewer, new CurrencyRounding(input.currency(), input.step()));
                flash.addFlashAttribute("notice", "sales.rounding.saved");
                return "redirect:" + PAGE;
            } catch (Refusal e) {
                e.tell(errors);
            }
        }
        return Rejected.with(page(viewer, model));
    }

    @PostMapping(PAGE + "/removal")
    String remove(@RequestParam String currency, Viewer viewer, RedirectAttributes flash) {
        roundings.remove(viewer, currency);
        flash.addFlashAttribute("notice", "sales.rounding.removed");
        return "redirect:" + PAGE;
    }

    private String page(Viewer viewer, Model model) {
        model.addAttribute("roundings", roundings.all(viewer));
        model.addAttribute("codes", CODES);
        return "sales/rate/roundings";
    }

    /** The form before anything was typed. */
    record BlankRounding(String currency, String step) {}
}
