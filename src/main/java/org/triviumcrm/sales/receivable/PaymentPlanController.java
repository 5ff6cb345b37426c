package org.triviumcrm.sales.receivable;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.time.LocalDate;
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
import org.triviumcrm.sales.contract.ContractPage;
import org.triviumcrm.sales.rate.CurrencyRoundingService;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.shared.web.Rejected;

/** What a contract is to bring and has brought, and the form of its plan. */
@Controller
class PaymentPlanController {

    static final String PAGE = "/sales/contracts/{id:\\d+}/payments";

    /** Empty rows below those that are there. */
    private static final int MORE = 3;

    private static final int USUAL_DAYS = 30;

    private final ReceivableService receivables;
    private final CurrencyRoundingService roundings;

    PaymentPlanController(ReceivableService receivables, CurrencyRoundingService roundings) {
        this.receivables = receivables;
        this.roundings = roundings;
    }

    @CanViewReceivables
    @GetMapping(PAGE)
    String show(@PathVariable long id, Viewer viewer, HtmxRequest htmx, Model model) {
        ContractPage contract = receivables.contract(viewer, id);
        model.addAttribute("contract", contract);
        model.addAttribute("receivables", receivables.of(viewer, contract));
        return Part.of(htmx, "sales/receivable/show");
    }

    /** @param shares with {@code first} it proposes rows, and saves nothing */
    @CanEditReceivables
    @GetMapping(PAGE + "/plan")
    String edit(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String shares,
            @RequestParam(required = false) @Nullable LocalDate first,
            @RequestParam(required = false) @Nullable Integer months,
            Viewer viewer,
            Model model) {
        ContractPage contract = receivables.contract(viewer, id);
        DividePlan division = new DividePlan(shares, first, months);
        Receivables now = receivables.of(viewer, contract);
        SavePlan plan = SavePlan.of(now, division, roundings.ofTotals(viewer, now.currency()));
        model.addAttribute("plan", plan);
        model.addAttribute("misread", shares != null && !division.isComplete());
        model.addAttribute("division", division);
        return form(model, contract, now, plan);
    }

    @CanEditReceivables
    @PostMapping(PAGE + "/plan")
    String save(
            @PathVariable long id,
            @Valid @ModelAttribute("plan") SavePlan plan,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        ContractPage contract = receivables.contract(viewer, id);
        if (!errors.hasErrors()) {
            try {
                receivables.save(viewer, id, plan);
                flash.addFlashAttribute("notice", "sales.receivable.saved");
                return "redirect:/sales/contracts/" + id + "/payments";
            } catch (Refusal e) {
                e.tell(errors);
            }
        }
        model.addAttribute("division", new DividePlan(null, null, null));
        return Rejected.with(form(model, contract, receivables.of(viewer, contract), plan));
    }

    private String form(Model model, ContractPage contract, Receivables now, SavePlan plan) {
        int used = plan.written().size();
        while (plan.getRows().size() < Math.min(SavePlan.MOST, used + MORE)) {
            plan.getRows().add(new SavePayment());
        }
        model.addAttribute("contract", contract);
        model.addAttribute("receivables", now);
        model.addAttribute("usualFirst", contract.period().startsOn().plusDays(USUAL_DAYS));
        return "sales/receivable/plan";
    }
}
