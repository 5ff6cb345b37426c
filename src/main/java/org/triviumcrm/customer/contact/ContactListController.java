package org.triviumcrm.customer.contact;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListService;

/** The list of contacts. */
@Controller
class ContactListController {

    private final ListService lists;

    ContactListController(ListService lists) {
        this.lists = lists;
    }

    @GetMapping("/contacts")
    String list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", lists.page(ContactList.NOUN, viewer, parameters));
        return "customer/contact/list";
    }
}
