package org.triviumcrm.customer.segment;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListService;

/** The list of segments. */
@Controller
class SegmentListController {

    private final ListService lists;

    SegmentListController(ListService lists) {
        this.lists = lists;
    }

    @GetMapping(SegmentList.PATH)
    String list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", lists.page(SegmentList.NOUN, viewer, parameters));
        return "customer/segment/list";
    }
}
