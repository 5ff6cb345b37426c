package org.triviumcrm.support.portal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListService;

/** All who are in the portal. */
@Controller
class PortalAccountListController {

    private final ListService lists;

    PortalAccountListController(ListService lists) {
        this.lists = lists;
    }

    @GetMapping(PortalAccountController.PATH)
    String list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", lists.page(PortalAccountList.NOUN, viewer, parameters));
        return "support/portal/list";
    }
}
