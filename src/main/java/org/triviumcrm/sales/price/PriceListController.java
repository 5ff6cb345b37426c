package org.triviumcrm.sales.price;

import jakarta.validation.Valid;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Rejected;

/** The price lists and their form. */
@Controller
class PriceListController {

    static final String PATH = "/sales/price-lists";
    static final String ONE = PATH + "/{id:\\d+}";

    private final PriceListService lists;
    private final PriceForms forms;
    private final EditConflicts conflicts;

    PriceListController(PriceListService lists, PriceForms forms, EditConflicts conflicts) {
        this.lists = lists;
        this.forms = forms;
        this.conflicts = conflicts;
    }

    @GetMapping(PATH)
    String list(Viewer viewer, Model model) {
        model.addAttribute("lists", lists.all(viewer));
        model.addAttribute("today", forms.today());
        return "sales/price/lists";
    }

    @GetMapping(PATH + "/new")
    String blank(Viewer viewer, Model model) {
        int position = lists.nextPosition(viewer);
        return forms.list(viewer, model, 0, SavePriceList.empty(forms.currency(), forms.today(), position));
    }

    @CanManagePrices
    @PostMapping(PATH)
    String create(
            @Valid @ModelAttribute("input") SavePriceList input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || forms.isRefused(viewer, input, 0, errors)) {
            return Rejected.with(forms.list(viewer, model, 0, input));
        }
        return done(lists.create(viewer, input), flash);
    }

    @CanManagePrices
    @GetMapping(ONE + "/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        return forms.list(viewer, model, id, SavePriceList.of(lists.find(viewer, id)));
    }

    @CanManagePrices
    @PostMapping(ONE)
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SavePriceList input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || forms.isRefused(viewer, input, id, errors)) {
            return Rejected.with(forms.list(viewer, model, id, input));
        }
        try {
            lists.update(viewer, id, input);
        } catch (CurrencyFixed e) {
            e.tell(errors);
            return Rejected.with(forms.list(viewer, model, id, input));
        } catch (ObjectOptimisticLockingFailureException e) {
            PriceList saved = lists.find(viewer, id);
            String form = forms.list(viewer, model, id, input);
            return conflicts.show(model, "price_list", id, saved.getVersion(), SavePriceList.of(saved), input, form);
        }
        return done(id, flash);
    }

    static String done(long id, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "sales.price.list.saved");
        return "redirect:" + PATH + "/" + id;
    }
}
