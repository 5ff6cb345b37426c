package org.triviumcrm.sales.opportunity;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListService;

/** The list of opportunities. */
@Controller
class OpportunityListController {

    private final ListService lists;

    OpportunityListController(ListService lists) {
        this.lists = lists;
    }

    @GetMapping("/sales/opportunities")
    String list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", lists.page(OpportunityList.NOUN, viewer, parameters));
        return "sales/opportunity/list";
    }
}
