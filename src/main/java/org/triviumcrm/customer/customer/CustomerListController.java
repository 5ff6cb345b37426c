package org.triviumcrm.customer.customer;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListService;

/** The list of customers. */
@Controller
class CustomerListController {

    private final ListService lists;

    CustomerListController(ListService lists) {
        this.lists = lists;
    }

    @GetMapping("/customers")
    String list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", lists.page(CustomerList.NOUN, viewer, parameters));
        return "customer/customer/list";
    }
}
