package org.triviumcrm.marketing.lead;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListService;

/** The list of leads. */
@Controller
class LeadListController {

    private final ListService lists;

    LeadListController(ListService lists) {
        this.lists = lists;
    }

    @GetMapping(LeadList.PATH)
    String list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", lists.page(LeadList.NOUN, viewer, parameters));
        return "marketing/lead/list";
    }
}
