package org.triviumcrm.marketing.cost;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListService;

/** What all campaigns have cost. */
@Controller
class CostListController {

    private final ListService lists;

    CostListController(ListService lists) {
        this.lists = lists;
    }

    @GetMapping(CostList.PATH)
    String list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", lists.page(CostList.NOUN, viewer, parameters));
        return "marketing/cost/list";
    }
}
