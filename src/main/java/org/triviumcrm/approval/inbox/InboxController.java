package org.triviumcrm.approval.inbox;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListService;

/** Somebody's own approvals. */
@Controller
@RequestMapping("/approvals")
class InboxController {

    private final ListService lists;

    InboxController(ListService lists) {
        this.lists = lists;
    }

    @GetMapping
    String toDo(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", lists.page(InboxLists.TODO, viewer, parameters));
        return "approval/inbox/list";
    }
}
