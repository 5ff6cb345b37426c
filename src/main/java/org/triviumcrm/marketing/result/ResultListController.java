package org.triviumcrm.marketing.result;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListService;

/** What media report of all campaigns. */
@Controller
class ResultListController {

    private final ListService lists;

    ResultListController(ListService lists) {
        this.lists = lists;
    }

    @GetMapping(ResultList.PATH)
    String list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", lists.page(ResultList.NOUN, viewer, parameters));
        return "marketing/result/list";
    }
}
