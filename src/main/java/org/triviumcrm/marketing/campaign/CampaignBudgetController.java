package org.triviumcrm.marketing.campaign;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
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
import org.triviumcrm.marketing.exit.IllegalStep;
import org.triviumcrm.marketing.term.TermKind;
import org.triviumcrm.marketing.term.TermService;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** The form of a campaign's budget, line by line. */
@Controller
class CampaignBudgetController {

    /** Empty lines below those that are there. */
    private static final int MORE = 3;

    private static final int AT_LEAST = 5;

    private final CampaignService campaigns;
    private final CampaignBudgetService budgets;
    private final CampaignForms forms;
    private final TermService terms;

    CampaignBudgetController(
            CampaignService campaigns, CampaignBudgetService budgets, CampaignForms forms, TermService terms) {
        this.campaigns = campaigns;
        this.budgets = budgets;
        this.forms = forms;
        this.terms = terms;
    }

    @CanEditCampaigns
    @GetMapping("/marketing/campaigns/{id:\\d+}/budget/edit")
    String edit(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean again,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        CampaignPage page = campaigns.page(viewer, id);
        SaveBudget form = new SaveBudget();
        budgets.lines(viewer, id).forEach(row -> form.getLines().add(row.toInput()));
        SaveBudget said = again ? forms.returned(viewer, page, SaveBudget.class, form) : form;
        said.setVersion(page.version());
        model.addAttribute("budget", said);
        return form(viewer, model, page, said, htmx);
    }

    @CanEditCampaigns
    @PostMapping("/marketing/campaigns/{id:\\d+}/budget")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("budget") SaveBudget budget,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        CampaignPage page = campaigns.page(viewer, id);
        if (!errors.hasErrors()) {
            try {
                budgets.spend(viewer, id, budget);
                flash.addFlashAttribute("notice", "marketing.budget.saved");
                return "redirect:/marketing/campaigns/" + id;
            } catch (ObjectOptimisticLockingFailureException e) {
                errors.reject("marketing.budget.error.changed");
                budget.setVersion(page.version());
            } catch (IllegalStep e) {
                e.tell(errors);
            }
        }
        return Rejected.with(form(viewer, model, page, budget, htmx));
    }

    private String form(Viewer viewer, Model model, CampaignPage page, SaveBudget form, HtmxRequest htmx) {
        List<SaveBudgetLine> lines = form.getLines();
        int used = (int) lines.stream().filter(line -> !line.isBlank()).count();
        while (lines.size() < Math.max(AT_LEAST, used + MORE)) {
            lines.add(new SaveBudgetLine());
        }
        model.addAttribute("campaign", page);
        model.addAttribute("categories", categories(viewer, budgets.lines(viewer, page.id())));
        return Part.of(htmx, "marketing/campaign/budget");
    }

    /** Those that can be chosen, and the retired ones that stand in the budget. */
    private List<Option> categories(Viewer viewer, List<BudgetRow> rows) {
        List<Option> all = new ArrayList<>(terms.choices(viewer, TermKind.COST_CATEGORY, null));
        rows.stream()
                .filter(row -> all.stream().noneMatch(option -> option.value().equals(row.categoryId())))
                .forEach(row -> all.add(new Option(row.categoryId(), row.category())));
        return all;
    }
}
