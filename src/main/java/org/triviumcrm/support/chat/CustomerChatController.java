package org.triviumcrm.support.chat;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.customer.CustomerPanel;
import org.triviumcrm.identity.Viewer;

/** Talks with somebody of a customer, as a panel of the customer's page. */
@Controller
class CustomerChatController implements CustomerPanel {

    private final ChatDeskService desk;

    CustomerChatController(ChatDeskService desk) {
        this.desk = desk;
    }

    @Override
    public String key() {
        return "chats";
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.can("support.chat.view");
    }

    @Override
    public String url(long customerId) {
        return "/support/customers/" + customerId + "/chats";
    }

    @GetMapping("/support/customers/{customerId:\\d+}/chats")
    String panel(@PathVariable long customerId, Viewer viewer, Model model) {
        model.addAttribute("chats", desk.ofCustomer(viewer, customerId));
        return "support/chat/panel";
    }
}
