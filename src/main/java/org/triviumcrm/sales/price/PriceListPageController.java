package org.triviumcrm.sales.price;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.FieldHistory;
import org.triviumcrm.shared.history.HistoryPage;
import org.triviumcrm.shared.list.ListService;
import org.triviumcrm.shared.web.Rejected;

/** A price list with its prices, its copy and its history. */
@Controller
class PriceListPageController {

    private static final String COPY = PriceListController.ONE + "/copy";

    private final PriceListService lists;
    private final PriceForms forms;
    private final ListService rows;
    private final FieldHistory history;

    PriceListPageController(PriceListService lists, PriceForms forms, ListService rows, FieldHistory history) {
        this.lists = lists;
        this.forms = forms;
        this.rows = rows;
        this.history = history;
    }

    @GetMapping(PricesList.PATH)
    String prices(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", rows.page(PricesList.NOUN, viewer, parameters));
        return "sales/price/list";
    }

    @GetMapping(PriceListController.ONE)
    String show(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("priceList", lists.find(viewer, id));
        model.addAttribute("today", forms.today());
        MultiValueMap<String, String> itsPrices = new LinkedMultiValueMap<>();
        itsPrices.add("f.list", String.valueOf(id));
        itsPrices.add("columns", "product,reference,minQuantity,amount");
        model.addAttribute("list", rows.page(PricesList.NOUN, viewer, itsPrices));
        return "sales/price/show";
    }

    @CanManagePrices
    @GetMapping(COPY)
    String ask(@PathVariable long id, Viewer viewer, Model model) {
        return forms.copy(model, lists.find(viewer, id), new CopyPriceList("", forms.today(), null, null));
    }

    @CanManagePrices
    @PostMapping(COPY)
    String copy(
            @PathVariable long id,
            @Valid @ModelAttribute("input") CopyPriceList input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors() && lists.isNameTaken(viewer, input.name(), 0)) {
            errors.rejectValue("name", "sales.price.error.nameTaken");
        }
        if (errors.hasErrors()) {
            return Rejected.with(forms.copy(model, lists.find(viewer, id), input));
        }
        return PriceListController.done(lists.copy(viewer, id, input), flash);
    }

    @GetMapping(PriceListController.ONE + "/history")
    String history(@PathVariable long id, Viewer viewer, Locale locale, HtmxRequest request, Model model) {
        String name = lists.find(viewer, id).getName();
        return HistoryPage.of(
                model, request, "price-lists", name, history.of("price_list", id, HistoryPage.SIZE, locale));
    }
}
