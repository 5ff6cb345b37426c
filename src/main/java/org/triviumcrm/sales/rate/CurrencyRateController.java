package org.triviumcrm.sales.rate;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Rejected;

/** The administrator's currency rates, with the form for a new one. */
@Controller
class CurrencyRateController {

    private static final List<Option> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .sorted()
            .map(code -> new Option(code, code))
            .toList();

    private final CurrencyRateService rates;
    private final Companies companies;
    private final Format format;

    CurrencyRateController(CurrencyRateService rates, Companies companies, Format format) {
        this.rates = rates;
        this.companies = companies;
        this.format = format;
    }

    @GetMapping("/administration/rates")
    String list(Viewer viewer, Model model) {
        model.addAttribute("input", new BlankRate("", format.today(), ""));
        return page(viewer, model);
    }

    @CanManageRates
    @PostMapping("/administration/rates")
    String save(
            @Valid @ModelAttribute("input") SaveCurrencyRate input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors() && input.currency().equals(companies.currency())) {
            errors.rejectValue("currency", "sales.rate.error.own");
        }
        if (errors.hasErrors()) {
            return Rejected.with(page(viewer, model));
        }
        rates.save(viewer, new CurrencyRate(input.currency(), input.validFrom(), input.rate()));
        flash.addFlashAttribute("notice", "sales.rate.saved");
        return "redirect:/administration/rates";
    }

    @PostMapping("/administration/rates/removal")
    String remove(
            @RequestParam String currency,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate validFrom,
            Viewer viewer,
            RedirectAttributes flash) {
        rates.remove(viewer, currency, validFrom);
        flash.addFlashAttribute("notice", "sales.rate.removed");
        return "redirect:/administration/rates";
    }

    private String page(Viewer viewer, Model model) {
        model.addAttribute("rates", rates.all(viewer));
        model.addAttribute("codes", CODES);
        model.addAttribute("companyCurrency", companies.currency());
        return "sales/rate/list";
    }

    /** The form before anything was typed. */
    record BlankRate(String currency, LocalDate validFrom, String rate) {}
}
