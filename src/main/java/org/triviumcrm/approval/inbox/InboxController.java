package org.triviumcrm.approval.inbox;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListService;

/** Somebody's own approvals, a tab each. */
@Controller
@RequestMapping("/approvals")
class InboxController {

    private final ListService lists;

    InboxController(ListService lists) {
        this.lists = lists;
    }

    @GetMapping
    String toDo(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        return list(InboxLists.TODO, "todo", parameters, viewer, model);
    }

    @GetMapping("/done")
    String done(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        return list(InboxLists.DONE, "done", parameters, viewer, model);
    }

    @GetMapping("/mine")
    String mine(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        return list(InboxLists.MINE, "mine", parameters, viewer, model);
    }

    @GetMapping("/copies")
    String copies(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        return list(InboxLists.COPIES, "copies", parameters, viewer, model);
    }

    private String list(String noun, String tab, MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", lists.page(noun, viewer, parameters));
        model.addAttribute("tab", tab);
        return "approval/inbox/list";
    }
}
