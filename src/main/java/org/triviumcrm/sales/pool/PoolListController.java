package org.triviumcrm.sales.pool;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListService;

/** What is in the pools. */
@Controller
class PoolListController {

    private final ListService lists;
    private final ClaimService claims;

    PoolListController(ListService lists, ClaimService claims) {
        this.lists = lists;
        this.claims = claims;
    }

    @GetMapping(PoolList.PATH)
    String list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", lists.page(PoolList.NOUN, viewer, parameters));
        model.addAttribute("assigns", claims.mayAssign(viewer));
        return "sales/pool/list";
    }
}
